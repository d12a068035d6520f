namespace TrayAgent.Core.Facts.Aws.Ini;

/// <summary>One line of an INI file, or one line of a value that goes over several.</summary>
/// <param name="Indent">How many characters of white space it begins with.</param>
/// <param name="Content">Without the white space around it.</param>
internal readonly record struct IniLine(int Number, int Indent, string Content)
{
    public static IniLine Of(int number, ReadOnlySpan<char> text) =>
        new(number, PythonText.Indent(text), PythonText.Trim(text).ToString());
}
