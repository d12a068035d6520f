using System.Diagnostics;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;

namespace TrayAgent.Core.Show;

/// <summary>The state of a session as the rest of a sentence that begins with its name.</summary>
internal static class SessionWords
{
    private const string Scheme = "https://";
    private const string UsualPath = "/start";

    /// <summary>Longer names would push the rest out of the tooltip and the menu.</summary>
    private const int Longest = 48;

    public static string Name(SessionStatus status) => Name(status.Name);

    /// <summary>A legacy session is called by its host: of "https://corp.awsapps.com/start" only that tells it apart.</summary>
    public static string Name(string session) => Visible.Of(
        session.StartsWith(Scheme, StringComparison.Ordinal)
            ? session.EndsWith(UsualPath, StringComparison.Ordinal) ? session[Scheme.Length..^UsualPath.Length] : session[Scheme.Length..]
            : session,
        Longest);

    /// <summary>"corp is signed in until 17:00".</summary>
    public static string Sentence(SessionStatus status, Snapshot snapshot) => $"{Name(status)} {State(status, snapshot)}";

    public static string State(SessionStatus status, Snapshot snapshot) => status switch
    {
        { State: SessionState.SignedOut } => "is signed out",
        { State: SessionState.SignInNeeded, Token: { } token } when token.ExpiresAt > snapshot.Now =>
            "needs you to sign in; its access token still runs until "
            + Phrase.Time(token.ExpiresAt, snapshot.Now, snapshot.Zone),
        { State: SessionState.SignInNeeded } => "needs you to sign in",
        { State: SessionState.Unknown, Failure.Obstacle: RefreshObstacle.EndInDoubt } =>
            "may have been ended: AWS was asked to, and its answer was not seen",
        { State: SessionState.Unknown, Failure: { } failure } => $"could not be refreshed, because {Obstacle(failure)}; it is tried again",
        { State: SessionState.Unknown } => "is unknown at the moment",
        { State: SessionState.Refreshable, Failure.Obstacle: RefreshObstacle.NotWritable } =>
            "cannot be refreshed, because its file cannot be written",
        { State: SessionState.Refreshable, Token: { } token } =>
            $"is to be refreshed, which needs nobody; its access token ended at {Phrase.Time(token.ExpiresAt, snapshot.Now, snapshot.Zone)}",
        { End: { } end } => Until(end, snapshot),
        _ => "is signed in; nobody can know yet until when",
    };

    /// <summary>As the rest of a sentence that ends in "because".</summary>
    public static string Obstacle(RefreshFailure failure) => failure.Obstacle switch
    {
        RefreshObstacle.NoNetwork => "there was no network",
        RefreshObstacle.NoAnswer => "AWS gave no usable answer",
        RefreshObstacle.NotWritable => "its file cannot be written",
        RefreshObstacle.EndInDoubt => "it may have been ended",
        RefreshObstacle.ClientRefused => "AWS does not know its client registration any more",
        _ => throw new UnreachableException(),
    };

    private static string Until(EstimatedEnd end, Snapshot snapshot)
    {
        var earliest = Phrase.Time(end.Earliest, snapshot.Now, snapshot.Zone);
        return end.Basis switch
        {
            EndBasis.Token => $"is signed in until {earliest}",
            EndBasis.Configured => $"is signed in until about {earliest}",
            _ => $"is signed in, probably until between {earliest} and "
                + Phrase.Time(end.Latest, snapshot.Now, snapshot.Zone),
        };
    }
}
