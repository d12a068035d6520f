using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Assess;

/// <summary>The judgement of one session.</summary>
public sealed record SessionStatus
{
    public required SsoSession Session { get; init; }

    public required SessionState State { get; init; }

    /// <summary>The token judged; null when there is none or it was never readable.</summary>
    public SsoToken? Token { get; init; }

    /// <summary>Refresh fields present, registration alive, no refusal on record: nobody is needed when the access token ends.</summary>
    public required bool IsRefreshable { get; init; }

    /// <summary>The service refused this very token, or its portal session was ended.</summary>
    public bool IsRefused { get; init; }

    /// <summary>Why the last refresh of this very token failed; null when it did not, or none was tried.</summary>
    public RefreshFailure? Failure { get; init; }

    /// <summary>Null: unknown.</summary>
    public EstimatedEnd? End { get; init; }

    /// <summary>Claude settings use it, the user pinned it, or it was signed in to today.</summary>
    public required bool Matters { get; init; }

    /// <summary>By managed or user settings.</summary>
    public required bool IsUsedByClaude { get; init; }

    public string Name => Session.Name;

    /// <summary>A person must act before it works again.</summary>
    public bool NeedsPerson => State is SessionState.SignInNeeded or SessionState.SignedOut;

    /// <summary>It works now, at most after a refresh that needs nobody.</summary>
    public bool Works => State is SessionState.Valid or SessionState.Refreshable;

    /// <summary>The earlier bound of its end is known and that near.</summary>
    public bool EndsWithin(TimeSpan span, DateTimeOffset now) => End is { } end && end.Earliest <= now.Plus(span);
}
