using System.Collections.Immutable;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Decide;

/// <summary>
/// What the agent remembers between two decisions.
/// Plain members only, so that the shell can write it to the state file: a notice given is not given again after a restart.
/// </summary>
public sealed record Memory
{
    public static Memory Empty { get; } = new();

    /// <summary>By session name.</summary>
    public ImmutableDictionary<string, SessionMemory> Sessions { get; init; } =
        ImmutableDictionary<string, SessionMemory>.Empty;

    /// <summary>No warnings until then, by a person's choice; null: they flow.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>Sign-ins, renewals and sign-outs under way, in this or another process, by session name.</summary>
    public ImmutableDictionary<string, SignInUnderWay> SignIns { get; init; } =
        ImmutableDictionary<string, SignInUnderWay>.Empty;

    /// <summary>Refreshes under way and past ones, by session name.</summary>
    public ImmutableDictionary<string, RefreshMemory> Refreshes { get; init; } =
        ImmutableDictionary<string, RefreshMemory>.Empty;

    /// <summary>The last sign-in that ended.</summary>
    public SignInOutcome? LastOutcome { get; init; }

    /// <summary>How sign-ins ended that nobody could be told of yet.</summary>
    public ImmutableArray<SignInOutcome> HeldOutcomes { get; init; } = [];

    public ScreenLock Screen { get; init; } = ScreenLock.Unlocked;

    public NoticeFace Notices { get; init; } = NoticeFace.Present;

    /// <summary>Whether the agent starts at login, as last read; null: not known, or the system has no such thing.</summary>
    public CheckMark? StartsAtLogin { get; init; }

    /// <summary>Something was due and nobody could be told; what is due afterwards comes as one summary.</summary>
    public bool IsHolding { get; init; }

    /// <summary>The sessions that the summary on display is about.</summary>
    public ImmutableArray<string> Summarised { get; init; } = [];

    /// <summary>When the last decision was made; null in a new process.</summary>
    public DateTimeOffset? DecidedAt { get; init; }

    public SessionMemory this[string session] => Sessions.GetValueOrDefault(session, SessionMemory.Empty);

    /// <summary>What is left of it in a new process: a sign-in, a lock and a panel must be seen again.</summary>
    public Memory AfterRestart() => new() { Sessions = Sessions, PausedUntil = PausedUntil };

    /// <summary>Whether there is anything to store that the earlier one had not.</summary>
    public bool OutlivesDifferently(Memory earlier) =>
        Sessions != earlier.Sessions || PausedUntil != earlier.PausedUntil;

    public RefreshMemory RefreshesOf(string session) => Refreshes.GetValueOrDefault(session, RefreshMemory.None);

    internal Memory With(string session, RefreshMemory memory) => memory == RefreshesOf(session)
        ? this
        : this with { Refreshes = Refreshes.SetItem(session, memory) };

    internal Memory With(string session, SessionMemory memory) => memory == this[session]
        ? this
        : memory == SessionMemory.Empty ? this with { Sessions = Sessions.Remove(session) }
        : this with { Sessions = Sessions.SetItem(session, memory) };
}
