using System.Collections.Immutable;

namespace TrayAgent.Core.Assess.Doctor;

/// <summary>Everything that <c>trayagent doctor</c> looked at.</summary>
/// <param name="Assessment">Of the files, after whatever was asked online.</param>
/// <param name="Findings">All of them: by severity, code, subject.</param>
/// <param name="Checks">Those of the files ordinal by code, then those online in the order of asking.</param>
public sealed record Diagnosis(Assessment Assessment, ImmutableArray<Finding> Findings, ImmutableArray<Check> Checks)
{
    /// <summary>Information never counts.</summary>
    public bool IsFine => Findings.All(finding => finding.Severity == Severity.Info);
}
