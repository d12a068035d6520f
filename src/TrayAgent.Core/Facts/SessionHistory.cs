using System.Collections.Immutable;

namespace TrayAgent.Core.Facts;

/// <summary>What the agent's own state file remembers of one session; nothing here is in any AWS file.</summary>
public sealed record SessionHistory
{
    public static SessionHistory Empty { get; } = new();

    /// <summary>The last sign-in that started a portal session (it followed a refusal, an expiry or a sign-out); null: never seen.</summary>
    public DateTimeOffset? SignedInAt { get; init; }

    /// <summary>Hashes (<see cref="Aws.SsoToken.Fingerprint"/>) of tokens that the service refused although they are unexpired.</summary>
    public ImmutableHashSet<string> Refused { get; init; } = [];

    /// <summary>When a token of it last worked: it was signed in to, refreshed, or the portal said yes; null: never seen.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>Null when the last refresh went well, or there was none.</summary>
    public RefreshFailure? Failure { get; init; }
}
