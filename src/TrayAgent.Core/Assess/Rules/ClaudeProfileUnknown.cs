using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>Claude Code is told to use a profile or session that does not exist.</summary>
internal static class ClaudeProfileUnknown
{
    public static IEnumerable<Found> Find(Judged judged)
    {
        var profiles = judged.Config.Profiles.Select(profile => profile.Name);
        var sessions = judged.Sessions.Select(status => status.Name);
        return judged.Snapshot.Claude.Layers
            .SelectMany(layer => Profiles(layer, judged.Snapshot.Claude)
                .Where(name => judged.Profile(name) is null)
                .Select(name => Found(layer, "profile", name, NearestName.Question(name, profiles)))
                .Concat(layer.CommandSessions
                    .Where(name => judged.Session(name) is null)
                    .Select(name => Found(layer, "session", name, NearestName.Question(name, sessions)))))
            .DistinctBy(found => found.Finding.Subject);
    }

    /// <summary>A profile that a stronger layer replaces is never used.</summary>
    private static IEnumerable<string> Profiles(ClaudeSettingsLayer layer, ClaudeSettings claude) =>
        !string.IsNullOrEmpty(layer.AwsProfile) && layer.AwsProfile == claude.AwsProfile
            ? layer.CommandProfiles.Prepend(layer.AwsProfile)
            : layer.CommandProfiles;

    private static Found Found(ClaudeSettingsLayer layer, string kind, string name, string question) => new(new Finding(
        FindingCodes.ClaudeProfileUnknown,
        Severity.Error,
        name,
        $"Claude Code's settings name the {kind} '{name}', which does not exist.{question}",
        Remedy.Advice($"Correct the name in '{layer.File}', or add it to the AWS config.")))
    {
        File = layer.File,
    };
}
