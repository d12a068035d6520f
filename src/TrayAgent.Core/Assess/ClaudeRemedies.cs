using System.Collections.Immutable;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Assess;

/// <summary>Remedies that several rules about Claude Code offer.</summary>
internal static class ClaudeRemedies
{
    public static Remedy Update { get; } = Remedy.Command("Update Claude Code.", "claude", "update");

    /// <summary>An edit of the user's own file, and of no other; only advice where a stronger file would win all the same.</summary>
    /// <param name="text">One sentence.</param>
    public static Remedy Fix(Judged judged, string text, params ImmutableArray<SettingsChange> changes)
    {
        if (changes.FirstOrDefault(change => ForeignCommands.IsForeign(judged.ClaudeSettings, change.Key)) is { } foreign)
        {
            return Remedy.Advice($"{text} '{foreign.Key}' runs another program now, so decide yourself whether it may go.");
        }

        var stronger = changes
            .Select(change => judged.ClaudeSettings[change.Key])
            .FirstOrDefault(setting => setting?.Source.Scope is not (null or SettingsScope.User or SettingsScope.Shell));
        return stronger is null
            ? Remedy.Command(text, "trayagent", "claude", "fix") with
            {
                Edit = new SettingsEdit(judged.ClaudeSettings.UserFile, changes),
            }
            : Remedy.Advice(
                $"{text} '{stronger.Source}' sets '{stronger.Key}', and your own settings cannot change that.");
    }

    /// <summary>The commands of a mode for a profile; where its name or our path is unsafe, or only a project names it, the reason.</summary>
    public static Remedy Wire(Judged judged, WiringMode mode, string profile) =>
        OutsideProject(judged) != profile
            ? Remedy.Advice(
                $"Only this project names the profile '{profile}', and your own settings count in every folder, so they are left as they are. "
                + "Set 'awsAuthRefresh' for it in the project's '.claude/settings.local.json', or let the project use your profile.")
            : Wired(judged, mode, profile);

    /// <summary>The profile that Claude Code uses where no project says otherwise.</summary>
    private static string? OutsideProject(Judged judged)
    {
        var claude = judged.ClaudeSettings.OutsideProject;
        return claude.Text(ClaudeKeys.CredentialExport) is { } export
            ? SettingsCommand.Of(export).Profiles.FirstOrDefault()
            : AwsIdentities.OfDefaultChain(claude, judged.ConfigOfClaude).Profile;
    }

    private static Remedy Wired(Judged judged, WiringMode mode, string profile) =>
        Wiring.For(mode, profile, judged.Snapshot.OwnProgram) switch
        {
            Wiring.Commands commands => Fix(
                judged,
                $"Set 'awsAuthRefresh' to '{commands.AuthRefresh}'"
                + (commands.CredentialExport is { } export ? $" and 'awsCredentialExport' to '{export}'." : "."),
                [
                    new SettingsChange.Put(ClaudeKeys.AuthRefresh, commands.AuthRefresh),
                    .. commands.CredentialExport is { } also
                        ? [new SettingsChange.Put(ClaudeKeys.CredentialExport, also)]
                        : ImmutableArray<SettingsChange>.Empty,
                ]),
            Wiring.Unsafe(var reason) => Remedy.Advice(reason),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
}
