namespace TrayAgent.Core.Show;

public enum TextStyle
{
    Plain,

    /// <summary>With colours, for a terminal.</summary>
    Ansi,
}
