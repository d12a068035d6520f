using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;

namespace TrayAgent.Core.Tests.Assess;

/// <summary>What the tests of findings know of the API; a finding is expected as "severity code" and its message.</summary>
internal static class FindingChecks
{
    public static void CheckIf(bool found, Snapshot snapshot, string expected, string message, Policy? policy = null)
    {
        if (found)
        {
            Check(snapshot, expected, message, policy);
        }
        else
        {
            CheckNot(snapshot, expected.Split(' ')[1], policy);
        }
    }

    public static void CheckNot(Snapshot snapshot, string code, Policy? policy = null) => Assert.DoesNotContain(
        Assessor.Assess(snapshot, policy ?? Policy.Default).Findings, finding => finding.Code == code);

    public static void Check(
        Snapshot snapshot, string expected, string message, Policy? policy = null, string? subject = null)
    {
        var code = expected.Split(' ')[1];
        var finding = Assert.Single(
            Assessor.Assess(snapshot, policy ?? Policy.Default).Findings,
            found => found.Code == code && (subject is null || found.Subject == subject));
        Assert.Equal(expected, $"{finding.Severity.ToString().ToLowerInvariant()} {finding.Code}");
        Assert.Equal(message, finding.Message);
    }
}
