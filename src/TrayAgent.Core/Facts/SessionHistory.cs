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

    /// <summary>
    /// Those of <see cref="Refused"/> that an earlier exchange had perhaps spent, its answer being lost:
    /// a person is needed, but their portal session may live on.
    /// </summary>
    public ImmutableHashSet<string> PerhapsSpent { get; init; } = [];

    /// <summary>When a token of it last worked: it was signed in to, refreshed, or the portal said yes; null: never seen.</summary>
    public DateTimeOffset? LastUsedAt { get; init; }

    /// <summary>
    /// When its token file was last written by somebody else than us, before we refreshed it:
    /// perhaps by a sign-in that nobody saw. Null where <see cref="SignedInAt"/> says more.
    /// </summary>
    public DateTimeOffset? FoundWrittenAt { get; init; }

    /// <summary>Null when the last refresh went well, or there was none.</summary>
    public RefreshFailure? Failure { get; init; }

    /// <summary>AWS refused the token because its portal session was over, as far as anybody can know.</summary>
    public bool ProvesEnd(string fingerprint) => Refused.Contains(fingerprint) && !PerhapsSpent.Contains(fingerprint);

    /// <summary>What the file says, or what it said before a refresh of ours wrote it.</summary>
    public DateTimeOffset? FoundWritten(DateTimeOffset writtenAt) =>
        LastUsedAt is null || writtenAt > LastUsedAt ? writtenAt : FoundWrittenAt;
}
