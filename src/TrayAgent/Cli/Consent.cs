namespace TrayAgent.Cli;

/// <summary>Whether an edit may be written.</summary>
internal enum Consent
{
    /// <summary>If the person at the terminal says so.</summary>
    Asked,

    /// <summary><c>--yes</c>.</summary>
    Given,

    /// <summary><c>--dry-run</c>.</summary>
    Withheld,
}
