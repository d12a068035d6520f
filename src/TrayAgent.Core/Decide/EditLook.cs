using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Decide;

/// <summary>
/// Looks at our own edit of the settings again after five seconds: a program that had read the file before may have written the
/// old values back. What it removed altogether is a matter of <see cref="KeyWatch"/>.
/// </summary>
internal static class EditLook
{
    /// <summary>Later, what is different may be a person's doing.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(1);

    /// <summary>Null: there is nothing to look at.</summary>
    public static DateTimeOffset? DueAt(Snapshot snapshot) =>
        snapshot.SettingsFile.OwnEdit is { } edit && edit.At != snapshot.KnownKeys.CheckedEdit ? edit.At.Plus(KeyWatch.Patience) : null;

    public static bool IsDue(Snapshot snapshot) => DueAt(snapshot) <= snapshot.Now;

    /// <summary>The keys that are not as we wrote them; empty when all is well, or nobody can tell whose doing it is.</summary>
    public static IEnumerable<string> Reverted(Snapshot snapshot)
    {
        if (snapshot.SettingsFile is not { OwnEdit: { IsLatest: false } edit, ChangedAt: { } changed }
            || snapshot.Now - edit.At > Late
            || changed - edit.At > KeyWatch.Patience)
        {
            return [];
        }

        var layer = snapshot.Claude.Layers.FirstOrDefault(found => found.Scope == SettingsScope.User);
        return edit.Changes.Where(change => layer?[change.Key] is not null && !change.IsIn(layer)).Select(change => change.Key);
    }
}
