using System.Collections.Immutable;

namespace TrayAgent.Core.Facts.Aws.Ini;

/// <summary>
/// Reads a file line by line exactly as Python's <c>configparser</c> does for the AWS CLI,
/// but where that gives up it reports the line and goes on.
/// </summary>
/// <remarks>https://github.com/python/cpython/blob/3.11/Lib/configparser.py (RawConfigParser._read)</remarks>
internal sealed class IniReader(ConfigFindings findings)
{
    private readonly List<IniSection> _sections = [];
    private readonly Dictionary<string, IniSection> _byHeader = new(StringComparer.Ordinal);
    private IniSection? _section;
    private IniKey? _key;
    private int _indent;

    /// <summary>All sections in the order of the file; the keys of <c>[DEFAULT]</c> are already in every other one.</summary>
    public static ImmutableArray<IniSection> Read(ReadOnlySpan<byte> bytes, ConfigFindings findings)
    {
        var reader = new IniReader(findings);
        foreach (var line in IniText.Lines(bytes, findings))
        {
            reader.Take(line);
        }

        return reader.Finish();
    }

    private void Take(IniLine line)
    {
        var content = line.Content;
        if (content.Length == 0)
        {
            // A blank line belongs to the value above it, in case that goes on below.
            _key?.Continue(line);
        }
        else if (content[0] is not ('#' or ';'))
        {
            if (_key is not null && line.Indent > _indent)
            {
                KeyNotes.CheckContinuation(findings, _key, line);
                _key.Continue(line);
                return;
            }

            _indent = line.Indent;
            TakeHeaderOrKey(line, content);
        }
    }

    private void TakeHeaderOrKey(IniLine line, string content)
    {
        var close = content.LastIndexOf(']');
        if (content[0] == '[' && close > 1)
        {
            HeaderNotes.CheckComment(findings, line, content[(close + 1)..]);
            Enter(line, content[1..close]);
        }
        else if (content[0] == '[' && content.AsSpan().IndexOfAny('=', ':') < 0)
        {
            findings.Refused(line.Number,
                $"The section header '{content}' has no closing bracket or no name: the AWS CLI, the "
                + ".NET SDK and the Rust SDK refuse the whole file. Write it as '[profile NAME]'.");
            Enter(line, PythonText.Trim(content.Trim('[', ']')));
        }
        else
        {
            TakeKey(line, content);
        }
    }

    private void Enter(IniLine line, string header)
    {
        if (!_byHeader.TryGetValue(header, out _section))
        {
            HeaderNotes.CheckReserved(findings, line.Number, header);
            _section = new IniSection(header, line.Number);
            _byHeader.Add(header, _section);
            _sections.Add(_section);
        }
        else if (header != IniSection.DefaultHeader)
        {
            findings.Refused(line.Number,
                $"The section '[{header}]' stands twice, first in line {_section.Line}: the AWS CLI "
                + "refuses the whole file, and the .NET SDK sees only the first. Merge the two.");
        }

        _key = null;
    }

    private void TakeKey(IniLine line, string content)
    {
        var delimiter = content.AsSpan().IndexOfAny('=', ':');
        if (_section is null)
        {
            findings.Refused(line.Number,
                "The line stands before any section: the AWS CLI and the Rust SDK refuse the whole "
                + "file. Move it below a header such as '[default]'.");
        }
        else if (delimiter <= 0)
        {
            findings.Refused(line.Number,
                "The line is no 'key = value': the AWS CLI, the .NET SDK and the Rust SDK refuse the "
                + "whole file. Complete it, or delete it.");
            _key = delimiter < 0 ? _key : null;
        }
        else
        {
            Add(_section, line, content, delimiter);
        }
    }

    private void Add(IniSection section, IniLine line, string content, int delimiter)
    {
        var name = PythonText.Trim(content.AsSpan(0, delimiter)).ToString();
        _key = new IniKey(name, IniLine.Of(line.Number, content.AsSpan(delimiter + 1)));
        if (section[_key.LookupName] is { } first)
        {
            findings.Refused(line.Number,
                $"The key '{_key.ShownName}' stands twice in '[{section.Header}]', first in line "
                + $"{first.Line}: the AWS CLI refuses the whole file, and the .NET SDK does not see the profile. Delete one.");
        }

        KeyNotes.CheckKey(findings, _key, content[delimiter]);
        section.Set(_key);
    }

    private ImmutableArray<IniSection> Finish()
    {
        if (_byHeader.Remove(IniSection.DefaultHeader, out var defaults))
        {
            HeaderNotes.NoteDefaults(findings, defaults);
            _sections.Remove(defaults);
            _sections.ForEach(section => section.Inherit(defaults));
        }

        // A key of [DEFAULT] is in every section; without a section the AWS CLI does not look into it.
        var blocks = new HashSet<IniKey>();
        foreach (var section in _sections)
        {
            foreach (var key in section.Keys)
            {
                if (key.IsBlock && blocks.Add(key))
                {
                    RefuseBadLines(key);
                }
            }
        }

        return [.. _sections];
    }

    private void RefuseBadLines(IniKey block)
    {
        foreach (var line in block.BadBlockLines)
        {
            findings.Refused(line.Number,
                $"The line in the block '{block.ShownName}' is no 'key = value': the AWS CLI "
                + "refuses the whole file. Complete it, or delete it.");
        }
    }
}
