namespace TrayAgent.Core.Facts.Aws;

/// <summary>One file of the SSO cache, told apart as <c>aws sso logout</c> does, only stricter.</summary>
public abstract record CacheFile
{
    private CacheFile()
    {
    }

    /// <summary>File name without folder.</summary>
    public required string Name { get; init; }

    /// <summary>Last write time, UTC.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>Unix permission bits (e.g. octal 0644); null on Windows.</summary>
    public UnixFileMode? Mode { get; init; }

    /// <summary>An SSO access token.</summary>
    public sealed record Token(SsoToken Content) : CacheFile;

    /// <summary>An OIDC client registration: its <c>expiresAt</c> is not a session's.</summary>
    public sealed record Registration(ClientRegistration Content) : CacheFile;

    /// <summary>Valid JSON of another kind (<c>aws login</c>, unknown tools): shown, never touched.</summary>
    public sealed record Foreign(string Description) : CacheFile;

    /// <summary>
    /// Not readable: torn, empty, no JSON, too large, not a regular file.
    /// Others write these files in place, so this is "unknown", never "signed out".
    /// </summary>
    /// <param name="Reason">A sentence that names the file.</param>
    /// <param name="Since">When it was first seen unreadable.</param>
    /// <param name="LastGood">What it held when it could last be read; null when that was never.</param>
    public sealed record Unreadable(string Reason, DateTimeOffset Since, CacheFile? LastGood) : CacheFile;
}
