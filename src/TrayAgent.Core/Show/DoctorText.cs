using System.Collections.Immutable;
using System.Text;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Assess.Doctor;

namespace TrayAgent.Core.Show;

/// <summary><c>trayagent doctor</c> for people, 80 columns wide; lines end in LF.</summary>
public static class DoctorText
{
    private static readonly (string Group, string Title)[] Groups =
    [
        ("aws.", "AWS"), ("claude.", "CLAUDE CODE"), ("online.", "ASKED ONLINE"),
    ];

    public static string Of(Diagnosis diagnosis, TextStyle style)
    {
        var text = new StringBuilder();
        var paint = new Paint(style);
        text.Append(paint.Bold(Headline(diagnosis))).Append('\n');
        Sections.Append(text, paint, "FILES", FileLines.Of(diagnosis.Assessment.Snapshot));
        Sections.Append(text, paint, "OTHER HOMES", OtherHomeLines.Of(diagnosis.Assessment.Snapshot));
        foreach (var (group, title) in Groups)
        {
            var checks = diagnosis.Checks.Where(check => check.Code.StartsWith(group, StringComparison.Ordinal));
            Sections.Append(text, paint, title, checks.SelectMany(check => Lines(check, diagnosis, paint)));
        }

        return text.ToString();
    }

    private static string Headline(Diagnosis diagnosis) =>
        (diagnosis.IsFine ? "Nothing needs your attention" : "Something needs your attention")
        + $": {Count(diagnosis, CheckResult.Ok)} checks are fine, {Count(diagnosis, CheckResult.Finding)} found something, "
        + $"{Count(diagnosis, CheckResult.Skipped)} were skipped.";

    private static int Count(Diagnosis diagnosis, CheckResult result) => diagnosis.Checks.Count(check => check.Result == result);

    private static IEnumerable<string> Lines(Check check, Diagnosis diagnosis, Paint paint)
    {
        yield return $"{paint.Check(check.Result)} {check.Code}";
        foreach (var line in check.Note is { } note ? Wrapped.Lines(Visible.Of(note), indent: 4) : [])
        {
            yield return line;
        }

        foreach (var finding in check.Findings)
        {
            yield return $"  {paint.Severity(finding.Severity)}{(finding.Code == check.Code ? "" : " " + finding.Code)}";
            foreach (var line in FindingLines.Details(finding))
            {
                yield return "  " + line;
            }

            foreach (var line in Enclosure(finding, diagnosis.Assessment))
            {
                yield return line;
            }
        }
    }

    /// <summary>To be copied, so neither indented nor wrapped further.</summary>
    private static ImmutableArray<string> Enclosure(Finding finding, Assessment assessment) =>
        finding.Code == FindingCodes.PermissionMissing
            ? MinimumPolicy.Lines(assessment.Snapshot.Config.Profile(finding.Subject)?.Region)
            : [];
}
