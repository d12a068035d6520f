using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;

namespace TrayAgent.Core.Show;

/// <summary>The answer to "will the session last?"; what nobody can know is not answered with yes.</summary>
public sealed record Endurance(bool WillLast, string Text)
{
    /// <param name="status">The session's judgement.</param>
    /// <param name="wanted">From now on; zero: does it work at this moment?</param>
    /// <param name="snapshot">What it was judged by.</param>
    public static Endurance Of(SessionStatus status, TimeSpan wanted, Snapshot snapshot)
    {
        var name = Visible.Of(status.Name);
        var signIn = CommandLine.Of(["trayagent", "login", "--session", status.Name]);
        var renew = CommandLine.Of(["trayagent", "renew", "--session", status.Name]);
        var until = snapshot.Now + wanted;
        return status switch
        {
            { State: SessionState.SignedOut } =>
                No($"'{name}' is signed out. Run: {signIn}"),
            { State: SessionState.SignInNeeded } =>
                No($"'{name}' needs a sign-in. Run: {signIn}"),
            { State: SessionState.Unknown } =>
                No($"Whether '{name}' is signed in is unknown: its token file cannot be read, or the network was away."),
            _ when wanted == TimeSpan.Zero =>
                new Endurance(true, $"'{name}' is signed in."),
            { End: { } end } when until <= end.Earliest =>
                new Endurance(true, $"'{name}' lasts: it ends {Ends(end, snapshot)}."),
            { End: { } end } =>
                No($"'{name}' does not last that long for certain: it ends {Ends(end, snapshot)}. Run before: {renew}"),
            { Token: { } token } when until <= token.ExpiresAt =>
                new Endurance(true, $"'{name}' lasts: its access token alone is valid until {Phrase.Time(token.ExpiresAt, snapshot.Now, snapshot.Zone)}."),
            _ => No(
                $"How long '{name}' lasts is unknown: AWS tells the end of a refreshable session nowhere, and none was observed yet. "
                + "Write its length into 'sessionDurations' in the settings if you know it."),
        };
    }

    private static Endurance No(string text) => new(false, text);

    private static string Ends(EstimatedEnd end, Snapshot snapshot) => Phrase.End(end, snapshot.Now, snapshot.Zone);
}
