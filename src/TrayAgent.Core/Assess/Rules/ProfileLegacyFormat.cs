using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Show;

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
            RemedyOf(judged.Config, profile)))
        {
            Profiles = [profile.Name],
            Session = profile.Session,
            File = profile.File,
        });

    /// <summary>Not a command that would refuse: these two a person must put right first.</summary>
    private static Remedy RemedyOf(AwsConfig config, Profile profile) => profile switch
    {
        { HasSsoInCredentials: true } => Remedy.Advice(
            $"Move its SSO keys from '{Visible.Of(config.CredentialsFile)}' into '{Visible.Of(config.ConfigFile)}', then migrate it."),
        { SsoRegion: { Length: > 0 } region } when !RegionNames.Is(region) => Remedy.Advice(
            $"Correct its 'sso_region', which is '{Visible.Of(region)}', then migrate it."),
        _ => Remedy.Command("Give it an [sso-session]; the change is shown first.", "trayagent", "migrate", "--profile", profile.Name),
    };
}
