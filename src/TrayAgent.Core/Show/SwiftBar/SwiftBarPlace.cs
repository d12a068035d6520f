namespace TrayAgent.Core.Show.SwiftBar;

internal enum SwiftBarPlace
{
    Background,

    /// <summary>In a window of Terminal, for what prints or asks.</summary>
    Terminal,
}
