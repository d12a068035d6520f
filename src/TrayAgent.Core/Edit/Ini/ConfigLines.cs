using System.Text;
using TrayAgent.Core.Facts.Aws.Ini;

namespace TrayAgent.Core.Edit.Ini;

/// <summary>The lines of a config file with their line ends, and how new ones are laid out among them.</summary>
internal sealed class ConfigLines
{
    private readonly List<string> _lines;
    private readonly string _lineEnd;

    /// <param name="bytes">Valid UTF-8, so that what is not touched comes out as it went in.</param>
    public ConfigLines(byte[] bytes)
    {
        _lines = Split(Encoding.UTF8.GetString(bytes));
        _lineEnd = _lines is [var first, ..] && first.EndsWith("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
    }

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(string.Concat(_lines));

    /// <summary>Another value, and perhaps another name, on the key's line; spaces and aligned equals signs stay.</summary>
    public void Set(IniSection section, IniKey key, string name, string value)
    {
        var line = new ConfigLine(_lines[key.Line - 1]);
        var column = AlignedColumn(section);
        _lines[key.Line - 1] = line.With(name, value, column);
        RemoveLines(key.Line, key.LastLine - key.Line);
    }

    public void Remove(IniKey key) => RemoveLines(key.Line - 1, key.LastLine - key.Line + 1);

    public void Add(IniSection section, string name, string value)
    {
        if (section.OwnKeys.LastOrDefault() is { } last)
        {
            var model = new ConfigLine(_lines[last.Line - 1]);
            Insert(last.LastLine, model.Like(name, value, AlignedColumn(section)));
        }
        else
        {
            Insert(section.Line, $"{name} = {value}");
        }
    }

    /// <summary>At the end, with a blank line before it.</summary>
    public void AddSection(string section, string name, string value)
    {
        if (_lines.Count > 0 && !string.IsNullOrWhiteSpace(_lines[^1]))
        {
            Insert(_lines.Count, "");
        }

        Insert(_lines.Count, $"[{section}]");
        Insert(_lines.Count, $"{name} = {value}");
    }

    /// <summary>A file without a line end at its end gets none.</summary>
    private void Insert(int index, string content)
    {
        if (_lines.Count == 0)
        {
            _lines.Add(content + _lineEnd);
        }
        else if (index == _lines.Count && !_lines[^1].EndsWith('\n'))
        {
            _lines[^1] += _lineEnd;
            _lines.Add(content);
        }
        else
        {
            _lines.Insert(index, content + _lineEnd);
        }
    }

    private void RemoveLines(int start, int count)
    {
        var endsBare = _lines[^1].Length > 0 && !_lines[^1].EndsWith('\n');
        _lines.RemoveRange(start, count);
        if (endsBare && _lines.Count > 0)
        {
            _lines[^1] = _lines[^1].TrimEnd('\r', '\n');
        }
    }

    /// <summary>Where the equals signs of a section stand, if keys of different lengths have them in one column.</summary>
    private int? AlignedColumn(IniSection section)
    {
        var lines = section.OwnKeys.Select(key => new ConfigLine(_lines[key.Line - 1])).ToList();
        var isAligned = lines.Select(line => line.EqualsSign).Distinct().Count() == 1
            && lines.Select(line => line.Name.Length).Distinct().Count() > 1;
        return isAligned ? lines[0].EqualsSign : null;
    }

    private static List<string> Split(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is >= 0 and var at ? at + 1 : text.Length;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }
}
