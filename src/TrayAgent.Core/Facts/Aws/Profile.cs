using System.Collections.Immutable;

namespace TrayAgent.Core.Facts.Aws;

/// <summary>One profile, merged from config and credentials file (the credentials file wins per key). Holds no key material.</summary>
public sealed record Profile
{
    public required string Name { get; init; }

    public required ProfileKind Kind { get; init; }

    /// <summary>Where its section header stands.</summary>
    public required string File { get; init; }

    /// <summary>One-based.</summary>
    public required int Line { get; init; }

    /// <summary>
    /// The name of the session that its credentials come from, also through a role chain:
    /// an <c>[sso-session]</c>'s name, or the start URL of a legacy profile; null when there is none.
    /// </summary>
    public string? Session { get; init; }

    /// <summary><c>sso_session</c> as written, whether it exists or not.</summary>
    public string? SsoSession { get; init; }

    /// <summary><c>sso_start_url</c> as written in the profile itself.</summary>
    public string? SsoStartUrl { get; init; }

    /// <summary><c>sso_region</c> as written in the profile itself.</summary>
    public string? SsoRegion { get; init; }

    /// <summary>One of these keys, or <c>sso_session</c>, stands in the credentials file and so wins over the config.</summary>
    public bool HasSsoInCredentials { get; init; }

    /// <summary><c>sso_account_id</c>.</summary>
    public string? AccountId { get; init; }

    /// <summary><c>sso_role_name</c>.</summary>
    public string? RoleName { get; init; }

    /// <summary>The workload region (<c>region</c>).</summary>
    public string? Region { get; init; }

    public string? RoleArn { get; init; }

    public string? RoleSessionName { get; init; }

    public string? ExternalId { get; init; }

    /// <summary><c>duration_seconds</c> as written.</summary>
    public string? DurationSeconds { get; init; }

    /// <summary><c>mfa_serial</c>: a person must type a code.</summary>
    public string? MfaSerial { get; init; }

    public string? SourceProfile { get; init; }

    /// <summary>From the profile itself along <c>source_profile</c> to the last profile reached, for messages; empty without a role.</summary>
    public ImmutableArray<string> Chain { get; init; } = [];

    public bool HasStaticKeys { get; init; }

    /// <summary>The file of its access keys, which may be another than that of its header; null without keys.</summary>
    public string? KeysFile { get; init; }

    /// <summary>The line of the access key in that file, one-based.</summary>
    public int KeysLine { get; init; }

    public bool HasCredentialProcess { get; init; }

    /// <summary><c>login_session</c> of <c>aws login</c>.</summary>
    public bool HasLoginSession { get; init; }
}
