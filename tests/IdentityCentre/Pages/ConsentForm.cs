using TrayAgent.Loopback.State;
using static System.Net.WebUtility;

namespace TrayAgent.Loopback.Pages;

/// <summary>How both sign-in pages end; the ids <c>approve</c>, <c>deny</c> and <c>user</c> are stable.</summary>
internal static class ConsentForm
{
    public const string DefaultUser = "developer@example.com";

    public static string Html(
        string action, IEnumerable<(string Name, string Value)> hidden, PortalSession? live) => $"""
        {(live is null ? "" : Reused(live))}
        <form method="post" action="{action}">
        {string.Concat(hidden.Select(it => Hidden(it.Name, it.Value)))}
        {(live is null ? UserField : "")}
        <div class="buttons">
        <button id="approve" name="decision" value="approve" class="main">Allow access</button>
        <button id="deny" name="decision" value="deny">Deny</button>
        </div>
        </form>
        """;

    public static string Facts(Client client, string startUrl) => $"""
        <dl>
        <dt>Application</dt><dd id="client">{HtmlEncode(client.Name)}</dd>
        <dt>Start URL</dt><dd>{HtmlEncode(startUrl)}</dd>
        <dt>It may</dt><dd>{HtmlEncode(client.Scopes.IsEmpty ? "use your accounts and roles" : Scopes(client))}</dd>
        </dl>
        """;

    private const string UserField = $"""
        <label>Sign in as<input type="text" id="user" name="user" value="{DefaultUser}" autocomplete="off"></label>
        """;

    private static string Reused(PortalSession live) => $"""
        <p id="session" class="note">You are signed in as {HtmlEncode(live.UserName)}.
        This session ends at {live.EndsAt:HH:mm} UTC; allowing access does not extend it.</p>
        """;

    private static string Scopes(Client client) => $"use your accounts and roles ({string.Join(' ', client.Scopes)})";

    private static string Hidden(string name, string value) =>
        $"""<input type="hidden" name="{name}" value="{HtmlEncode(value)}">""";
}
