using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Assess;

/// <summary>Narrows an assessment to one profile: its chain, its session, and what is true for every profile.</summary>
internal static class ProfileScope
{
    public static Assessment Of(Assessment assessment, string profile, Policy policy)
    {
        var snapshot = assessment.Snapshot;
        var config = snapshot.Config;
        var named = config.Profile(profile);
        var names = named is null ? [] : named.Chain.Add(named.Name).ToHashSet(StringComparer.Ordinal);
        var session = named?.Session;
        var others = config.Profiles.Select(other => other.Name).Where(name => !names.Contains(name))
            .Concat(config.Sessions.Select(other => other.Name).Where(name => name != session))
            .ToHashSet(StringComparer.Ordinal);
        var pinned = policy with { PinnedSessions = session is null ? [] : [session] };
        var narrowed = Assessor.Assess(snapshot, pinned);
        var findings = narrowed.Findings.Where(finding => !others.Contains(finding.Subject)).ToList();
        var sessions = narrowed.Sessions.Where(status => status.Name == session).ToList();
        return narrowed with
        {
            Snapshot = snapshot with { Config = Narrow(config, names, session) },
            Sessions = [.. sessions],
            Findings = [.. findings],
            Overall = Health.Of([.. sessions], [.. findings], pinned, snapshot.Now),
        };
    }

    private static AwsConfig Narrow(AwsConfig config, HashSet<string> names, string? session) =>
        config with
        {
            Profiles = [.. config.Profiles.Where(profile => names.Contains(profile.Name))],
            Sessions = [.. config.Sessions.Where(other => other.Name == session)],
        };
}
