using TrayAgent.Loopback.Http;
using TrayAgent.Loopback.State;

namespace TrayAgent.Loopback.Portal;

internal static class BearerToken
{
    /// <summary>The live portal session behind the request's access token.</summary>
    public static PortalSession? SessionOf(CentreRequest request, CentreState state) =>
        state.AccessTokens.GetValueOrDefault(request.Header("x-amz-sso_bearer_token") ?? "") is { } token
        && state.Now < token.ExpiresAt
        && token.Session.IsLive(state.Now)
            ? token.Session
            : null;
}
