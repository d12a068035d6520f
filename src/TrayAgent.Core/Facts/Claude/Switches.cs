namespace TrayAgent.Core.Facts.Claude;

/// <summary>How Claude Code reads a variable that turns something on.</summary>
public static class Switches
{
    /// <summary><c>1</c>/<c>true</c> or <c>0</c>/<c>false</c> in any case; null when it is neither.</summary>
    public static bool? Read(string? text) => text?.ToUpperInvariant() switch
    {
        "1" or "TRUE" => true,
        "0" or "FALSE" => false,
        _ => null,
    };
}
