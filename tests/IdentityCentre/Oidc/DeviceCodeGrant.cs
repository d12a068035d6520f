using TrayAgent.Loopback.Http;
using TrayAgent.Loopback.State;

namespace TrayAgent.Loopback.Oidc;

internal static class DeviceCodeGrant
{
    public static Reply Answer(CentreRequest request, Client client, CentreState state)
    {
        var deviceCode = request.Text("deviceCode");
        var authorization = state.DeviceAuthorizations.Find(it => it.DeviceCode == deviceCode && it.Client == client);
        if (authorization is null || authorization.Decision == DeviceDecision.Spent)
        {
            return OidcError.InvalidGrant("Invalid grant provided");
        }

        if (state.Now >= authorization.ExpiresAt)
        {
            return OidcError.ExpiredToken("Device code has expired");
        }

        if (!authorization.Polls.Spend(state.Now, state.Options.PollInterval))
        {
            return OidcError.SlowDown();
        }

        return Decided(authorization, state);
    }

    private static Reply Decided(DeviceAuthorization authorization, CentreState state)
    {
        if (authorization.Decision == DeviceDecision.Denied)
        {
            return OidcError.AccessDenied();
        }

        if (authorization is not { Decision: DeviceDecision.Approved, Session: { } session })
        {
            return OidcError.AuthorizationPending();
        }

        authorization.Decision = DeviceDecision.Spent;
        return session.IsLive(state.Now)
            ? CreateToken.Issue(authorization.Client, session, state)
            : OidcError.InvalidGrant("Invalid grant provided");
    }
}
