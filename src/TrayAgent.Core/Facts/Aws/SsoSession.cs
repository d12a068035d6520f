using System.Collections.Immutable;

namespace TrayAgent.Core.Facts.Aws;

/// <summary>An <c>[sso-session]</c>, or one legacy <c>sso_start_url</c>.</summary>
public sealed record SsoSession
{
    /// <summary>The section's name; for a legacy session its start URL exactly as written.</summary>
    public required string Name
    {
        get;
        init => (field, CacheFileName) = (value, CacheFileNames.Token(value));
    }

    public required SessionKind Kind { get; init; }

    public string? StartUrl { get; init; }

    /// <summary>The Identity Center's region (<c>sso_region</c>), not the workload's.</summary>
    public string? Region { get; init; }

    /// <summary><c>sso_registration_scopes</c>, split at commas and trimmed; empty when not set.</summary>
    public ImmutableArray<string> Scopes { get; init; } = [];

    /// <summary>Names of the profiles that draw on it, also through role chains, ordinal.</summary>
    public ImmutableArray<string> Profiles { get; init; } = [];

    /// <summary>Where it is defined; for a legacy session its first profile's section.</summary>
    public required string File { get; init; }

    /// <summary>One-based; 0 for one that stands in no file yet.</summary>
    public required int Line { get; init; }

    /// <summary>
    /// The name of its token file in <c>~/.aws/sso/cache</c>: SHA-1 of <see cref="Name"/>, in hex, plus <c>.json</c>.
    /// Computed once, because every rule asks for it.
    /// </summary>
    public string CacheFileName { get; private init; } = "";
}
