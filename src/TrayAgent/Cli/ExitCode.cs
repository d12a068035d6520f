namespace TrayAgent.Cli;

/// <summary>The exit codes of every verb; scripts depend on them (design 5).</summary>
internal static class ExitCode
{
    public const int Fine = 0;
    public const int Failed = 1;
    public const int Usage = 2;
    public const int NeedsAttention = 3;
    public const int Cancelled = 4;
}
