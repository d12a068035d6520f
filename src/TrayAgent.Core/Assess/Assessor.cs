using TrayAgent.Core.Facts;

namespace TrayAgent.Core.Assess;

/// <summary>Snapshot in, judgement out.</summary>
public static class Assessor
{
    public static Assessment Assess(Snapshot snapshot, Policy policy) => new()
    {
        Snapshot = snapshot,
        Overall = OverallHealth.Unknown,
        Sessions = [],
        Findings = [],
    };

    /// <summary>The part of an assessment that concerns one profile, whose session then matters whatever else is the case.</summary>
    public static Assessment ForProfile(Assessment assessment, string profile, Policy policy) => assessment;
}
