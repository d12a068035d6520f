using System.Collections.Immutable;
using TrayAgent.Core.Facts.Online;

namespace TrayAgent.Core.Assess.Doctor;

/// <summary>Judgement and answers in, a diagnosis out.</summary>
public static class Examination
{
    /// <param name="assessment">Of the files.</param>
    /// <param name="answers">Of AWS; empty when nobody was asked.</param>
    public static Diagnosis Of(Assessment assessment, ImmutableArray<OnlineAnswer> answers)
    {
        ImmutableArray<Check> online = [.. OnlineChecks.Of(answers, assessment)];
        return new Diagnosis(
            assessment,
            [
                .. assessment.Findings.Concat(online.SelectMany(check => check.Findings))
                    .Distinct()
                    .OrderByDescending(finding => finding.Severity)
                    .ThenBy(finding => finding.Code, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Subject, StringComparer.Ordinal),
            ],
            [.. OfflineChecks.Of(assessment), .. online]);
    }
}
