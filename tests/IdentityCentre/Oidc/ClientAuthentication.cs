using TrayAgent.Loopback.Http;
using TrayAgent.Loopback.State;

namespace TrayAgent.Loopback.Oidc;

internal static class ClientAuthentication
{
    /// <summary>The client that the request names, if its secret is right and its registration not expired.</summary>
    public static Client? Of(CentreRequest request, CentreState state) =>
        state.Clients.GetValueOrDefault(request.Text("clientId") ?? "") is { } client
        && client.ClientSecret == request.Text("clientSecret")
        && state.Now < client.ExpiresAt
            ? client
            : null;
}
