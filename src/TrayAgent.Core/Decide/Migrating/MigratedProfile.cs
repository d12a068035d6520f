using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Decide.Migrating;

/// <summary>A profile that carried its start URL itself, and the <c>[sso-session]</c> that it names instead.</summary>
public sealed record MigratedProfile(string Name, string Session)
{
    /// <summary>The AWS CLI takes its token from the session and nowhere else.</summary>
    public bool IsIn(AwsConfig config) =>
        config.Profile(Name) is { SsoStartUrl: null, SsoRegion: null } profile && profile.SsoSession == Session && profile.Session == Session;
}
