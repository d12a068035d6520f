namespace TrayAgent.Cli;

internal enum Surface
{
    /// <summary>A file or pipe, or a terminal without colours.</summary>
    Plain,

    Terminal,
}
