using System.Collections.Immutable;

namespace TrayAgent.Loopback;

/// <summary>What the identity centre grants and for how long; all but the port may change while it runs.</summary>
public sealed record CentreOptions
{
    /// <summary>The port to listen on; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>How long an access token of a client with scopes lives (the service says 3600 s).</summary>
    public TimeSpan AccessTokenLife { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long an access token of a client without scopes lives, at most to its session's end.</summary>
    public TimeSpan LegacyAccessTokenLife { get; init; } = TimeSpan.FromHours(8);

    /// <summary>The absolute length of a portal session; a change affects new sessions only, as at AWS.</summary>
    public TimeSpan PortalSessionLength { get; init; } = TimeSpan.FromHours(8);

    public TimeSpan RoleCredentialsLife { get; init; } = TimeSpan.FromHours(1);

    public TimeSpan RegistrationLife { get; init; } = TimeSpan.FromDays(90);

    public TimeSpan DeviceCodeLife { get; init; } = TimeSpan.FromSeconds(600);

    public TimeSpan PollInterval { get; init; } = TimeSpan.FromSeconds(1);

    public RefreshTokenPolicy RefreshTokenPolicy { get; init; } = RefreshTokenPolicy.Lenient;

    /// <summary>The start URLs of this organisation; when empty, every https start URL is taken for one.</summary>
    public ImmutableArray<string> StartUrls { get; init; } = [];

    public ImmutableArray<Account> Accounts { get; init; } =
    [
        new("111122223333", "Sandbox", ["Developer", "ReadOnly"]),
        new("444455556666", "Production", ["Auditor"]),
    ];
}
