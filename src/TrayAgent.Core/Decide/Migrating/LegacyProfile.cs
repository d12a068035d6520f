using TrayAgent.Core.Decide.Setup;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Aws.Ini;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Decide.Migrating;

/// <summary>Which profiles carry a start URL themselves, and which of them are better left as they are.</summary>
internal static class LegacyProfile
{
    /// <summary>Also beside the name of a session that does not exist: every tool fails on that, but the start URL is what is left of it.</summary>
    public static bool Is(AwsConfig config, Profile profile) =>
        profile.SsoStartUrl is { Length: > 0 } && (profile.SsoSession is not { } session || config.Session(session) is null);

    /// <summary>Why it cannot be migrated, and what a person can do; null when it can.</summary>
    public static string? Obstacle(AwsConfig config, Profile profile) => profile switch
    {
        { SsoSession: { } session } =>
            $"names '[sso-session {Visible.Of(session)}]', which does not exist, beside a start URL of its own. Correct the name, or delete that line "
            + "and migrate it",
        { HasSsoInCredentials: true } =>
            $"has its SSO keys in '{Visible.Of(config.CredentialsFile)}', which TrayAgent never edits. Move them into "
            + $"'[{Section(profile.Name)}]' in '{Visible.Of(config.ConfigFile)}', then migrate it",
        _ when StandsTwice(config, profile.Name) =>
            "stands twice in the file, and which one counts differs from tool to tool. Merge the two, then migrate it",
        { Kind: ProfileKind.RoleChain or ProfileKind.Broken, RoleArn: not null } =>
            "assumes a role for most tools and uses its start URL for others. Delete the one or the other",
        { Kind: not (ProfileKind.LegacySso or ProfileKind.Incomplete) } =>
            $"does not use its start URL: the AWS CLI takes its credentials from elsewhere ({Words.Of(profile.Kind)})",
        { SsoRegion: null or "" } =>
            "has no 'sso_region'. Add the region of your IAM Identity Center, then migrate it",
        { SsoRegion: var region } when !RegionNames.Is(region) =>
            $"has the 'sso_region' '{Visible.Of(region)}', which is none. Correct it, then migrate it",
        { SsoStartUrl: var url } when StartUrlAnswer.Problem(StartUrlAnswer.Clean(url!)) is { } problem =>
            $"has the start URL '{Visible.Of(url!)}', which cannot be taken over. {problem.TrimEnd('.')}",
        _ => null,
    };

    /// <summary>As the config calls it between brackets.</summary>
    public static string Section(string profile) => profile == "default" ? profile : $"profile {profile}";

    private static bool StandsTwice(AwsConfig config, string name) => config.PortabilityNotes.Any(note =>
        note.Construct == "profile-twice" && SectionMeaning.Of(note.Subject.Trim('[', ']')) == $"profile {name}");
}
