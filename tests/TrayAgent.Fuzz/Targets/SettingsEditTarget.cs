using System.Collections.Immutable;
using System.Text.Json;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Edit.Json;
using TrayAgent.Fuzz.Support;

namespace TrayAgent.Fuzz.Targets;

/// <summary>
/// The editor of settings. A line of the first part is a change: <c>env.A=1</c> puts, <c>-env.A</c> removes.
/// </summary>
internal static class SettingsEditTarget
{
    public static void Run(byte[] input)
    {
        var (first, before) = Parts.Of(input);
        ImmutableArray<SettingsChange> changes = [.. Parts.Lines(first).Select(Change).DistinctBy(change => change.Key)];
        Invariant.Holds(
            SettingsEditor.Apply("settings.json", before, []) is Edited.Content none && none.Bytes.Span.SequenceEqual(before),
            "no change changes something");

        switch (SettingsEditor.Apply("settings.json", before, changes))
        {
            case Edited.Refused refused:
                Invariant.IsSentence(refused.Problem.Text);
                break;
            case Edited.Content content:
                Check(before, changes, content.Bytes.ToArray());
                break;
        }
    }

    private static SettingsChange Change(string line) => line.IndexOf('=', StringComparison.Ordinal) is var at and >= 0 && line[0] != '-'
        ? new SettingsChange.Put(line[..at], line[(at + 1)..])
        : new SettingsChange.Remove(line.TrimStart('-'));

    private static void Check(byte[] before, ImmutableArray<SettingsChange> changes, byte[] after)
    {
        Invariant.Holds(
            SettingsEditor.Apply("settings.json", after, changes) is Edited.Content again && again.Bytes.Span.SequenceEqual(after),
            "the same change once more changes something");
        if (changes.IsEmpty || after.Length == 0)
        {
            return;
        }

        var expected = Members(before);
        foreach (var change in changes)
        {
            _ = change switch
            {
                SettingsChange.Put put => expected[put.Key] = $"text {put.Value}",
                _ => expected.Remove(change.Key, out var removed) ? removed : null,
            };
        }

        var found = Members(after);
        foreach (var key in expected.Keys.Union(found.Keys))
        {
            Invariant.Holds(
                expected.GetValueOrDefault(key) == found.GetValueOrDefault(key),
                $"'{key}' is '{found.GetValueOrDefault(key)}' and not '{expected.GetValueOrDefault(key)}'");
        }
    }

    /// <summary>The members of the root and those of <c>env</c>; what is no text as it is written.</summary>
    private static Dictionary<string, string> Members(byte[] json)
    {
        var members = new Dictionary<string, string>(StringComparer.Ordinal);
        var mark = json.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0;
        if (json.Length == 0)
        {
            return members;
        }

        using var document = JsonDocument.Parse(json.AsMemory(mark), new JsonDocumentOptions { MaxDepth = 1000 });
        foreach (var member in document.RootElement.EnumerateObject())
        {
            if (member.Name != "env")
            {
                members[member.Name] = Text(member.Value);
                continue;
            }

            foreach (var variable in member.Value.EnumerateObject())
            {
                members["env." + variable.Name] = Text(variable.Value);
            }
        }

        return members;
    }

    private static string Text(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? $"text {value.GetString()}" : value.GetRawText();
        }
        catch (InvalidOperationException)
        {
            return value.GetRawText();
        }
    }
}
