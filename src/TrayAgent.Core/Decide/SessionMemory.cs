using System.Collections.Immutable;

namespace TrayAgent.Core.Decide;

/// <summary>What the agent remembers of one session.</summary>
public sealed record SessionMemory
{
    public static SessionMemory Empty { get; } = new();

    /// <summary>The shortest lead time warned of, per end; latest end last, at most four ends.</summary>
    public ImmutableArray<GivenWarning> Warnings { get; init; } = [];

    /// <summary>
    /// Since when in terms of tokens a person is needed: the dead token's fingerprint, or "" for a sign-out; null: nobody is needed.
    /// A clock that jumps back makes a dead token look alive again, so the token is compared and not the time.
    /// </summary>
    public string? Need { get; init; }

    /// <summary>
    /// With that need the portal session is over, so that the next sign-in starts one.
    /// A token that merely cannot be refreshed any more may leave one alive, which the next sign-in would not start anew.
    /// </summary>
    public bool IsPortalOver { get; init; }

    /// <summary>The <see cref="Need"/> that the person was told of; null: none.</summary>
    public string? ToldNeed { get; init; }

    /// <summary>The token that the person was told of that it cannot be written over; null: none.</summary>
    public string? ToldUnwritable { get; init; }

    /// <summary>When to say it again, because the person chose "Later".</summary>
    public DateTimeOffset? RemindAt { get; init; }

    /// <summary>No warnings until then, because the person chose "Not today".</summary>
    public DateTimeOffset? SilentUntil { get; init; }

    /// <summary>Its notice is on display, as far as anybody knows, and is taken back when it is no longer true.</summary>
    public bool HasNotice { get; init; }
}
