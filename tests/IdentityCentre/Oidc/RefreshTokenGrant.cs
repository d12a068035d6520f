using TrayAgent.Loopback.Http;
using TrayAgent.Loopback.State;

namespace TrayAgent.Loopback.Oidc;

internal static class RefreshTokenGrant
{
    public static Reply Answer(CentreRequest request, Client client, CentreState state)
    {
        if (request.Text("refreshToken") is not { } value)
        {
            return OidcError.InvalidRequest("refreshToken is required");
        }

        var token = state.RefreshTokens.GetValueOrDefault(value);
        if (token is null || token.Client != client || (token.IsSuperseded && IsRefused(token, state)))
        {
            return Refused();
        }

        if (!token.Session.IsLive(state.Now))
        {
            return Refused();
        }

        token.IsSuperseded = true;
        token.Session.Refreshes++;
        return CreateToken.Issue(client, token.Session, state);
    }

    private static bool IsRefused(RefreshToken token, CentreState state)
    {
        state.RefreshTokenReuses++;
        token.Session.Reuses++;
        if (state.Options.RefreshTokenPolicy == RefreshTokenPolicy.Punishing && token.Session.IsLive(state.Now))
        {
            token.Session.End(SessionEnd.RefreshTokenReuse);
        }

        return state.Options.RefreshTokenPolicy != RefreshTokenPolicy.Lenient;
    }

    private static Reply Refused() => OidcError.InvalidGrant("Invalid refresh token provided");
}
