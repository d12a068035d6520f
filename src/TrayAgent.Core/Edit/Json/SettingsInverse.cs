using System.Collections.Immutable;

namespace TrayAgent.Core.Edit.Json;

/// <summary>Takes changes of a settings file back by themselves, when others have changed other things in it since.</summary>
public static class SettingsInverse
{
    /// <summary>
    /// The changes that lead back; null when a key has another value by now, or when what was there before is no text.
    /// </summary>
    /// <param name="before">All bytes of the file before the changes; empty when there was none.</param>
    /// <param name="now">All bytes of the file.</param>
    public static ImmutableArray<SettingsChange>? Of(
        string file, ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> now, ImmutableArray<SettingsChange> changes)
    {
        if (Read(file, before) is not { } was || Read(file, now) is not { } @is)
        {
            return null;
        }

        var back = ImmutableArray.CreateBuilder<SettingsChange>();
        foreach (var change in changes)
        {
            var (old, current) = (Find(was, change.Key), Find(@is, change.Key));
            if (old?.Text == current?.Text && (old is null) == (current is null))
            {
                continue;
            }

            if (current is { Text: null } || current?.Text != (change as SettingsChange.Put)?.Value || old is { Text: null })
            {
                return null;
            }

            back.Add(old is null ? new SettingsChange.Remove(change.Key) : new SettingsChange.Put(change.Key, old.Text!));
        }

        return back.ToImmutable();
    }

    private static SettingsOutline? Read(string file, ReadOnlyMemory<byte> bytes) =>
        SettingsOutline.TryRead(file, bytes.IsEmpty ? "{}"u8.ToArray() : bytes.ToArray(), out var outline, out _) ? outline : null;

    private static JsonMember? Find(SettingsOutline outline, string key)
    {
        const string variable = "env.";
        var (place, name) = key.StartsWith(variable, StringComparison.Ordinal) ? (outline.Environment, key[variable.Length..]) : (outline.Root, key);
        return place?.Members.FirstOrDefault(member => member.Name == name);
    }
}
