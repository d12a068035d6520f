using System.Collections.Immutable;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Decide.Migrating;

/// <summary>What a migration does, what it is good for, and what is to be done afterwards.</summary>
internal static class MigrationWords
{
    public static IEnumerable<string> Before(
        AwsConfig config, ImmutableArray<SessionGroup> groups, ImmutableArray<SsoSession> scopeless)
    {
        foreach (var group in groups)
        {
            yield return $"{Names(group.Profiles)} will use '[sso-session {group.Session}]', "
                + (group.Existing is null ? "which is new." : $"which has the same start URL ('{Visible.Of(config.ConfigFile)}:{group.Existing.Line}').");
        }

        foreach (var session in scopeless)
        {
            yield return $"'[sso-session {Visible.Of(session.Name)}]' gets the scope with which its token can be refreshed"
                + (groups.IsEmpty || groups.Any(group => group.Existing?.Name == session.Name)
                    ? "."
                    : ", although none of these profiles uses it: '--profile' leaves it alone.");
        }

        foreach (var url in groups.GroupBy(group => StartUrls.Key(group.StartUrl)).Where(url => url.Count() > 1))
        {
            yield return $"Profiles of '{Visible.Of(url.First().StartUrl)}' name different regions "
                + $"({string.Join(", ", url.Select(group => group.Region))}); one of them is probably wrong, for a portal has one.";
        }

        if (groups.SelectMany(group => group.Profiles).Where(IsMixed).ToImmutableArray() is { IsEmpty: false } mixed)
        {
            yield return $"{Names(mixed)} {(mixed.Length == 1 ? "has" : "have")} other credentials too, which some tools prefer; they stay.";
        }

        var sources = groups.SelectMany(group => group.Profiles).Select(profile => profile.Name).ToHashSet(StringComparer.Ordinal);
        if (config.Profiles.Where(profile => profile.Chain.Skip(1).Any(sources.Contains)).ToImmutableArray() is { IsEmpty: false } chains)
        {
            // https://github.com/aws/aws-cli/issues/7496, seen with AWS CLI 2.9.19 and botocore 1.29.27.
            yield return $"{Names(chains)} {(chains.Length == 1 ? "assumes its role" : "assume their roles")} from there: "
                + "AWS CLI 2.9 and botocore 1.29 can do that only where "
                + $"{(chains.Length == 1 ? "it repeats the 'sso_session' line of its" : "they repeat the 'sso_session' line of their")} source, "
                + "current ones always.";
        }

        yield return "What is gained: tokens are refreshed silently for as long as your administrator lets a session last "
            + "(8 hours by default, at most 90 days).";
    }

    public static IEnumerable<string> Afterwards(ImmutableArray<string> sessions)
    {
        yield return "Sign in once more, because the new token is kept under the session's name: "
            + string.Join(", ", sessions.Select(name => $"'{CommandLine.Of(["trayagent", "login", "--session", name])}'")) + ".";
        yield return "A Claude Code session that is running has read the old config; start it again afterwards.";
    }

    /// <param name="profiles">Those that were looked at.</param>
    /// <param name="hasLegacy">Some are legacy and were left as they are, for reasons that follow.</param>
    public static IEnumerable<string> Nothing(AwsConfig config, ImmutableArray<Profile> profiles, bool hasLegacy)
    {
        if (hasLegacy)
        {
            yield return "Nothing was migrated.";
        }
        else if (profiles is [var only])
        {
            yield return only.SsoSession is { } lost && config.Session(lost) is null
                ? $"There is nothing to migrate: '{Visible.Of(only.Name)}' names '[sso-session {Visible.Of(lost)}]', which does not exist."
                    + Visible.Of(NearestName.Question(lost, config.Sessions.Select(other => other.Name)))
                : only.SsoSession is { } session
                ? $"There is nothing to migrate: '{Visible.Of(only.Name)}' uses '[sso-session {Visible.Of(session)}]' already."
                : $"There is nothing to migrate: '{Visible.Of(only.Name)}' has no 'sso_start_url'.";
        }
        else
        {
            yield return $"There is nothing to migrate in '{Visible.Of(config.ConfigFile)}'.";
        }
    }

    private static bool IsMixed(Profile profile) => profile.HasStaticKeys || profile.HasCredentialProcess || profile.HasLoginSession;

    private static string Names(ImmutableArray<Profile> profiles) => profiles switch
    {
        [var only] => $"'{Visible.Of(only.Name)}'",
        [.. var first, var last] => $"{string.Join(", ", first.Select(profile => $"'{Visible.Of(profile.Name)}'"))} and '{Visible.Of(last.Name)}'",
        _ => "",
    };
}
