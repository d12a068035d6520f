using TrayAgent.Act.Aws;
using TrayAgent.Act.Tokens;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Show;

namespace TrayAgent.Act.Refresh;

/// <summary>How a refresh ended, as a sentence; none of them holds what the service said, which may hold secrets.</summary>
internal sealed class RefreshWords(SsoSession session)
{
    private string Name => session.Name;

    public RefreshOutcome Refreshed(TokenFields fresh, string? doubt) => Outcome(
        RefreshResult.Refreshed,
        $"The token of '{Name}' was refreshed and is valid until {TokenText.Instant(fresh.ExpiresAt)}{(doubt is null ? "." : $"; {doubt}.")}");

    public RefreshOutcome FoundFresh(TokenSecret token) =>
        Outcome(RefreshResult.FoundFresh, $"Another program refreshed the token of '{Name}'.", token);

    public RefreshOutcome Failed(TokenSecret token, OidcFault fault) => fault switch
    {
        OidcFault.InvalidGrant or OidcFault.ExpiredToken or OidcFault.AccessDenied =>
            Outcome(RefreshResult.Refused, $"The session '{Name}' has ended: AWS does not refresh its token any more. {SignIn}", token),
        OidcFault.InvalidClient or OidcFault.UnauthorizedClient => Outcome(
            RefreshResult.ClientRefused,
            $"AWS no longer accepts the client registration in the token of '{Name}', so it cannot be refreshed. {SignIn}",
            token),
        OidcFault.Unreachable => Outcome(
            RefreshResult.Unreachable,
            $"The token of '{Name}' was not refreshed, because AWS could not be reached. Check the network; it is tried again.",
            token),
        OidcFault.Throttled => Failing(token, "AWS is throttling requests (429)"),
        OidcFault.Failing => Failing(token, "AWS had an internal error"),
        OidcFault.InvalidRequest or OidcFault.InvalidScope => Failing(
            token, $"AWS rejected the request (400); check that '{session.Region}' is the region of '{session.StartUrl}'"),
        _ => Failing(token, "what answered is not AWS, or gave an answer that makes no sense; a proxy or a hotel's page may be in between"),
    };

    /// <summary>Another of our processes asked a moment ago, and what it heard is not repeated.</summary>
    public RefreshOutcome Waited(TokenSecret token, RefreshResult heard) => Outcome(
        RefreshResult.Waited,
        $"The token of '{Name}' is not refreshed more than once a minute, and the last attempt {Heard(heard)}. Try again in a minute.",
        token);

    public RefreshOutcome Busy() => Outcome(
        RefreshResult.Waited, $"Another TrayAgent process has been refreshing the token of '{Name}' for a long time. Try again in a minute.");

    public RefreshOutcome NotWritten(string? due, Exception e) =>
        Outcome(RefreshResult.NotWritten, $"The token of '{Name}' was not refreshed, because there is no place for a new one: {Sentence.Reason(e)}.")
            with
        { Fingerprint = due };

    public RefreshOutcome NotStored(TokenSecret token, Exception e) => Outcome(
        RefreshResult.NotWritten,
        $"AWS gave a new token for '{Name}', but it could not be written: {Sentence.Reason(e)}. If the session does not go on, "
        + $"sign in with '{CommandLine.SignIn(Name)}'.",
        token);

    public RefreshOutcome NotRefreshable(TokenSecret token) =>
        Outcome(RefreshResult.ClientRefused, $"The token of '{Name}' cannot be refreshed: it has no refresh token. {SignIn}", token);

    public RefreshOutcome Impossible(TokenSecret token, string obstacle) =>
        Outcome(RefreshResult.Failing, $"The token of '{Name}' was not refreshed: {obstacle}", token);

    public RefreshOutcome Unreadable(string file) =>
        Outcome(RefreshResult.Failing, $"'{file}' cannot be read, so the token of '{Name}' was not refreshed. {SignIn}");

    public RefreshOutcome SignedOut(string? due) =>
        Outcome(RefreshResult.SignedOut, $"'{Name}' is signed out. {SignIn}") with { Fingerprint = due };

    private string SignIn => $"Sign in with '{CommandLine.SignIn(Name)}'.";

    private static string Heard(RefreshResult heard) => heard switch
    {
        RefreshResult.Refreshed or RefreshResult.FoundFresh => "went well",
        RefreshResult.Unreachable => "did not reach AWS",
        RefreshResult.Refused or RefreshResult.ClientRefused => "was refused",
        _ => "failed",
    };

    private RefreshOutcome Failing(TokenSecret token, string reason) =>
        Outcome(RefreshResult.Failing, $"The token of '{Name}' was not refreshed: {reason}. It is tried again.", token);

    private RefreshOutcome Outcome(RefreshResult result, string text, TokenSecret? token = null) =>
        new(Name, result, text) { StartUrl = session.StartUrl, Fingerprint = token?.Fingerprint };
}
