namespace TrayAgent.Core.Facts.Aws.Ini;

/// <summary>One line of an INI file, or one line of a value that goes over several.</summary>
internal readonly record struct IniLine(int Number, string Text)
{
    /// <summary>Without the white space around it.</summary>
    public string Content => PythonText.Trim(Text);
}
