namespace TrayAgent.Core.Assess;

/// <summary>An assessment as if there were only one profile's session.</summary>
public static class OneProfile
{
    /// <summary>The session that <paramref name="profile"/> uses matters then, whatever else is the case.</summary>
    public static Assessment Of(this Assessment assessment, string profile, Policy policy)
    {
        var session = assessment.Snapshot.Config.Profile(profile)?.Session;
        var config = assessment.Snapshot.Config;
        var snapshot = assessment.Snapshot with
        {
            Config = config with
            {
                Sessions = [.. config.Sessions.Where(one => one.Name == session)],
                Profiles = [.. config.Profiles.Where(one => one.Session == session)],
            },
        };
        return Assessor.Assess(snapshot, policy with { PinnedSessions = session is null ? [] : [session] });
    }
}
