using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Show;

namespace TrayAgent.Cli;

/// <summary>Why a profile gives no credentials here, as a sentence.</summary>
internal static class CredentialsObstacle
{
    /// <summary>Null when it can be tried. What is wrong with the profile was judged already.</summary>
    public static string? Of(Profile profile, Assessment assessment)
    {
        if (profile.Kind is ProfileKind.SsoSession or ProfileKind.LegacySso or ProfileKind.RoleChain)
        {
            return null;
        }

        var finding = assessment.Findings.FirstOrDefault(found => found.Subject == profile.Name && found.Severity != Severity.Info)
            ?? assessment.Findings.FirstOrDefault(found => found.Subject == profile.Session && found.Severity != Severity.Info);
        return finding is null
            ? $"Profile '{Visible.Of(profile.Name)}' is not complete. Check it in '{profile.File}', line {profile.Line}."
            : finding.Remedy is { } remedy ? $"{finding.Message} {remedy.Text}" : finding.Message;
    }

    /// <summary>Of a profile that has nothing to do with AWS SSO.</summary>
    public static string OfOther(Profile profile) => Start(profile) + profile.Kind switch
    {
        ProfileKind.Static => "it has access keys of its own, which AWS tools read themselves.",
        ProfileKind.CredentialProcess => "it has a 'credential_process' of its own, which is never run here.",
        ProfileKind.AwsLogin => "it is a profile of 'aws login', not of AWS SSO.",
        ProfileKind.RoleChain => "its role chain does not begin at an AWS SSO profile.",
        _ => $"it does not use AWS SSO. Check it in '{profile.File}', line {profile.Line}.",
    };

    private static string Start(Profile profile) => $"Profile '{Visible.Of(profile.Name)}' gives no credentials here: ";
}
