using System.Text.Json.Nodes;
using TrayAgent.Loopback.Http;
using TrayAgent.Loopback.State;

namespace TrayAgent.Loopback.Oidc;

/// <summary><c>POST /token</c>: what the three grants share.</summary>
internal static class CreateToken
{
    public static Operation OperationOf(CentreRequest request) => request.Text("grantType") switch
    {
        GrantTypes.DeviceCode => Operation.CreateTokenByDeviceCode,
        GrantTypes.AuthorizationCode => Operation.CreateTokenByAuthorizationCode,
        GrantTypes.RefreshToken => Operation.CreateTokenByRefreshToken,
        _ => Operation.CreateTokenByOtherGrant,
    };

    public static Reply Answer(CentreRequest request, CentreState state)
    {
        if (request.Text("grantType") is not { } grantType)
        {
            return OidcError.InvalidRequest("grantType is required");
        }

        if (ClientAuthentication.Of(request, state) is not { } client)
        {
            return OidcError.InvalidClient();
        }

        if (OperationOf(request) == Operation.CreateTokenByOtherGrant)
        {
            return OidcError.UnsupportedGrantType();
        }

        return client.MayUse(grantType) ? Grant(grantType, request, client, state) : OidcError.UnauthorizedClient();
    }

    /// <summary>New tokens in a portal session; only a refreshable client gets a refresh token.</summary>
    public static Reply Issue(Client client, PortalSession session, CentreState state)
    {
        var life = client.IsRefreshable ? state.Options.AccessTokenLife : LegacyLife(session, state);
        var accessToken = state.NewSecret(SecretKind.AccessToken);
        state.AccessTokens[accessToken] = new AccessToken(session, state.Now + life);
        var json = new JsonObject
        {
            ["accessToken"] = accessToken,
            ["expiresIn"] = (long)Math.Round(life.TotalSeconds),
            ["tokenType"] = "Bearer",
        };
        if (client.IsRefreshable)
        {
            var refreshToken = state.NewSecret(SecretKind.RefreshToken);
            state.RefreshTokens[refreshToken] = new RefreshToken(client, session);
            json["refreshToken"] = refreshToken;
        }

        return Reply.Json(json);
    }

    private static Reply Grant(string grantType, CentreRequest request, Client client, CentreState state) =>
        grantType switch
        {
            GrantTypes.DeviceCode => DeviceCodeGrant.Answer(request, client, state),
            GrantTypes.AuthorizationCode => AuthorizationCodeGrant.Answer(request, client, state),
            _ => RefreshTokenGrant.Answer(request, client, state),
        };

    // A sign-in during a live portal session does not move a legacy token's end: aws/aws-cli#7361.
    private static TimeSpan LegacyLife(PortalSession session, CentreState state)
    {
        var left = session.EndsAt - state.Now;
        return left < state.Options.LegacyAccessTokenLife ? left : state.Options.LegacyAccessTokenLife;
    }
}
