using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws.Ini;

namespace TrayAgent.Core.Edit.Ini;

/// <summary>Reads what was made of a file once more: it must say what it said, and the change, and nothing else.</summary>
/// <remarks>Indented lines can turn into parts of a value when a line is put above them.</remarks>
internal static class ConfigProof
{
    /// <summary>Null when all is well.</summary>
    /// <param name="section">The one that was changed; null when it is new.</param>
    public static Problem? Fault(
        ConfigOutline before, IniSection? section, ReadOnlySpan<ConfigChange> changes, ReadOnlySpan<byte> bytes)
    {
        var expected = before.Sections.ToDictionary(known => known.Header, known => Values(known, section), StringComparer.Ordinal);
        var header = section?.Header ?? changes[0].Section;
        expected.TryAdd(header, new(StringComparer.Ordinal));
        foreach (var change in changes)
        {
            _ = change switch
            {
                ConfigChange.Put put => expected[header][put.Key] = put.Value,
                _ => expected[header].Remove(change.Key.ToLowerInvariant(), out var removed) ? removed : null,
            };
        }

        return ConfigOutline.TryRead(before.File, bytes, out var after, out _) && Says(after, expected, header)
            ? null
            : new Problem(before.File, section?.Line, $"'{changes[0].Key}' cannot be changed here without changing what the lines "
                + "around it mean, because some are indented. Remove the spaces before them, or edit the file yourself.");
    }

    private static bool Says(ConfigOutline after, Dictionary<string, Dictionary<string, string>> expected, string header) =>
        after.Sections.Length == expected.Count && after.Sections.All(section =>
            expected.TryGetValue(section.Header, out var values)
            && Values(section, section.Header == header ? section : null) is var found
            && found.Count == values.Count
            && found.All(pair => values.TryGetValue(pair.Key, out var value) && value == pair.Value));

    /// <summary>Of the section that is changed only its own keys: one that it loses may show the one of <c>[DEFAULT]</c> again.</summary>
    private static Dictionary<string, string> Values(IniSection section, IniSection? changed) =>
        (section == changed ? section.OwnKeys : section.Keys)
            .ToDictionary(key => key.LookupName, key => key.Value, StringComparer.Ordinal);
}
