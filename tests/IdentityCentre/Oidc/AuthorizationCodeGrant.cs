using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using TrayAgent.Loopback.Http;
using TrayAgent.Loopback.State;

namespace TrayAgent.Loopback.Oidc;

internal static class AuthorizationCodeGrant
{
    public static Reply Answer(CentreRequest request, Client client, CentreState state)
    {
        if (request.Text("codeVerifier") is { Length: > 0 } verifier)
        {
            state.Secrets.Add(new KnownSecret(SecretKind.CodeVerifier, verifier));
        }

        // Removed whatever comes of it: a code can be tried once.
        if (!state.AuthorizationCodes.Remove(request.Text("code") ?? "", out var code) || code.Client != client)
        {
            return OidcError.InvalidGrant("Invalid authorization code provided");
        }

        if (state.Now >= code.ExpiresAt)
        {
            return OidcError.ExpiredToken("Authorization code has expired");
        }

        if (request.Text("redirectUri") != code.RedirectUri)
        {
            return OidcError.InvalidGrant("Invalid redirect uri provided");
        }

        if (Challenge(request.Text("codeVerifier") ?? "") != code.CodeChallenge)
        {
            return OidcError.InvalidGrant("Invalid code verifier provided");
        }

        return code.Session.IsLive(state.Now)
            ? CreateToken.Issue(client, code.Session, state)
            : OidcError.InvalidGrant("Invalid grant provided");
    }

    private static string Challenge(string verifier) =>
        Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
}
