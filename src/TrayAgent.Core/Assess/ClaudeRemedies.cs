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

    /// <summary>The commands of a mode for a profile; where its name or our path is unsafe, the reason.</summary>
    public static Remedy Wire(Judged judged, WiringMode mode, string profile) =>
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
