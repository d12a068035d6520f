using System.Collections.Immutable;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Assess;

/// <summary>What managed and user Claude settings use.</summary>
/// <param name="Profiles">The effective <c>AWS_PROFILE</c> and the profiles that its commands name.</param>
/// <param name="Sessions">The sessions behind these profiles, and those that its commands name.</param>
internal sealed record ClaudeUse(ImmutableHashSet<string> Profiles, ImmutableHashSet<string> Sessions)
{
    private const string DefaultProfile = "default";

    public static ClaudeUse In(Snapshot snapshot)
    {
        var claude = snapshot.Claude;
        var profiles = claude.Layers.SelectMany(layer => layer.CommandProfiles).ToImmutableHashSet();
        if (claude.AwsProfile is { } named)
        {
            profiles = profiles.Add(named);
        }
        else if (claude.UsesBedrock && profiles.IsEmpty)
        {
            // Nothing names a profile, so the SDK inside Claude Code takes what every SDK takes.
            profiles = profiles.Add(snapshot.Environment.Profile ?? DefaultProfile);
        }

        var sessions = profiles
            .Select(name => snapshot.ConfigOfClaude.Profile(name)?.Session)
            .OfType<string>()
            .Concat(claude.Layers.SelectMany(layer => layer.CommandSessions));
        return new ClaudeUse(profiles, [.. sessions]);
    }

    public bool Uses(SsoSession session) => Sessions.Contains(session.Name);
}
