namespace TrayAgent.Core.Assess.Rules;

/// <summary>AWS CLI v2 refuses a whole file, so every profile in it is lost.</summary>
internal static class ConfigUnreadable
{
    public static IEnumerable<Found> Find(Judged judged) => judged.Config.Problems.Select(problem =>
    {
        var subject = problem.Line is { } line ? $"{problem.File}:{line}" : problem.File;
        return new Found(new Finding(
            FindingCodes.ConfigUnreadable,
            Severity.Error,
            subject,
            $"The AWS CLI cannot read '{subject}': {problem.Text}",
            Remedy.Advice($"Correct '{subject}' in an editor.")))
        {
            File = problem.File,
        };
    });
}
