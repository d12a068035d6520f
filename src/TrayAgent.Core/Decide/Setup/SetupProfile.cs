using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Decide.Setup;

/// <summary>The profile that is set up.</summary>
/// <param name="Name">Of its section.</param>
/// <param name="Session">Where its credentials come from.</param>
/// <param name="AccountId">Twelve digits.</param>
/// <param name="RoleName">As AWS calls it.</param>
/// <param name="Region">Where its work is done.</param>
public sealed record SetupProfile(string Name, string Session, string AccountId, string RoleName, string Region)
{
    private const string Default = "default";

    /// <summary>As <c>aws configure sso</c> would call it.</summary>
    public static string SuggestedName(string accountId, string roleName) => SetupNames.Near($"{roleName}-{accountId}");

    public string Section => Name == Default ? Default : $"profile {Name}";

    /// <summary>How it stands to a profile of the same name.</summary>
    public Standing In(AwsConfig config) => config.Profile(Name) switch
    {
        null => new Standing.Free(),
        { } there when Source(there, config) is { } source => new Standing.Foreign(
            $"The profile '{Name}' gets its credentials from {source}, and a second source beside it would be read differently by every "
            + "tool. Choose another name."),
        { } there when Is(there) => new Standing.Same(),
        { } there => new Standing.Differs(Differences.Sentence(
            $"There is a profile '{Name}' with other values",
            ("sso_start_url", there.SsoStartUrl, null),
            ("sso_session", there.SsoSession, Session),
            ("sso_account_id", there.AccountId, AccountId),
            ("sso_role_name", there.RoleName, RoleName),
            ("region", there.Region, Region))),
    };

    private bool Is(Profile there) =>
        there is { SsoStartUrl: null, SsoRegion: null }
        && (there.SsoSession, there.AccountId, there.RoleName, there.Region) == (Session, AccountId, RoleName, Region);

    /// <summary>What else gives it credentials; null when nothing does.</summary>
    private static string? Source(Profile there, AwsConfig config) =>
        there.HasStaticKeys ? "access keys"
        : there.HasCredentialProcess ? "a 'credential_process'"
        : there.HasLoginSession ? "'aws login'"
        : there.RoleArn is not null ? "another profile's role"
        : there.File != config.ConfigFile ? $"'{there.File}'"
        : null;
}
