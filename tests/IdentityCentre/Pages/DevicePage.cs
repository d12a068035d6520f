using TrayAgent.Loopback.Http;
using TrayAgent.Loopback.State;
using static System.Net.WebUtility;

namespace TrayAgent.Loopback.Pages;

/// <summary><c>/device</c>: where a person compares the user code and decides.</summary>
internal static class DevicePage
{
    private const string CodeForm = """
        <form method="get" action="/device">
        <label>Code from your device
        <input type="text" id="user_code" name="user_code" placeholder="XXXX-XXXX" autocomplete="off" autofocus></label>
        <div class="buttons"><button id="next" class="main">Next</button></div>
        </form>
        """;

    public static Reply Show(CentreRequest request, CentreState state)
    {
        var browser = Layout.BrowserOf(request);
        var reply = request.Query("user_code") is not { Length: > 0 } code
            ? Layout.Page("Enter the code", CodeForm)
            : Pending(code, state) is { } authorization
                ? Question(authorization, state.LiveSession(browser, authorization.StartUrl))
                : Unknown();
        return reply.WithBrowser(request, browser);
    }

    public static Reply Decide(CentreRequest request, CentreState state)
    {
        if (Pending(request.Form("user_code"), state) is not { } authorization)
        {
            return Unknown();
        }

        var browser = Layout.BrowserOf(request);
        var reply = request.Form("decision") == "approve"
            ? Approve(authorization, browser, request.Form("user"), state)
            : Deny(authorization);
        return reply.WithBrowser(request, browser);
    }

    public static DeviceAuthorization? Pending(string? userCode, CentreState state) =>
        state.DeviceAuthorizations.Find(it => it.UserCode == Normal(userCode) && it.IsPending(state.Now));

    public static Reply Approve(DeviceAuthorization authorization, string browser, string? user, CentreState state)
    {
        authorization.Session = state.SignIn(
            browser, authorization.StartUrl, user is { Length: > 0 } ? user : ConsentForm.DefaultUser);
        authorization.Decision = DeviceDecision.Approved;
        return Layout.Message("done", "Request approved", "You can close this window and go on where you were.");
    }

    public static Reply Deny(DeviceAuthorization authorization)
    {
        authorization.Decision = DeviceDecision.Denied;
        return Layout.Message("done", "Request denied", "Nothing was allowed. You can close this window.");
    }

    private static Reply Question(DeviceAuthorization authorization, PortalSession? live) =>
        Layout.Page("Allow access?", $"""
            <p>Go on only if this code is the one that you were shown:</p>
            <div class="code" id="code">{HtmlEncode(authorization.UserCode)}</div>
            {ConsentForm.Facts(authorization.Client, authorization.StartUrl)}
            {ConsentForm.Html("/device", [("user_code", authorization.UserCode)], live)}
            """);

    private static Reply Unknown() => Layout.Message(
        "problem",
        "This code is not valid",
        "It is unknown, used or too old. Start the sign-in again to get a new one.");

    private static string? Normal(string? userCode) => userCode?.Trim().ToUpperInvariant();
}
