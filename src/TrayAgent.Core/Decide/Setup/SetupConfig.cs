using System.Collections.Immutable;
using TrayAgent.Core.Edit;

namespace TrayAgent.Core.Decide.Setup;

/// <summary>What the config must say for a session and a profile; what it says already is no change.</summary>
public static class SetupConfig
{
    public static ImmutableArray<ConfigChange> Changes(SetupSession session, SetupProfile profile) =>
    [
        .. Session(session),
        new ConfigChange.Put(profile.Section, "sso_session", profile.Session),
        new ConfigChange.Put(profile.Section, "sso_account_id", profile.AccountId),
        new ConfigChange.Put(profile.Section, "sso_role_name", profile.RoleName),
        new ConfigChange.Put(profile.Section, "region", profile.Region),

        // Of the legacy format: beside a session they contradict it for some tools, and end others.
        new ConfigChange.Remove(profile.Section, "sso_start_url"),
        new ConfigChange.Remove(profile.Section, "sso_region"),
        new ConfigChange.Remove(profile.Section, "sso_registration_scopes"),
    ];

    private static IEnumerable<ConfigChange> Session(SetupSession session)
    {
        var section = $"sso-session {session.Name}";
        yield return new ConfigChange.Put(section, "sso_start_url", session.StartUrl);
        yield return new ConfigChange.Put(section, "sso_region", session.Region);
        if (session.Scopes.Length > 0)
        {
            yield return new ConfigChange.Put(section, "sso_registration_scopes", session.Scopes);
        }
    }
}
