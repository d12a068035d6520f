namespace TrayAgent.Cli;

internal enum StatusForm
{
    Text,
    Json,

    /// <summary>Output of a SwiftBar plugin.</summary>
    SwiftBar,
}
