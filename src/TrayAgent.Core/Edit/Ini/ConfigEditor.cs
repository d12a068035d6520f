using System.Collections.Immutable;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws.Ini;

namespace TrayAgent.Core.Edit.Ini;

/// <summary>
/// Changes single keys in the bytes of the AWS config; everything else stays byte for byte.
/// A file that any tool refuses as a whole is refused, before and after, and no section or key is ever made twice.
/// </summary>
public static class ConfigEditor
{
    /// <summary>
    /// A new key goes below the last of its section; put right after another key of that section was removed, it takes its line.
    /// </summary>
    /// <param name="before">All bytes of the file; empty when there is no file yet.</param>
    public static Edited Apply(string file, ReadOnlySpan<byte> before, ImmutableArray<ConfigChange> changes)
    {
        var bytes = before.ToArray();
        for (var done = 0; done < changes.Length;)
        {
            if (Fault(file, changes[done]) is { } fault)
            {
                return new Edited.Refused(fault);
            }

            if (!ConfigOutline.TryRead(file, bytes, out var outline, out var problem)
                || !outline.TryFind(changes[done].Section, out var section, out problem))
            {
                return new Edited.Refused(problem);
            }

            var lines = new ConfigLines(bytes);
            var left = changes.AsSpan()[done..];
            var step = left[..Step(lines, section, left)];
            var after = lines.ToBytes();
            if (section is null && step[0] is ConfigChange.Put put && ConfigWords.SectionFault(put.Section) is { } name)
            {
                return new Edited.Refused(new Problem(file, null, name));
            }

            if (!after.AsSpan().SequenceEqual(bytes) && ConfigProof.Fault(outline, section, step, after) is { } spoilt)
            {
                return new Edited.Refused(spoilt);
            }

            done += step.Length;
            bytes = after;
        }

        return new Edited.Content(bytes);
    }

    /// <summary>Makes the next change, or the next two; says how many.</summary>
    private static int Step(ConfigLines lines, IniSection? section, ReadOnlySpan<ConfigChange> changes)
    {
        var key = section?.Own(changes[0].Key);
        switch (changes[0])
        {
            case ConfigChange.Remove when section is null || key is null:
                break;
            case ConfigChange.Remove when Successor(section, changes) is { } put:
                lines.Set(section, key, put.Key, put.Value);
                return 2;
            case ConfigChange.Remove:
                lines.Remove(key);
                break;
            case ConfigChange.Put put when section is null:
                lines.AddSection(put.Section, put.Key, put.Value);
                break;
            case ConfigChange.Put put when key is null:
                lines.Add(section, put.Key, put.Value);
                break;
            case ConfigChange.Put put when put.Value != key.Value || put.Key != key.Name:
                lines.Set(section, key, put.Key, put.Value);
                break;
        }

        return 1;
    }

    private static ConfigChange.Put? Successor(IniSection section, ReadOnlySpan<ConfigChange> changes) =>
        changes is [_, ConfigChange.Put put, ..] && put.Section == changes[0].Section
            && section.Own(put.Key) is null && ConfigWords.Fault(put) is null
            ? put
            : null;

    private static Problem? Fault(string file, ConfigChange change) =>
        ConfigWords.Fault(change) is { } text ? new Problem(file, null, text) : null;
}
