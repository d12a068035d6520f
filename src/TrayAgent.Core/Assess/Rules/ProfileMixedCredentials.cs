using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>SSO keys beside another source of credentials: each tool takes a different one.</summary>
internal static class ProfileMixedCredentials
{
    public static IEnumerable<Found> Find(Judged judged) => judged.Config.Profiles
        .Where(profile => (profile.SsoSession ?? profile.SsoStartUrl) is not null && Others(profile).Any())
        .Select(profile => new Found(new Finding(
            FindingCodes.ProfileMixedCredentials,
            judged.Weigh(profile, Severity.Warning),
            profile.Name,
            $"The profile '{profile.Name}' has SSO keys and also {Phrase.Names(Others(profile))}, "
            + "and tools disagree on which of them to use.",
            Remedy.Advice($"Keep one source of credentials in the section at '{profile.File}:{profile.Line}'.")))
        {
            Profiles = [profile.Name],
            Session = profile.Session,
            File = profile.File,
        });

    private static IEnumerable<string> Others(Profile profile)
    {
        if (profile.HasStaticKeys)
        {
            yield return "aws_access_key_id";
        }

        if (profile.HasCredentialProcess)
        {
            yield return "credential_process";
        }

        if (profile.RoleArn is not null && !RepeatsItsSource(profile))
        {
            yield return "role_arn";
        }

        if (profile.HasLoginSession)
        {
            yield return "login_session";
        }
    }

    /// <summary>The session that its credentials come from anyway, for older tools: https://github.com/aws/aws-cli/issues/7496.</summary>
    private static bool RepeatsItsSource(Profile profile) =>
        profile is { Kind: ProfileKind.RoleChain, SsoStartUrl: null, AccountId: null, RoleName: null } && profile.SsoSession == profile.Session;
}
