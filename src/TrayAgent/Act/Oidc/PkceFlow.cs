using System.Net.Sockets;
using Amazon.SSOOIDC;
using Amazon.SSOOIDC.Model;
using TrayAgent.Act.Aws;
using TrayAgent.Act.Sessions;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Act.Oidc;

/// <summary>The flow without a code (RFC 7636): the browser brings the approval back to this machine.</summary>
internal sealed class PkceFlow(
    AmazonSSOOIDCClient oidc, ClientRegistrations registrations, SignInPageOpener pages, SignInRequest request, TimeProvider time)
{
    private SsoSession Session => request.Session;

    public async Task<FlowEnd> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            // First of all: without a port nothing else makes sense.
            using var callback = new AuthorizationCallback();
            var client = await registrations.FindAsync(RegistrationKind.AuthorizationCode, cancellationToken);
            return client.Value is { } registered
                ? await RunAsync(callback, registered, cancellationToken)
                : Failed(SignInRefusal.BeforeApproval(client.Fault, Session));
        }
        catch (SocketException)
        {
            return Failed(
                $"No port on 127.0.0.1 could be opened for the browser's answer. Sign in to '{Session.Name}' with '--device-code'.");
        }
    }

    private async Task<FlowEnd> RunAsync(AuthorizationCallback callback, RegisteredClient client, CancellationToken cancellationToken)
    {
        var proof = PkceProof.New();
        var page = Page(callback, client, proof);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var waiting = callback.WaitAsync(proof.State, stop.Token);
        if (await ShowAsync(page, stop, waiting, cancellationToken) is { } obstacle)
        {
            return Failed(obstacle);
        }

        return await waiting switch
        {
            CallbackAnswer.Approved(var code) => await RedeemAsync(client, callback, proof, code, cancellationToken),
            CallbackAnswer.Refused { IsByPerson: true } => Failed(SignInRefusal.Denied(Session)),
            _ => Failed(SignInRefusal.NoAuthorization(Session)),
        };
    }

    /// <summary>Whatever happens, nobody goes on listening behind the scenes.</summary>
    private async Task<string?> ShowAsync(Uri page, CancellationTokenSource stop, Task waiting, CancellationToken cancellationToken)
    {
        var isShown = false;
        try
        {
            var obstacle = await pages.ShowAsync(request, page.AbsoluteUri, page.AbsoluteUri, userCode: null, cancellationToken);
            isShown = obstacle is null;
            return obstacle;
        }
        finally
        {
            if (!isShown)
            {
                await stop.CancelAsync();
                await waiting.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    /// <remarks>The service knows the parameter as "scopes", not as "scope" (RFC 6749).</remarks>
    private Uri Page(AuthorizationCallback callback, RegisteredClient client, PkceProof proof)
    {
        var service = oidc.DetermineServiceOperationEndpoint(new RegisterClientRequest()).URL.TrimEnd('/');
        (string Name, string Value)[] query =
        [
            ("response_type", "code"),
            ("client_id", client.Id),
            ("redirect_uri", callback.Url),
            ("state", proof.State),
            ("code_challenge_method", "S256"),
            ("scopes", string.Join(' ', client.Scopes)),
            ("code_challenge", proof.Challenge),
        ];
        return new Uri($"{service}/authorize?{string.Join('&', query.Select(it => $"{it.Name}={Uri.EscapeDataString(it.Value)}"))}");
    }

    private async Task<FlowEnd> RedeemAsync(
        RegisteredClient client, AuthorizationCallback callback, PkceProof proof, string code, CancellationToken cancellationToken)
    {
        var answer = await OidcAnswer.AskAsync(
            cancel => oidc.CreateTokenAsync(
                new CreateTokenRequest
                {
                    GrantType = "authorization_code",
                    ClientId = client.Id,
                    ClientSecret = client.Secret,
                    RedirectUri = callback.Url,
                    CodeVerifier = proof.Verifier,
                    Code = code,
                },
                cancel),
            cancellationToken);
        if (answer.Fault is OidcFault.InvalidClient or OidcFault.UnauthorizedClient)
        {
            registrations.Forget(client);
        }

        return answer.Value is { } granted && TokenAnswer.Fields(granted, Session, client, time.GetUtcNow()) is { } fields
            ? new FlowEnd.Token(fields)
            : Failed(SignInRefusal.AfterApproval(answer.Value is null ? answer.Fault : OidcFault.Unexpected, Session));
    }

    private static FlowEnd.Failed Failed(string text) => new(text);
}
