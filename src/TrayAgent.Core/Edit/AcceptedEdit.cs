using System.Collections.Immutable;
using TrayAgent.Core.Edit.Json;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Edit;

/// <summary>
/// An edit of the settings that a person saw before saying yes: it is made only while its keys are as they were shown.
/// What else is in the file may have changed meanwhile.
/// </summary>
/// <param name="Edit">Of the user's file.</param>
/// <param name="Seen">What each key of the edit held, as <see cref="ClaudeSetting.Value"/>; null: it was not there.</param>
public sealed record AcceptedEdit(SettingsEdit Edit, ImmutableDictionary<string, string?> Seen)
{
    public static AcceptedEdit Of(SettingsEdit edit, ClaudeSettings settings) => new(
        edit, edit.Changes.ToImmutableDictionary(change => change.Key, change => edit.Target(settings)?[change.Key]?.Value));

    /// <summary>Made twice it is the same as once.</summary>
    public Edited Apply(ReadOnlyMemory<byte> before)
    {
        var now = before.IsEmpty ? null : ClaudeSettingsParser.Parse(Edit.File, before);
        return Edit.Changes.FirstOrDefault(change => !IsAsSeen(now, change)) is { } changed
            ? new Edited.Refused(new Problem(
                Edit.File,
                now?[changed.Key]?.Line,
                $"'{Visible.Of(changed.Key)}' was changed meanwhile, so nothing was written. Look at the change again."))
            : SettingsEditor.Apply(Edit.File, before.Span, Edit.Changes);
    }

    /// <summary>Also true of a file that cannot be read: the editor says better why not.</summary>
    private bool IsAsSeen(ClaudeSettingsLayer? now, SettingsChange change) =>
        now is { Problem: not null, Settings.IsEmpty: true } || change.IsIn(now) || now?[change.Key]?.Value == Seen[change.Key];
}
