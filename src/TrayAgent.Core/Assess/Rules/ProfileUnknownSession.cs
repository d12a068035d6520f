using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>A profile names an [sso-session] that does not exist.</summary>
internal static class ProfileUnknownSession
{
    public static IEnumerable<Found> Find(Judged judged)
    {
        var names = judged.Config.Sessions
            .Where(session => session.Kind == SessionKind.SsoSession)
            .Select(session => session.Name)
            .ToHashSet(StringComparer.Ordinal);
        return judged.Config.Profiles
            .Where(profile => profile.SsoSession is not null && !names.Contains(profile.SsoSession))
            .Select(profile => new Found(new Finding(
                FindingCodes.ProfileUnknownSession,
                judged.Weigh(profile, Severity.Error),
                profile.Name,
                $"The profile '{profile.Name}' names the session '{profile.SsoSession}', which does not exist."
                + NearestName.Question(profile.SsoSession!, names),
                Remedy.Advice(
                    $"Correct 'sso_session' at '{profile.File}:{profile.Line}', "
                    + $"or write a section [sso-session {profile.SsoSession}].")))
            {
                Profiles = [profile.Name],
                Session = profile.SsoSession,
                File = profile.File,
            });
    }
}
