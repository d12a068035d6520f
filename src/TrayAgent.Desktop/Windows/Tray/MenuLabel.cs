namespace TrayAgent.Desktop.Windows.Tray;

internal static class MenuLabel
{
    private const int Longest = 120;

    /// <summary>One ampersand would underline the next character; what follows a tab would be a shortcut.</summary>
    public static string Of(string label) => PlainText.Line(label, Longest).Replace("&", "&&", StringComparison.Ordinal);
}
