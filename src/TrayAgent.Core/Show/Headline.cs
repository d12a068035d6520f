using System.Collections.Immutable;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Show;

/// <summary>The overall state in one sentence, and one more per session that matters.</summary>
internal static class Headline
{
    /// <summary>One word or two, for a title.</summary>
    public static string Word(OverallHealth overall) => overall switch
    {
        OverallHealth.Healthy => "fine",
        OverallHealth.Attention => "attention",
        OverallHealth.SignInNeeded => "sign-in needed",
        _ => "unknown",
    };

    public static string Sentence(Assessment assessment) => assessment.Overall switch
    {
        OverallHealth.Healthy => "Everything is fine.",
        OverallHealth.Attention => "Something needs your attention.",
        OverallHealth.SignInNeeded => "Sign-in needed.",
        _ => Unknown(assessment),
    };

    /// <summary>A line per session that matters, else the one sentence that says why there is none.</summary>
    public static ImmutableArray<string> Lines(Assessment assessment)
    {
        ImmutableArray<string> sessions =
        [
            .. assessment.Sessions
                .Where(status => status.Matters)
                .Select(status => $"{SessionWords.Sentence(status, assessment.Snapshot)}."),
        ];
        return sessions.IsEmpty ? [Sentence(assessment)] : sessions;
    }

    /// <summary>Findings that count and are not said already by the lines of the sessions.</summary>
    public static IEnumerable<Finding> Further(Assessment assessment) => assessment.Findings.Where(finding =>
        finding.Severity > Severity.Info
        && finding.Code is not FindingCodes.TokenSignInNeeded and not FindingCodes.TokenEndingSoon);

    private static string Unknown(Assessment assessment)
    {
        var config = assessment.Snapshot.Config;
        return !assessment.Sessions.IsEmpty
            ? assessment.Sessions.Any(status => status.Matters)
                ? "The state of a session is unknown at the moment."
                : assessment.Snapshot.ConfigElsewhere is { } elsewhere
                ? $"No session is in use here: Claude Code reads its profiles from '{Visible.Of(elsewhere.ConfigFile)}'."
                : "No session is in use: none was signed in to today, is pinned or is named by Claude Code's settings."
            : NoSessions(config);
    }

    /// <summary>What everybody with an empty <c>~/.aws</c> reads first; who has profiles of another kind is not told to sign in.</summary>
    public static string NoSessions(AwsConfig config) => config switch
    {
        { Problems.IsEmpty: false } =>
            $"No AWS SSO profiles could be read from '{Visible.Of(config.ConfigFile)}'. Correct the lines that 'trayagent status' names.",
        _ when config.Unseen.FirstOrDefault() is { } unseen => Visible.Of($"No AWS SSO profiles were found, but '{unseen.File}:{unseen.Line}': {unseen.Text}"),
        { Profiles.IsEmpty: true } => $"No AWS SSO profiles were found in '{Visible.Of(config.ConfigFile)}'. Run 'trayagent setup' to make one.",
        _ => $"There is no AWS SSO session to watch: no profile in '{Visible.Of(config.ConfigFile)}' signs in with SSO. 'trayagent setup' makes one that does.",
    };
}
