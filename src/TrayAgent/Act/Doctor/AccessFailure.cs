using TrayAgent.Act.Children;
using TrayAgent.Act.Models;

namespace TrayAgent.Act.Doctor;

/// <summary>Why AWS did not say something that Claude Code does not need: never a finding.</summary>
internal static class AccessFailure
{
    private const int WrongArguments = 252;

    /// <param name="end">How the AWS CLI ended.</param>
    /// <param name="what">Such as "whether it is enabled".</param>
    /// <param name="action">The permission that it takes.</param>
    public static string Of(ChildEnd end, string what, string action) =>
        end.ExitCode == WrongArguments ? CliNeed.Access.TooOld("The AWS CLI")
        : end.Error.Contains("AccessDenied", StringComparison.Ordinal) || end.Error.Contains("is not authorized to perform", StringComparison.Ordinal)
            ? $"The role may not ask {what} ('{action}'); Claude Code does not need that."
        : Sentence.LastLine(end.Error) is { } line ? $"AWS did not say {what}: {line.TrimEnd('.')}."
        : $"AWS did not say {what}: the AWS CLI ended with {end.ExitCode}.";
}
