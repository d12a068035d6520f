using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Decide.Fix;

/// <summary>The <c>sso_session</c> of a profile, or of one that its role comes from, that has no section.</summary>
internal static class LostSession
{
    /// <summary>Null when there is none.</summary>
    public static string? Of(Profile profile, AwsConfig config) => profile.Chain
        .Select(config.Profile)
        .Prepend(profile)
        .Select(link => link?.SsoSession)
        .FirstOrDefault(name => name is not null
            && !config.Sessions.Any(session => session.Kind == SessionKind.SsoSession && session.Name == name));

    /// <param name="profile">Shown in quotes, with what else is to be said of it.</param>
    public static string Sentence(string profile, string session) =>
        $"The profile {profile} needs the session '{Visible.Of(session)}', which does not exist: "
        + $"correct 'sso_session' in the AWS config, or write a section [sso-session {Visible.Of(session)}].";
}
