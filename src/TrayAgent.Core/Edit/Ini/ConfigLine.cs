using TrayAgent.Core.Facts.Aws.Ini;

namespace TrayAgent.Core.Edit.Ini;

/// <summary>One line <c>key = value</c>, cut into its parts: together they are the line.</summary>
internal sealed class ConfigLine
{
    private readonly string _indent;
    private readonly string _beforeSign;
    private readonly string _afterSign;
    private readonly string _value;
    private readonly string _rest;

    public ConfigLine(string line)
    {
        EqualsSign = line.IndexOf('=', StringComparison.Ordinal);
        var left = line[..EqualsSign];
        _indent = left[..PythonText.Indent(left)];
        Name = PythonText.Trim(left);
        _beforeSign = left[(_indent.Length + Name.Length)..];
        var right = line[(EqualsSign + 1)..];
        _value = PythonText.Trim(right);
        var start = _value.Length == 0 ? 0 : PythonText.Indent(right);
        _afterSign = right[..start];
        _rest = right[(start + _value.Length)..];
    }

    /// <summary>Its column.</summary>
    public int EqualsSign { get; }

    public string Name { get; }

    /// <summary>The same line with another name and value.</summary>
    /// <param name="column">Where the equals sign belongs, if there is room; null where it follows the name.</param>
    public string With(string name, string value, int? column) =>
        _value.Length == 0 && _rest.TrimStart('\r', '\n').Length == 0
            ? Left(name, column) + (_beforeSign.Length > 0 ? " " : "") + value + _rest
            : Left(name, column) + _afterSign + value + _rest;

    /// <summary>Another line in the manner of this one, without a line end.</summary>
    public string Like(string name, string value, int? column) =>
        Left(name, column) + (_value.Length == 0 && _beforeSign.Length > 0 ? " " : _afterSign) + value;

    private string Left(string name, int? column)
    {
        var left = _indent + name;
        return column is { } at && left.Length < at ? left.PadRight(at) + "="
            : column is null ? left + _beforeSign + "="
            : left + " =";
    }
}
