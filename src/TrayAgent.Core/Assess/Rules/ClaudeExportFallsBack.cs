using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>When <c>awsCredentialExport</c> fails, Claude Code goes on with other credentials and does not say so.</summary>
internal static class ClaudeExportFallsBack
{
    public static IEnumerable<Found> Find(Judged judged)
    {
        if (judged.ClaudeIdentity.Kind != AwsIdentityKind.ExportCommand
            || judged.ClaudeSettings[ClaudeKeys.CredentialExport] is not { } export)
        {
            return [];
        }

        var other = AwsIdentities.OfDefaultChain(judged.ClaudeSettings, judged.ConfigOfClaude);
        return Name(judged, other) is { } name
            ?
            [
                new Found(new Finding(
                    FindingCodes.ClaudeExportFallsBack,
                    Severity.Info,
                    ClaudeKeys.CredentialExport,
                    $"When 'awsCredentialExport' fails, Claude Code silently goes on with {name}.",
                    Remedy.Advice("Nothing need be done if that may be; else take those credentials away.")))
                {
                    File = export.Source.Place,
                },
            ]
            : [];
    }

    /// <summary>Null when there is nothing else, or the same under another name.</summary>
    private static string? Name(Judged judged, AwsIdentity other) => other.Kind switch
    {
        AwsIdentityKind.Profile => judged.ProfileOfClaude(other.Profile) is { } profile && !IsSame(judged, profile)
            ? $"the profile '{profile.Name}'{(profile.AccountId is { } account ? $" (account {account}, role '{profile.RoleName}')" : "")}"
            : null,
        AwsIdentityKind.EnvironmentKeys => "the access keys in the environment",
        AwsIdentityKind.WebIdentity => "the web identity of the environment",
        AwsIdentityKind.Container => "the credentials of the container",
        _ => null,
    };

    private static bool IsSame(Judged judged, Facts.Aws.Profile other) =>
        judged.ProfileOfClaude(judged.ClaudeIdentity.Profile) is { } exported
        && (exported.Name == other.Name
            || (exported.Session is not null && exported.Session == other.Session
                && exported.AccountId is not null && exported.AccountId == other.AccountId
                && exported.RoleName == other.RoleName && exported.RoleArn == other.RoleArn));
}
