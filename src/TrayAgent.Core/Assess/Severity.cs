namespace TrayAgent.Core.Assess;

/// <summary>How bad a finding is. Information never counts towards the overall health.</summary>
public enum Severity
{
    Info,
    Warning,
    Error,
}
