using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>It works, but a person must sign in every eight hours; the user may not be free to change it.</summary>
internal static class ProfileLegacyFormat
{
    public static IEnumerable<Found> Find(Judged judged) => judged.Config.Profiles
        .Where(profile => profile.Kind == ProfileKind.LegacySso)
        .Select(profile => new Found(new Finding(
            FindingCodes.ProfileLegacyFormat,
            Severity.Info,
            profile.Name,
            $"The profile '{profile.Name}' has the legacy format without an [sso-session], "
            + "so its token cannot be refreshed and lasts eight hours at most.",
            Remedy.Command("Give it an [sso-session]; the change is shown first.", "trayagent", "migrate", "--profile", profile.Name)))
        {
            Profiles = [profile.Name],
            Session = profile.Session,
            File = profile.File,
        });
}
