using Amazon.SSOOIDC;
using Amazon.SSOOIDC.Model;
using TrayAgent.Act.Aws;
using TrayAgent.Act.Sessions;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Act.Oidc;

/// <summary>The flow with a code to compare (RFC 8628): works wherever the browser is.</summary>
internal sealed class DeviceFlow(
    AmazonSSOOIDCClient oidc, ClientRegistrations registrations, SignInPageOpener pages, SignInRequest request, TimeProvider time)
{
    private const string Grant = "urn:ietf:params:oauth:grant-type:device_code";
    private const int LongestInterval = 60;

    // RFC 8628, 3.2 and 3.5.
    private static readonly TimeSpan UsualInterval = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan SlowDown = TimeSpan.FromSeconds(5);

    private SsoSession Session => request.Session;

    public async Task<FlowEnd> RunAsync(CancellationToken cancellationToken)
    {
        var client = await registrations.FindAsync(RegistrationKind.DeviceCode, cancellationToken);
        if (client.Value is null)
        {
            return Failed(SignInRefusal.BeforeApproval(client.Fault, Session));
        }

        var started = await StartAsync(client.Value, cancellationToken);
        if (started.Fault is OidcFault.InvalidClient or OidcFault.UnauthorizedClient)
        {
            // The stored registration looked good, but the service has dropped it.
            client = await registrations.RegisterAsync(RegistrationKind.DeviceCode, cancellationToken);
            started = client.Value is null
                ? new OidcAnswer<StartDeviceAuthorizationResponse>(null, client.Fault)
                : await StartAsync(client.Value, cancellationToken);
        }

        return started.Value is { DeviceCode.Length: > 0, UserCode.Length: > 0, VerificationUri.Length: > 0 } code
            ? await RunAsync(client.Value!, code, cancellationToken)
            : Failed(SignInRefusal.BeforeApproval(started.Value is null ? started.Fault : OidcFault.Unexpected, Session));
    }

    private Task<OidcAnswer<StartDeviceAuthorizationResponse>> StartAsync(RegisteredClient client, CancellationToken cancellationToken) =>
        OidcAnswer.AskAsync(
            cancel => oidc.StartDeviceAuthorizationAsync(
                new StartDeviceAuthorizationRequest { ClientId = client.Id, ClientSecret = client.Secret, StartUrl = Session.StartUrl },
                cancel),
            cancellationToken);

    private async Task<FlowEnd> RunAsync(
        RegisteredClient client, StartDeviceAuthorizationResponse code, CancellationToken cancellationToken)
    {
        // As the AWS CLI does: a client that was approved before gets its token without a page.
        if (End(client, await AskAsync(client, code, cancellationToken)) is { } end)
        {
            return end;
        }

        var page = string.IsNullOrEmpty(code.VerificationUriComplete) ? code.VerificationUri : code.VerificationUriComplete;
        return await pages.ShowAsync(request, page, code.VerificationUri, Sentence.Neutral(code.UserCode), cancellationToken) is { } obstacle
            ? Failed(obstacle)
            : await PollAsync(client, code, cancellationToken);
    }

    /// <summary>Until the person or the service decides; the caller limits the time.</summary>
    private async Task<FlowEnd> PollAsync(
        RegisteredClient client, StartDeviceAuthorizationResponse code, CancellationToken cancellationToken)
    {
        var interval = code.Interval is > 0 and <= LongestInterval and var seconds
            ? TimeSpan.FromSeconds(seconds)
            : UsualInterval;
        while (true)
        {
            await Task.Delay(interval, time, cancellationToken);
            var answer = await AskAsync(client, code, cancellationToken);
            if (End(client, answer) is { } end)
            {
                return end;
            }

            if (answer.Fault != OidcFault.AuthorizationPending)
            {
                interval += SlowDown;
            }
        }
    }

    private Task<OidcAnswer<CreateTokenResponse>> AskAsync(
        RegisteredClient client, StartDeviceAuthorizationResponse code, CancellationToken cancellationToken) =>
        OidcAnswer.AskAsync(
            cancel => oidc.CreateTokenAsync(
                new CreateTokenRequest
                {
                    GrantType = Grant,
                    ClientId = client.Id,
                    ClientSecret = client.Secret,
                    DeviceCode = code.DeviceCode,
                },
                cancel),
            cancellationToken);

    /// <summary>Null when it is worth asking again: a network that fails meanwhile takes nothing from the person.</summary>
    private FlowEnd? End(RegisteredClient client, OidcAnswer<CreateTokenResponse> answer) => answer switch
    {
        { Value: { } granted } => TokenAnswer.Fields(granted, Session, client, time.GetUtcNow()) is { } fields
            ? new FlowEnd.Token(fields)
            : Failed(SignInRefusal.AfterApproval(OidcFault.Unexpected, Session)),
        { Fault: OidcFault.AuthorizationPending or OidcFault.SlowDown or OidcFault.Throttled or OidcFault.Failing or OidcFault.Unreachable } =>
            null,
        _ => Failed(SignInRefusal.AfterApproval(answer.Fault, Session)),
    };

    private static FlowEnd.Failed Failed(string text) => new(text);
}
