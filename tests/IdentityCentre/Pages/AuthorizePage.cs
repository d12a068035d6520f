using TrayAgent.Loopback.Http;
using TrayAgent.Loopback.Oidc;
using TrayAgent.Loopback.State;

namespace TrayAgent.Loopback.Pages;

/// <summary><c>/authorize</c>: consent for the authorization code flow with PKCE.</summary>
internal static class AuthorizePage
{
    private static readonly string[] Names =
        ["response_type", "client_id", "redirect_uri", "state", "code_challenge_method", "code_challenge", "scopes"];

    public static Reply Show(CentreRequest request, CentreState state)
    {
        if (Problem(request.Query, state) is { } problem)
        {
            return Refused(problem);
        }

        var browser = Layout.BrowserOf(request);
        var client = state.Clients[request.Query("client_id")!];
        var startUrl = client.IssuerUrl ?? "";
        var hidden = Names.Select(name => (name, request.Query(name) ?? ""));
        var form = ConsentForm.Html("/authorize", hidden, state.LiveSession(browser, startUrl));
        return Layout.Page("Allow access?", ConsentForm.Facts(client, startUrl) + form).WithBrowser(request, browser);
    }

    public static Reply Decide(CentreRequest request, CentreState state)
    {
        if (Problem(request.Form, state) is { } problem)
        {
            return Refused(problem);
        }

        var browser = Layout.BrowserOf(request);
        var answer = request.Form("decision") == "approve"
            ? "code=" + Uri.EscapeDataString(NewCode(request, browser, state))
            : "error=access_denied";
        var echo = Uri.EscapeDataString(request.Form("state") ?? "");
        return Reply.Redirect($"{request.Form("redirect_uri")}?{answer}&state={echo}").WithBrowser(request, browser);
    }

    private static string NewCode(CentreRequest request, string browser, CentreState state)
    {
        var client = state.Clients[request.Form("client_id")!];
        var user = request.Form("user") is { Length: > 0 } name ? name : ConsentForm.DefaultUser;
        var code = state.NewSecret(SecretKind.AuthorizationCode);
        state.AuthorizationCodes[code] = new AuthorizationCode(
            client,
            request.Form("redirect_uri")!,
            request.Form("code_challenge")!,
            state.SignIn(browser, client.IssuerUrl ?? "", user),
            state.Now + state.Options.DeviceCodeLife);
        return code;
    }

    private static string? Problem(Func<string, string?> parameter, CentreState state)
    {
        if (state.Clients.GetValueOrDefault(parameter("client_id") ?? "") is not { } client
            || state.Now >= client.ExpiresAt)
        {
            return "The client is unknown or its registration has expired.";
        }

        if (!client.MayUse(GrantTypes.AuthorizationCode) || parameter("response_type") != "code")
        {
            return "The client is not registered for this kind of sign-in.";
        }

        if (!LoopbackRedirect.Matches(parameter("redirect_uri") ?? "", client.RedirectUris))
        {
            return "The redirect address is not the registered one.";
        }

        return parameter("code_challenge_method") == "S256" && parameter("code_challenge") is { Length: 43 }
            ? WrongScopes(parameter("scopes"), client)
            : "The code challenge is missing or not of the kind S256.";
    }

    private static string? WrongScopes(string? scopes, Client client) =>
        (scopes ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).All(scope => client.Scopes.Contains(scope))
            ? null
            : "The client asks for scopes that it is not registered for.";

    private static Reply Refused(string problem) =>
        Layout.Message("problem", "This request is not valid", problem) with { Status = 400 };
}
