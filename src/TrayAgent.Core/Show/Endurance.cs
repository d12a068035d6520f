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
        var signIn = CommandLine.SignIn(status.Name);
        return status switch
        {
            { State: SessionState.SignedOut } =>
                No($"'{name}' is signed out. Run: {signIn}"),
            { State: SessionState.SignInNeeded } =>
                No($"'{name}' needs a sign-in. Run: {signIn}"),
            { State: SessionState.Unknown, Failure: { Obstacle: RefreshObstacle.EndInDoubt } failure } =>
                No($"Whether '{name}' is still signed in is unknown: AWS was asked at {Time(failure.At, snapshot)} to end it, "
                    + $"and its answer was not seen. Run: {CommandLine.Renew(status.Name)}"),
            { State: SessionState.Unknown, Failure: { } failure } =>
                No($"Whether '{name}' is still signed in is unknown: its access token has ended, and it could not be refreshed "
                    + $"at {Time(failure.At, snapshot)}, because {SessionWords.Obstacle(failure)}. It is tried again."),
            { State: SessionState.Unknown } =>
                No($"Whether '{name}' is signed in is unknown: its token file cannot be read."),
            { State: SessionState.Refreshable, Failure: { Obstacle: RefreshObstacle.NotWritable } failure } =>
                No($"The access token of '{name}' has ended, and it cannot be refreshed, because its file cannot be written: "
                    + Visible.Of(failure.Text)),
            { State: SessionState.Refreshable } =>
                No($"Whether '{name}' is still signed in is unknown until it is refreshed: "
                    + $"its access token ended at {Time(status.Token!.ExpiresAt, snapshot)}."),
            _ when wanted == TimeSpan.Zero =>
                new Endurance(true, $"'{name}' is signed in."),
            _ => OfValid(status, snapshot.Now + wanted, snapshot),
        };
    }

    /// <summary>"Yes" only where nothing is known to stand in between: an estimate alone does not refresh a token.</summary>
    private static Endurance OfValid(SessionStatus status, DateTimeOffset until, Snapshot snapshot)
    {
        var name = Visible.Of(status.Name);
        var renew = CommandLine.Renew(status.Name);
        return status switch
        {
            { End: { } end } when until > end.Earliest =>
                No($"'{name}' does not last that long for certain: it ends {Ends(end, snapshot)}. Run before: {renew}"),
            { IsRefreshable: true, Token: { } token } when until > token.ExpiresAt && Obstacle(status, until, snapshot) is { } reason =>
                No($"'{name}' does not last that long for certain: {reason}"),
            { End: { } end } =>
                new Endurance(true, $"'{name}' lasts: it ends {Ends(end, snapshot)}."),
            { Token: { } token } when until <= token.ExpiresAt =>
                new Endurance(true, $"'{name}' lasts: its access token alone is valid until {Time(token.ExpiresAt, snapshot)}."),
            _ => No(
                $"How long '{name}' lasts is unknown: AWS tells the end of a refreshable session nowhere, and none was observed yet. "
                + "Write its length into 'sessionDurations' in the settings if you know it."),
        };
    }

    /// <summary>What stands between the session and its next access tokens; null when nothing is known to.</summary>
    private static string? Obstacle(SessionStatus status, DateTimeOffset until, Snapshot snapshot) => status switch
    {
        { Token.RegistrationExpiresAt: { } registrationEnd } when registrationEnd < until =>
            $"its client registration ends at {Time(registrationEnd, snapshot)}, and without one its token cannot be refreshed.",
        { Failure: { } failure } =>
            $"refreshing it failed at {Time(failure.At, snapshot)}, because {SessionWords.Obstacle(failure)}.",
        _ => null,
    };

    private static Endurance No(string text) => new(false, text);

    private static string Ends(EstimatedEnd end, Snapshot snapshot) => Phrase.End(end, snapshot.Now, snapshot.Zone);

    private static string Time(DateTimeOffset instant, Snapshot snapshot) => Phrase.Time(instant, snapshot.Now, snapshot.Zone);
}
