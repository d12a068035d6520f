using System.Collections.Immutable;

namespace TrayAgent.Core.Assess;

/// <summary>The overall health, exactly as design 3 defines it.</summary>
internal static class Health
{
    public static OverallHealth Of(
        ImmutableArray<SessionStatus> sessions, ImmutableArray<Finding> findings, Policy policy, DateTimeOffset now)
    {
        var mattering = sessions.Where(session => session.Matters).ToList();
        return mattering.Exists(session => session.NeedsPerson) ? OverallHealth.SignInNeeded
            : mattering.Count == 0 || mattering.Exists(session => session.State == SessionState.Unknown)
                ? OverallHealth.Unknown
            : findings.Any(finding => finding.Severity > Severity.Info)
                || mattering.Exists(session => session.EndsWithin(policy.LongestLeadTime, now))
                ? OverallHealth.Attention
            : OverallHealth.Healthy;
    }
}
