using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Show;

/// <summary>Changes of Claude Code's settings in the tray menu: first what would be written where, then the click.</summary>
internal static class SettingsMenu
{
    /// <summary>Null when no edit of ours repairs it.</summary>
    public static MenuItem.Submenu? Of(Finding finding, ClaudeSettings claude)
    {
        if (finding.Remedy is not { Edit: { } edit } || edit.File != claude.UserFile)
        {
            return null;
        }

        var file = Name(edit.File);
        return new MenuItem.Submenu(
            $"    Fix in {file}",
            [
                .. SettingsChangeWords.Of(edit, claude).Select(line => new MenuItem.Text(line)),
                new MenuItem.Text($"in {Visible.Of(edit.File, 120)}"),
                new MenuItem.Command(
                    $"Write this to {file}",
                    new Choice.WriteSettings(finding.Code, finding.Subject, SettingsChangeWords.Preview(edit, claude))),
                .. finding.Code == FindingCodes.ClaudeSettingsLostKeys
                    ? new[] { new MenuItem.Command("Leave it", new Choice.LeaveLostKeys()) }
                    : [],
            ]);
    }

    /// <summary>As long as what we wrote is still there.</summary>
    public static IEnumerable<MenuItem> Undo(Snapshot snapshot)
    {
        if (SettingsChoices.Undoable(snapshot) is { } last)
        {
            var what = last.What.StartsWith("undo: ", StringComparison.Ordinal) ? "undo" : "change";
            yield return new MenuItem.Command(
                $"Undo the last {what} of {Name(snapshot.Claude.UserFile)}", new Choice.UndoSettings(last.At));
        }
    }

    private static string Name(string file) => Visible.Of(file[(file.LastIndexOfAny(['/', '\\']) + 1)..], 40);
}
