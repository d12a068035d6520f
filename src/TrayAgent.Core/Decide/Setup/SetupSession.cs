using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Decide.Setup;

/// <summary>The session that is set up: an existing one, or what will become one.</summary>
/// <param name="Name">Of its section.</param>
/// <param name="StartUrl">As it stands, or will stand, in the file.</param>
/// <param name="Region">The Identity Center's.</param>
/// <param name="Scopes">Between commas; empty for an existing one that has none and shall stay so.</param>
public sealed record SetupSession(string Name, string StartUrl, string Region, string Scopes)
{
    /// <summary>Null for a section that lacks something, or says what no sign-in could use.</summary>
    public static SetupSession? Of(SsoSession session) =>
        session is { Kind: SessionKind.SsoSession, StartUrl: { } url, Region: { } region }
        && StartUrlAnswer.Problem(StartUrlAnswer.Clean(url)) is null && RegionNames.Is(region)
            ? new SetupSession(session.Name, url, region, string.Join(", ", session.Scopes))
            : null;

    /// <summary>How it stands to a section of the same name.</summary>
    public Standing In(AwsConfig config)
    {
        var there = config.Sessions.FirstOrDefault(session => session.Kind == SessionKind.SsoSession && session.Name == Name);
        return there is null ? new Standing.Free()
            : Of(there) == this ? new Standing.Same()
            : new Standing.Differs(Differences.Sentence(
                $"There is a session '{Name}' with other values",
                ("sso_start_url", there.StartUrl, StartUrl),
                ("sso_region", there.Region, Region),
                ("sso_registration_scopes", string.Join(", ", there.Scopes), Scopes)));
    }
}
