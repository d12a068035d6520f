using System.Collections.Immutable;

namespace TrayAgent.Core.Facts.Aws.Ini;

/// <summary>A key of a section with its value, which may go over several lines or be a block of keys.</summary>
internal sealed class IniKey(string name, IniLine first)
{
    private List<IniLine>? _more;

    /// <summary>As written.</summary>
    public string Name => name;

    /// <summary>Lower case, as the AWS CLI looks it up.</summary>
    public string LookupName { get; } = name.ToLowerInvariant();

    /// <summary>What follows the delimiter on the line of the key.</summary>
    public IniLine First => first;

    /// <summary>
    /// The name as messages show it. A secret pasted over several lines can look like a key,
    /// so what is longer than any known key or has other characters than keys have is not shown.
    /// </summary>
    public string ShownName =>
        Name.Length <= 38 && Name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.') ? Name : "…";

    public int Line => First.Number;

    /// <summary>The last line of the value that says something; comments between its lines belong to it.</summary>
    public int LastLine => _more?.FindLast(line => line.Content.Length > 0) is { Number: > 0 } last ? last.Number : Line;

    /// <summary>All lines joined by line feeds, as the AWS CLI does.</summary>
    public string Value => _more is null
        ? First.Content
        : string.Join('\n', _more.Select(line => line.Content).Prepend(First.Content)).TrimEnd('\n');

    /// <summary>The value begins on the next line, so it is a block of keys of its own.</summary>
    public bool IsBlock => First.Content.Length == 0 && _more?.Exists(line => line.Content.Length > 0) == true;

    /// <summary>The lines of a block that are no keys: the AWS CLI refuses a file with one.</summary>
    public IEnumerable<IniLine> BadBlockLines => BlockLines.Where(line => !line.Content.Contains('='));

    /// <summary>The keys of a block, with their lines; the last of equal names counts.</summary>
    public ImmutableArray<IniKey> Block => !IsBlock ? [] :
    [
        .. BlockLines.Where(line => line.Content.Contains('=')).Select(line =>
        {
            var parts = line.Content.Split('=', 2);
            return new IniKey(PythonText.Trim(parts[0]), IniLine.Of(line.Number, parts[1]));
        }),
    ];

    private IEnumerable<IniLine> BlockLines => IsBlock
        ? _more!.SelectMany(PythonText.SplitLines).Where(line => line.Content.Length > 0)
        : [];

    public void Continue(IniLine line) => (_more ??= []).Add(line);
}
