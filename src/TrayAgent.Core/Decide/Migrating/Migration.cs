using System.Collections.Immutable;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Decide.Migrating;

/// <summary>
/// Plans how profiles that carry their start URL themselves come to share an <c>[sso-session]</c> with scopes,
/// so that their token can be refreshed.
/// </summary>
public static class Migration
{
    /// <param name="profile">The only one that is meant; null for all, and for every session without scopes.</param>
    public static MigrationPlan Plan(AwsConfig config, string? profile)
    {
        if (profile is null)
        {
            return Plan(config, config.Profiles, config.Sessions, []);
        }

        if (config.Profile(profile) is not { } named)
        {
            return new MigrationPlan.NotFound($"There is no profile '{Visible.Of(profile)}' in '{Visible.Of(config.ConfigFile)}'."
                + Visible.Of(NearestName.Question(profile, config.Profiles.Select(other => other.Name))));
        }

        var source = named.Chain is [.., var last] && config.Profile(last) is { } end ? end : named;
        ImmutableArray<string> preface = source == named ? [] :
            [$"'{Visible.Of(profile)}' takes its credentials from '{Visible.Of(source.Name)}', which is what is migrated."];
        var plan = Plan(config, [source], config.Sessions.Where(session => session.Name == source.SsoSession), preface);
        return plan is MigrationPlan.NothingToDo(var text) && LegacyProfile.Is(config, source) ? new MigrationPlan.Impossible(text) : plan;
    }

    private static MigrationPlan Plan(
        AwsConfig config, IEnumerable<Profile> profiles, IEnumerable<SsoSession> sessions, ImmutableArray<string> preface)
    {
        var legacy = profiles.Where(one => LegacyProfile.Is(config, one)).OrderBy(profile => profile.Line)
            .ToLookup(profile => LegacyProfile.Obstacle(config, profile));
        var groups = SessionGroups.Of(config, [.. legacy[null]]);
        var scopeless = sessions
            .Where(session => session is { Kind: SessionKind.SsoSession, Scopes.IsEmpty: true, StartUrl.Length: > 0 })
            .Concat(groups.Select(group => group.Existing).OfType<SsoSession>().Where(session => session.Scopes.IsEmpty))
            .DistinctBy(session => session.Name)
            .ToImmutableArray();
        var left = legacy.Where(group => group.Key is not null)
            .SelectMany(group => group.Select(profile => $"'{Visible.Of(profile.Name)}' was left as it is: it {group.Key}."));
        return groups.IsEmpty && scopeless.IsEmpty
            ? new MigrationPlan.NothingToDo([.. preface, .. MigrationWords.Nothing(config, [.. profiles], legacy.Count > 0), .. left])
            : new MigrationPlan.Changes(
                [.. groups.SelectMany(group => group.Changes), .. scopeless.Select(SessionGroup.AddScopes)],
                [.. groups.SelectMany(group => group.Profiles.Select(profile => new MigratedProfile(profile.Name, group.Session)))],
                [.. preface, .. MigrationWords.Before(config, groups, scopeless), .. left],
                [.. MigrationWords.Afterwards([.. groups.Select(group => group.Session).Union(scopeless.Select(session => session.Name))])]);
    }
}
