using System.Text.Json.Nodes;
using TrayAgent.Loopback.Http;
using TrayAgent.Loopback.State;

namespace TrayAgent.Loopback.Oidc;

/// <summary><c>POST /client/register</c></summary>
internal static class RegisterClient
{
    public static Reply Answer(CentreRequest request, CentreState state)
    {
        if (request.Text("clientName") is not { Length: > 0 } name)
        {
            return OidcError.InvalidRequest("clientName is required");
        }

        if (request.Text("clientType") != "public")
        {
            return OidcError.InvalidClientMetadata("clientType must be public");
        }

        if (!request.Texts("redirectUris").All(LoopbackRedirect.IsAllowed))
        {
            return OidcError.InvalidRedirectUri();
        }

        var client = Register(name, request, state);
        return Reply.Json(new JsonObject
        {
            ["clientId"] = client.ClientId,
            ["clientSecret"] = client.ClientSecret,
            ["clientIdIssuedAt"] = state.Now.ToUnixTimeSeconds(),
            ["clientSecretExpiresAt"] = client.ExpiresAt.ToUnixTimeSeconds(),
            ["authorizationEndpoint"] = null,
            ["tokenEndpoint"] = null,
        });
    }

    private static Client Register(string name, CentreRequest request, CentreState state)
    {
        var client = new Client(
            Minted.Identifier("cid"), state.NewSecret(SecretKind.ClientSecret), name, state.Now + state.Options.RegistrationLife)
        {
            Scopes = [.. request.Texts("scopes")],
            GrantTypes = [.. request.Texts("grantTypes")],
            RedirectUris = [.. request.Texts("redirectUris")],
            IssuerUrl = request.Text("issuerUrl"),
        };
        state.Clients[client.ClientId] = client;
        return client;
    }
}
