using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>An SSO profile without account, role or region, or one in use without any source of credentials.</summary>
internal static class ProfileIncomplete
{
    public static IEnumerable<Found> Find(Judged judged) => judged.Config.Profiles
        .Where(profile => profile.Kind == ProfileKind.Incomplete)
        .Where(profile => IsSso(profile) || judged.IsNamed(profile))
        .Select(profile => new Found(new Finding(
            FindingCodes.ProfileIncomplete,
            judged.Weigh(profile, IsSso(profile) ? Severity.Error : Severity.Warning),
            profile.Name,
            Message(profile),
            Remedy.Advice($"Complete the section at '{profile.File}:{profile.Line}'.")))
        {
            Profiles = [profile.Name],
            Session = profile.Session,
            File = profile.File,
        });

    private static string Message(Profile profile) => IsSso(profile)
        ? $"The profile '{profile.Name}' gives no role credentials: it lacks {Phrase.Names(Missing(profile))}."
        : $"The profile '{profile.Name}' names no source of credentials.";

    private static bool IsSso(Profile profile) =>
        (profile.SsoSession ?? profile.SsoStartUrl ?? profile.AccountId ?? profile.RoleName) is not null;

    private static IEnumerable<string> Missing(Profile profile)
    {
        if (profile.SsoSession is null && profile.SsoStartUrl is null)
        {
            yield return "sso_session";
        }

        if (profile.SsoSession is null && profile.SsoStartUrl is not null && profile.SsoRegion is null)
        {
            yield return "sso_region";
        }

        if (profile.AccountId is null)
        {
            yield return "sso_account_id";
        }

        if (profile.RoleName is null)
        {
            yield return "sso_role_name";
        }
    }
}
