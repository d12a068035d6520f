using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Decide.Fix;

/// <summary>Which profile Claude Code is to use: a closed set.</summary>
internal abstract record WiredProfile
{
    private WiredProfile()
    {
    }

    public sealed record Found(Profile Profile) : WiredProfile;

    /// <param name="Message">Why none, with the choices.</param>
    public sealed record Missing(string Message) : WiredProfile;

    /// <summary>The one named, else Claude's present one, else AWS_PROFILE, else the only one that uses AWS SSO.</summary>
    /// <remarks>Never one that only a project names: somebody else may have written its files, and a wiring counts in every folder.</remarks>
    public static WiredProfile Of(Snapshot snapshot, ClaudeFixRequest request)
    {
        if (request.Profile is { } named)
        {
            return OfName(snapshot, request, named, "");
        }

        // One that does not exist was perhaps deleted; what the person uses everywhere else is nearer to what they want.
        var present = Present(snapshot.Claude.OutsideProject);
        if (present is not null && snapshot.ConfigOfClaude.Profile(present) is not null)
        {
            return OfName(snapshot, request, present, ", which Claude Code uses now,");
        }

        if (snapshot.Environment.Profile is { } shell)
        {
            return OfName(snapshot, request, shell, " (from AWS_PROFILE)");
        }

        return snapshot.ConfigOfClaude.Profiles.Where(profile => profile.Session is not null).ToList() switch
        {
            [] => new Missing(Headline.NoSessions(snapshot.ConfigOfClaude)),

            // The only one may be another account than the one meant.
            _ when present is not null => OfName(snapshot, request, present, ", which Claude Code uses now,"),
            [var only] => new Found(only),
            _ when Present(snapshot.Claude) is { } foreign => Nobody(
                snapshot,
                request.Mode,
                $"Only this project names a profile, '{Visible.Of(foreign)}', and your own settings count in every folder, "
                + "so name the one for them."),
            _ => Nobody(snapshot, request.Mode, "There are several profiles, so name the one for Claude Code."),
        };
    }

    /// <summary>Also in an isolated wiring, where only the commands name it.</summary>
    public static string? Present(ClaudeSettings claude) =>
        (claude.Text(ClaudeKeys.CredentialExport) is { } export ? SettingsCommand.Of(export).Profiles.FirstOrDefault() : null)
        ?? claude.AwsProfile
        ?? (claude.Text(ClaudeKeys.AuthRefresh) is { } refresh ? SettingsCommand.Of(refresh).Profiles.FirstOrDefault() : null);

    private static WiredProfile OfName(Snapshot snapshot, ClaudeFixRequest request, string name, string origin) =>
        snapshot.ConfigOfClaude.Profile(name) switch
        {
            null => Nobody(
                snapshot,
                request.Mode,
                $"There is no profile '{Visible.Of(name)}'{origin} in '{Visible.Of(snapshot.ConfigOfClaude.ConfigFile)}'.",
                name),
            { Session: null } profile when LostSession.Of(profile, snapshot.ConfigOfClaude) is { } lost => Nobody(
                snapshot, request.Mode, LostSession.Sentence($"'{Visible.Of(name)}'{origin}", lost)),
            { Session: null } => Nobody(
                snapshot, request.Mode, $"The profile '{Visible.Of(name)}'{origin} does not use AWS SSO, so there is nothing to sign in to."),
            var found => new Found(found),
        };

    /// <param name="unknown">The name that no profile has; null when that is not what is wrong.</param>
    private static Missing Nobody(Snapshot snapshot, WiringMode? mode, string sentence, string? unknown = null)
    {
        var names = snapshot.ConfigOfClaude.Profiles
            .Where(profile => profile.Session is not null)
            .Select(profile => profile.Name)
            .Order(StringComparer.Ordinal)
            .ToArray();
        return new Missing(names.Length == 0
            ? sentence
            : $"{sentence} Profiles that use AWS SSO are {string.Join(", ", names.Select(name => $"'{Visible.Of(name)}'"))}.{FixCommand.Proposal(mode, names, unknown)}");
    }
}
