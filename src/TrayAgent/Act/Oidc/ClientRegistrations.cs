using System.Collections.Immutable;
using Amazon.SSOOIDC;
using Amazon.SSOOIDC.Model;
using TrayAgent.Act.Aws;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Act.Oidc;

/// <summary>This machine's client registration for one session, kept where the AWS CLI keeps its own.</summary>
/// <remarks>
/// The file's name is made of the configured scopes, and so shared by both flows. A session without configured scopes is
/// registered with <c>sso:account:access</c> in both, as the AWS CLI does it for PKCE only: without a scope there is no refresh
/// token, and the person would have to sign in every eight hours.
/// </remarks>
internal sealed class ClientRegistrations(IRegistrationPlace place, SsoSession session, AmazonSSOOIDCClient oidc, TimeProvider time)
{
    private const string DefaultScope = "sso:account:access";

    // The service takes it with any port in its place (RFC 8252, 7.3).
    private const string Redirect = "http://127.0.0.1/oauth/callback";

    /// <summary>None for a legacy session: the AWS CLI gives it none, and its token files have no refresh token.</summary>
    public ImmutableArray<string> Scopes { get; } =
        session.Kind == SessionKind.Legacy ? []
        : session.Scopes.IsDefaultOrEmpty ? [DefaultScope]
        : session.Scopes;

    /// <summary>The stored one if it fits and still lives, else a new one.</summary>
    /// <exception cref="IOException">The new one could not be stored.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public async Task<OidcAnswer<RegisteredClient>> FindAsync(RegistrationKind kind, CancellationToken cancellationToken) =>
        place.Read() is { } stored && Fits(stored, kind)
            ? new OidcAnswer<RegisteredClient>(stored, OidcFault.None)
            : await RegisterAsync(kind, cancellationToken);

    /// <summary>A new one in place of whatever is stored: an unreadable file would block the AWS CLI, too.</summary>
    public async Task<OidcAnswer<RegisteredClient>> RegisterAsync(RegistrationKind kind, CancellationToken cancellationToken)
    {
        var answer = await OidcAnswer.AskAsync(cancel => oidc.RegisterClientAsync(Request(kind), cancel), cancellationToken);
        if (answer.Value is not { ClientId.Length: > 0, ClientSecret.Length: > 0, ClientSecretExpiresAt: { } end and > 0 } made)
        {
            return new OidcAnswer<RegisteredClient>(null, answer.Value is null ? answer.Fault : OidcFault.Unexpected);
        }

        var client = new RegisteredClient
        {
            Id = made.ClientId,
            Secret = made.ClientSecret,
            ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(end),
            Scopes = Scopes,
            Kind = kind,
        };
        place.Write(client);
        return new OidcAnswer<RegisteredClient>(client, OidcFault.None);
    }

    /// <summary>The service does not accept it (any more): the next sign-in makes a new one.</summary>
    public void Forget(RegisteredClient client) => place.Remove(client);

    private bool Fits(RegisteredClient client, RegistrationKind kind) =>
        client.Kind == kind && client.Scopes.SequenceEqual(Scopes) && place.OutlastsASession(client);

    private RegisterClientRequest Request(RegistrationKind kind)
    {
        var suffix = session.Kind == SessionKind.Legacy ? $"{time.GetUtcNow().ToUnixTimeSeconds()}" : session.Name;
        var request = new RegisterClientRequest { ClientName = $"botocore-client-{suffix}", ClientType = "public" };
        if (!Scopes.IsEmpty)
        {
            request.Scopes = [.. Scopes];
        }

        if (kind == RegistrationKind.AuthorizationCode)
        {
            request.GrantTypes = ["authorization_code", "refresh_token"];
            request.RedirectUris = [Redirect];
            request.IssuerUrl = session.StartUrl;
        }

        return request;
    }
}
