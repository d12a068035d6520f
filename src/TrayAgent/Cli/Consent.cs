namespace TrayAgent.Cli;

/// <summary>Whether a previewed edit is to be written.</summary>
internal enum Consent
{
    ToAsk,

    /// <summary><c>--yes</c>.</summary>
    Given,

    /// <summary>Not at all: <c>--dry-run</c>.</summary>
    DryRun,
}
