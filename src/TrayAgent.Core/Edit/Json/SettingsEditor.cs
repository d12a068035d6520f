using System.Collections.Immutable;
using System.Text;
using TrayAgent.Core.Facts;

namespace TrayAgent.Core.Edit.Json;

/// <summary>
/// Changes single keys in the bytes of a Claude Code settings file; everything else stays byte for byte.
/// What Claude Code could not read, or could read in two ways, is refused.
/// </summary>
/// <remarks>
/// An <c>env</c> whose last variable is removed stays as <c>{}</c>: its place in the file was its owner's choice,
/// and whether it was there before is not to be seen. The backup brings back the very bytes.
/// </remarks>
public static class SettingsEditor
{
    /// <param name="before">All bytes of the file; empty when there is no file yet.</param>
    public static Edited Apply(string file, ReadOnlySpan<byte> before, ImmutableArray<SettingsChange> changes)
    {
        var bytes = before.IsEmpty && changes.Any(change => change is SettingsChange.Put) ? "{}\n"u8.ToArray() : before.ToArray();
        if (bytes.Length == 0)
        {
            return new Edited.Content(bytes);
        }

        foreach (var change in changes)
        {
            if (Fault(change) is { } fault)
            {
                return new Edited.Refused(new Problem(file, null, fault));
            }

            if (!SettingsOutline.TryRead(file, bytes, out var outline, out var problem))
            {
                return new Edited.Refused(problem);
            }

            bytes = One(bytes, outline, change);
        }

        return new Edited.Content(bytes);
    }

    private static byte[] One(byte[] bytes, SettingsOutline outline, SettingsChange change)
    {
        var text = new SettingsText(bytes, outline.Root);
        var (parent, name) = change.Key.StartsWith("env.", StringComparison.Ordinal)
            ? (outline.Environment, change.Key["env.".Length..])
            : (outline.Root, change.Key);
        var index = parent?.IndexOf(name) ?? -1;
        return change switch
        {
            SettingsChange.Put put when parent is null => text.Add(outline.Root, "env", text.NewObject(name, put.Value)),
            SettingsChange.Put put when index < 0 => text.Add(parent, name, JsonString.Quoted(put.Value)),
            SettingsChange.Put put => text.Replace(parent.Members[index], put.Value),
            SettingsChange.Remove when parent is not null && index >= 0 => text.Remove(parent, index),
            _ => bytes,
        };
    }

    /// <summary>A caller's mistake or a hostile name; Claude Code hands these texts to a shell and to other programs.</summary>
    private static string? Fault(SettingsChange change)
    {
        var shown = Show.Visible.Of(change.Key);
        if (change.Key is "" or "env" or "env.")
        {
            return $"The key '{shown}' is no single setting. Nothing was changed.";
        }

        // A line break in a value forges lines elsewhere (reliability.md R14); half a surrogate pair is no text.
        return IsPlain(change.Key) && (change is not SettingsChange.Put put || IsPlain(put.Value))
            ? null
            : $"The new value of '{shown}' has a line break or another character that no setting may have. Nothing was changed.";
    }

    private static bool IsPlain(string text) =>
        text.AsSpan().IndexOfAny('\0', '\r', '\n') < 0 && Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;
}
