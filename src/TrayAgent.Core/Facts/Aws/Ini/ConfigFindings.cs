using System.Collections.Immutable;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Facts.Aws.Ini;

/// <summary>Collects what is wrong with one file, and what tools read differently in it; the sentences repeat parts of the file.</summary>
internal sealed class ConfigFindings(string file)
{
    private readonly List<Problem> _problems = [];
    private readonly List<PortabilityNote> _notes = [];

    public string File => file;

    /// <summary>Reasons for which AWS CLI v2 refuses the whole file, by line.</summary>
    public IEnumerable<Problem> Problems => _problems.OrderBy(problem => problem.Line);

    public IEnumerable<PortabilityNote> Notes => _notes.OrderBy(note => note.Line);

    public void Refused(int line, string text) => _problems.Add(new Problem(file, line, Visible.Of(text)));

    public void Note(int line, string construct, string subject, string text, params ImmutableArray<string> tools) =>
        _notes.Add(new PortabilityNote(file, line, construct, subject, Visible.Of(text), tools));
}
