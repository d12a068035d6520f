using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>An SSO profile without account, role or region, or one in use without any source of credentials.</summary>
internal static class ProfileIncomplete
{
    public static IEnumerable<Found> Find(Judged judged) => judged.Config.Profiles
        .Where(profile => profile.Kind == ProfileKind.Incomplete)
        .Where(profile => IsSso(profile) || judged.IsNamed(profile))
        .Select(profile => Found(judged, profile, judged.Config.Session(profile.SsoSession ?? "")));

    private static Found Found(Judged judged, Profile profile, SsoSession? session)
    {
        var own = Missing(profile).ToList();
        var isSessions = own.Count == 0 && session is not null;
        return new Found(new Finding(
            FindingCodes.ProfileIncomplete,
            judged.Weigh(profile, IsSso(profile) ? Severity.Error : Severity.Warning),
            profile.Name,
            IsSso(profile)
                ? $"The profile '{profile.Name}' gives no role credentials: "
                    + (isSessions ? $"its session '{session!.Name}' lacks {Phrase.Names(Missing(session))}." : $"it lacks {Phrase.Names(own)}.")
                : $"The profile '{profile.Name}' names no source of credentials.",
            Remedy.Advice("Complete the section at " + (isSessions ? $"'{session!.File}:{session.Line}'." : $"'{profile.File}:{profile.Line}'."))))
        {
            Profiles = [profile.Name],
            Session = profile.Session,
            File = profile.File,
        };
    }

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

    private static IEnumerable<string> Missing(SsoSession session)
    {
        if (string.IsNullOrEmpty(session.StartUrl))
        {
            yield return "sso_start_url";
        }

        if (string.IsNullOrEmpty(session.Region))
        {
            yield return "sso_region";
        }
    }
}
