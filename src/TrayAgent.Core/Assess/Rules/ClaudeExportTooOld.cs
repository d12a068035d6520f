using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>The installed Claude Code does not do with <c>awsCredentialExport</c> what newer ones do.</summary>
/// <remarks>https://code.claude.com/docs/en/amazon-bedrock#advanced-credential-configuration</remarks>
internal static class ClaudeExportTooOld
{
    private static readonly Version Knows = new(1, 0, 53);

    private static readonly Version RunsAlways = new(2, 1, 141);

    private static readonly Version ReadsFlatForm = new(2, 1, 181);

    public static IEnumerable<Found> Find(Judged judged)
    {
        if (judged.Provider != ClaudeProvider.Bedrock
            || judged.ClaudeVersion is not { } version
            || judged.ClaudeSettings[ClaudeKeys.CredentialExport] is not { IsSet: true } export
            || Judge(SettingsCommand.Of(export.Value), version) is not (var severity, var fault, var remedy))
        {
            yield break;
        }

        yield return new Found(new Finding(
            FindingCodes.ClaudeExportTooOld,
            severity,
            ClaudeKeys.CredentialExport,
            $"Claude Code {version} {fault}.",
            remedy))
        {
            File = export.Source.Place,
        };
    }

    private static (Severity Severity, string Fault, Remedy Remedy)? Judge(SettingsCommand command, Version version) =>
        version < Knows
            ? (Severity.Error, "does not know 'awsCredentialExport'; that came with 1.0.53", ClaudeRemedies.Update)
        : version < ReadsFlatForm && IsFlat(command)
            ? (Severity.Error, "does not understand the output of this 'awsCredentialExport'; since 2.1.181 it does", ClaudeRemedies.Update)
        : version < RunsAlways
            ? (Severity.Warning, "skips 'awsCredentialExport' where it finds other credentials; since 2.1.141 it does not", ClaudeRemedies.Update)
        : null;

    private static bool IsFlat(SettingsCommand command) =>
        command.IsAwsExport || (command.IsBrokerExport && !command.Has("claude") && !command.Has("--format=claude"));
}
