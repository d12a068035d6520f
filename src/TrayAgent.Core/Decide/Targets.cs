using TrayAgent.Core.Facts;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Decide;

/// <summary>Finds the session that a command is about: the one named, else AWS_PROFILE's, else Claude's, else the only one.</summary>
public static class Targets
{
    /// <param name="snapshot">The facts.</param>
    /// <param name="profile">Of <c>--profile</c>; null when not given.</param>
    /// <param name="session">Of <c>--session</c>, a name or a legacy start URL; null when not given.</param>
    public static Target Find(Snapshot snapshot, string? profile, string? session)
    {
        if (session is not null)
        {
            return snapshot.Config.Session(session) is { } named
                ? new Target.Found(named, null)
                : NotFound(snapshot, $"There is no session '{Visible.Of(session)}' in '{snapshot.Config.ConfigFile}'.");
        }

        if (profile is not null)
        {
            return OfProfile(snapshot, profile, "");
        }

        if (snapshot.Environment.Profile is { } shell)
        {
            return OfProfile(snapshot, shell, " (from AWS_PROFILE)");
        }

        // The profile of that name in our files may be somebody else's.
        return snapshot.ConfigElsewhere is null && snapshot.Claude.UsedProfile is { } claude && snapshot.Config.Profile(claude)?.Session is not null
            ? OfProfile(snapshot, claude, " (from Claude Code's settings)")
            : Only(snapshot);
    }

    private static Target OfProfile(Snapshot snapshot, string name, string origin)
    {
        if (snapshot.Config.Profile(name) is not { } profile)
        {
            return NotFound(snapshot, $"There is no profile '{Visible.Of(name)}'{origin} in '{snapshot.Config.ConfigFile}'.");
        }

        return profile.Session is { } session && snapshot.Config.Session(session) is { } found
            ? new Target.Found(found, profile)
            : NotFound(snapshot, $"The profile '{Visible.Of(name)}'{origin} does not use AWS SSO.");
    }

    private static Target Only(Snapshot snapshot) => snapshot.Config.Sessions switch
    {
        [var only] => new Target.Found(only, null),
        [] => new Target.NotFound(Headline.NoSessions(snapshot.Config)),
        _ => NotFound(snapshot, "There are several sessions, so name one with '--session' or '--profile'."),
    };

    private static Target.NotFound NotFound(Snapshot snapshot, string sentence)
    {
        var names = snapshot.Config.Sessions.Select(session => $"'{Visible.Of(session.Name)}'").ToArray();
        return new Target.NotFound(names.Length == 0
            ? $"{sentence} {Headline.NoSessions(snapshot.Config)}"
            : $"{sentence} The sessions are {string.Join(", ", names)}.");
    }
}
