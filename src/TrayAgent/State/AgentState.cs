using System.Collections.Immutable;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.State;

/// <summary>What outlives a process: kept in one file in the state folder, shared by the agent and the verbs. Holds no secret.</summary>
internal sealed record AgentState
{
    public static AgentState Empty { get; } = new();

    public const int CurrentSchema = 1;

    /// <summary>Of the file's form; a file of a later one is set aside.</summary>
    public int Schema { get; init; } = CurrentSchema;

    /// <summary>By session name.</summary>
    public ImmutableDictionary<string, SessionHistory> History { get; init; } =
        ImmutableDictionary<string, SessionHistory>.Empty;

    /// <summary>Notices given and snoozes, by session name.</summary>
    public ImmutableDictionary<string, SessionMemory> Sessions { get; init; } =
        ImmutableDictionary<string, SessionMemory>.Empty;

    public DateTimeOffset? PausedUntil { get; init; }

    /// <inheritdoc cref="Remembered.Observed"/>
    public ImmutableDictionary<string, ImmutableArray<ObservedLength>> Observed { get; init; } =
        ImmutableDictionary<string, ImmutableArray<ObservedLength>>.Empty;

    /// <inheritdoc cref="Remembered.Clock"/>
    public ClockReading? Clock { get; init; }

    /// <inheritdoc cref="Remembered.KnownKeys"/>
    public KnownKeys KnownKeys { get; init; } = KnownKeys.Nothing;

    /// <summary>The part that judging needs.</summary>
    public Remembered Remembered() => new() { History = History, Observed = Observed, Clock = Clock, KnownKeys = KnownKeys };

    /// <summary>
    /// As read, but whole: what another version did not write, or somebody set to null, is null after generated code has read it,
    /// for it does not keep the defaults of init-only properties.
    /// </summary>
    /// <remarks>https://github.com/dotnet/runtime/issues/58770</remarks>
    public AgentState Completed() => new()
    {
        History = (History ?? Empty.History)
            .Where(entry => entry.Value is not null)
            .ToImmutableDictionary(entry => entry.Key, entry => entry.Value with
            {
                Refused = entry.Value.Refused ?? [],
                PerhapsSpent = entry.Value.PerhapsSpent ?? [],
                Failure = entry.Value.Failure is { Fingerprint: not null, Text: not null } whole ? whole : null,
            }),
        Sessions = (Sessions ?? Empty.Sessions)
            .Where(entry => entry.Value is not null)
            .ToImmutableDictionary(entry => entry.Key, entry => entry.Value with
            {
                Warnings = entry.Value.Warnings is { IsDefault: false } given ? [.. given.Where(one => one is not null)] : [],
            }),
        PausedUntil = PausedUntil,
        Observed = (Observed ?? Empty.Observed)
            .Where(entry => !entry.Value.IsDefaultOrEmpty)
            .ToImmutableDictionary(entry => entry.Key, entry => entry.Value),
        Clock = Clock,
        KnownKeys = (KnownKeys ?? KnownKeys.Nothing).Completed(),
    };

    /// <summary>What the end of a sign-in, renewal or sign-out changes in what is remembered of its session.</summary>
    public AgentState After(SignInOutcome outcome, DateTimeOffset now)
    {
        var history = History.GetValueOrDefault(outcome.Session, SessionHistory.Empty);
        var after = outcome.StartedPortalSession ? SignInHistory.AfterSignIn(now) : history;
        var state = after == history ? this : this with { History = History.SetItem(outcome.Session, after) };
        return outcome.RefusedFingerprint is { } refused ? state.Refusing(outcome.Session, refused) : state;
    }

    /// <summary>What the end of a refresh changes in what is remembered of its session, its portal and this machine's clock.</summary>
    public AgentState After(RefreshOutcome outcome, DateTimeOffset now)
    {
        var before = History.GetValueOrDefault(outcome.Session, SessionHistory.Empty);
        var after = before.AfterRefresh(outcome, now);
        return this with
        {
            History = after == before ? History : History.SetItem(outcome.Session, after),
            Observed = Observed.WithRefusal(before, outcome, now),
            Clock = outcome.ClockSkew is { } skew ? new ClockReading(skew, now) : Clock,
        };
    }

    /// <summary>That a token of the session worked: the portal said yes.</summary>
    public AgentState Used(string session, DateTimeOffset now) => this with
    {
        History = History.SetItem(session, History.GetValueOrDefault(session, SessionHistory.Empty) with { LastUsedAt = now }),
    };

    /// <summary>That a token of the session is dead, whatever its file says.</summary>
    public AgentState Refusing(string session, string fingerprint)
    {
        var history = History.GetValueOrDefault(session, SessionHistory.Empty);
        return this with
        {
            History = History.SetItem(session, history with
            {
                Refused = history.Refused.Add(fingerprint),
                Failure = history.Failure?.Fingerprint == fingerprint ? null : history.Failure,
            }),
        };
    }

    /// <summary>
    /// That AWS is asked now to end the session of this token: who is killed before the answer leaves this behind,
    /// and nobody calls the token valid.
    /// </summary>
    public AgentState Ending(string session, string fingerprint, DateTimeOffset now) => With(session, history => history with
    {
        Failure = new RefreshFailure(
            fingerprint, RefreshObstacle.EndInDoubt, now, "AWS was asked to end its session, and the answer was not seen."),
    });

    /// <summary>That the session of this token was not ended after all.</summary>
    public AgentState GoingOn(string session, string fingerprint) => With(session, history =>
        history.Failure is { Obstacle: RefreshObstacle.EndInDoubt } failure && failure.Fingerprint == fingerprint
            ? history with { Failure = null }
            : history);

    /// <summary>That we ended its portal session: what began when it began says nothing about the next.</summary>
    public AgentState Ended(string session, string fingerprint) => Refusing(session, fingerprint)
        .With(session, history => history with { SignedInAt = null, LastUsedAt = null });

    /// <summary>With what a change makes of the session's history.</summary>
    public AgentState With(string session, Func<SessionHistory, SessionHistory> change) => this with
    {
        History = History.SetItem(session, change(History.GetValueOrDefault(session, SessionHistory.Empty))),
    };
}
