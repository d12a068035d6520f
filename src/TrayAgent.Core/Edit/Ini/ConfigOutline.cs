using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws.Ini;

namespace TrayAgent.Core.Edit.Ini;

/// <summary>The sections of a config that no tool refuses as a whole.</summary>
internal sealed class ConfigOutline
{
    /// <summary>
    /// What the AWS CLI accepts but the JavaScript, the .NET or the Rust SDK refuses the whole file for;
    /// and a lone carriage return, which is the end of a line for some and not for others.
    /// </summary>
    private static readonly string[] Refused = ["header-comment", "colon", "continuation", "bare-carriage-return", "reserved-name"];

    private ConfigOutline(string file, ImmutableArray<IniSection> sections) => (File, Sections) = (file, sections);

    public string File { get; }

    public ImmutableArray<IniSection> Sections { get; }

    public static bool TryRead(
        string file, ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out ConfigOutline? outline, [NotNullWhen(false)] out Problem? problem)
    {
        var findings = new ConfigFindings(file);
        var sections = IniReader.Read(bytes, findings);
        var notes = findings.Notes.Where(note => Refused.Contains(note.Construct))
            .Select(note => new Problem(file, note.Line, note.Text));
        problem = findings.Problems.Concat(notes).MinBy(fault => fault.Line);
        outline = problem is null ? new ConfigOutline(file, sections) : null;
        return problem is null;
    }

    /// <summary>
    /// Finds the one section that is meant, also when its header is spelled with quotes or other spaces; null when there is none.
    /// False when there are several: which of them counts differs from tool to tool.
    /// </summary>
    public bool TryFind(string name, out IniSection? section, [NotNullWhen(false)] out Problem? problem)
    {
        var wanted = name == "default" ? "profile default" : name;
        var found = Sections.Where(candidate => candidate.Header == name || SectionMeaning.Of(candidate.Header) == wanted).ToList();
        section = found.FirstOrDefault();
        problem = found.Count < 2 ? null : new Problem(File, found[1].Line,
            $"'[{Show.Visible.Of(found[1].Header)}]' and '[{Show.Visible.Of(found[0].Header)}]' in line {found[0].Line} are one for "
            + "some tools and two for others. Merge the two.");
        return problem is null;
    }
}
