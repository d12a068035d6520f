using TrayAgent.Core.Facts.Online;

namespace TrayAgent.Core.Assess.Doctor;

/// <summary>One check per question, whatever number of answers it got.</summary>
internal static class OnlineChecks
{
    private const string TokenFindings = "aws.token.";

    public static IEnumerable<Check> Of(IReadOnlyCollection<OnlineAnswer> answers, Assessment assessment) =>
        answers.Count == 0 ? [] : OnlineCheckNames.All.Select(name => Of(name, [.. answers.Where(answer => answer.Check == name)], assessment));

    private static Check Of(string name, IReadOnlyCollection<OnlineAnswer> answers, Assessment assessment)
    {
        var findings = answers.SelectMany(answer => Findings(answer, assessment)).Distinct().ToList();
        var said = answers.Where(answer => !findings.Exists(finding => finding.Message == answer.Text)).Select(answer => answer.Text).Distinct();
        var note = string.Join(' ', said);
        return new Check(
            name,
            findings.Count > 0 ? CheckResult.Finding
            : answers.Any(answer => answer.Result == OnlineResult.Fine) ? CheckResult.Ok
            : CheckResult.Skipped,
            answers.Count == 0 ? "Nothing here depends on it." : note.Length == 0 ? null : note)
        {
            Findings = [.. findings],
        };
    }

    private static IEnumerable<Finding> Findings(OnlineAnswer answer, Assessment assessment) => answer switch
    {
        { Result: OnlineResult.SignInNeeded } => SignInNeeded(answer, assessment),
        { Check: OnlineCheckNames.Clock, Result: OnlineResult.Mismatch } =>
            assessment.Findings.Where(finding => finding.Code == FindingCodes.ClockSkew),
        _ => (OnlineFindings.Of(answer, assessment) ?? AccessFindings.Of(answer, assessment)) is { } finding ? [finding] : [],
    };

    /// <summary>That a session is over was remembered while it was asked, and judged with the files; else only this answer says so.</summary>
    private static List<Finding> SignInNeeded(OnlineAnswer answer, Assessment assessment)
    {
        var known = assessment.Findings.Where(finding =>
            finding.Subject == answer.Subject && finding.Code.StartsWith(TokenFindings, StringComparison.Ordinal)).ToList();
        return known.Count > 0 || assessment.Sessions.FirstOrDefault(status => status.Name == answer.Subject) is not { } status
            ? known
            : [new Finding(FindingCodes.TokenSignInNeeded, Severity.Error, answer.Subject, answer.Text, Remedies.SignIn(status.Session))];
    }
}
