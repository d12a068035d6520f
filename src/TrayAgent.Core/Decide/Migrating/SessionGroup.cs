using System.Collections.Immutable;
using TrayAgent.Core.Decide.Setup;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Decide.Migrating;

/// <summary>Profiles of one start URL and region, which share one <c>[sso-session]</c> from now on.</summary>
/// <param name="Existing">Null when the session is new.</param>
internal sealed record SessionGroup(
    string Session, SsoSession? Existing, string StartUrl, string Region, ImmutableArray<Profile> Profiles)
{
    public IEnumerable<ConfigChange> Changes => Profiles.SelectMany(Renamed).Concat(Existing is null ? Made() : []);

    public static ConfigChange AddScopes(SsoSession session) => Scopes(session.Name);

    /// <summary>The session's name takes the line of the start URL.</summary>
    private IEnumerable<ConfigChange> Renamed(Profile profile)
    {
        var section = LegacyProfile.Section(profile.Name);
        yield return new ConfigChange.Remove(section, "sso_start_url");
        yield return new ConfigChange.Put(section, "sso_session", Session);
        yield return new ConfigChange.Remove(section, "sso_region");
    }

    private IEnumerable<ConfigChange> Made()
    {
        yield return new ConfigChange.Put($"sso-session {Session}", "sso_start_url", StartUrl);
        yield return new ConfigChange.Put($"sso-session {Session}", "sso_region", Region);
        yield return Scopes(Session);
    }

    private static ConfigChange.Put Scopes(string session) =>
        new($"sso-session {session}", "sso_registration_scopes", ScopesAnswer.Usual);
}
