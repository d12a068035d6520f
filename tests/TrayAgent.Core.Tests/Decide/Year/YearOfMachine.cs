using Microsoft.Extensions.Time.Testing;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Tests.Decide.Year;

/// <summary>A machine for a year: time goes to the agent's next deadline or to the next thing that happens, whichever is first.</summary>
internal sealed class YearOfMachine
{
    public const int Days = 365;

    public static readonly DateTimeOffset Start = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Earliest = TimeSpan.FromMinutes(21);
    private static readonly TimeSpan Latest = TimeSpan.FromMinutes(15);

    private readonly FakeTimeProvider _time = new(Start);
    private readonly PriorityQueue<Action, DateTimeOffset> _happenings = new();
    private readonly Random _random;
    private readonly Policy _policy;
    private readonly Spells _asleep;
    private readonly Spells _offline;
    private readonly Spells _failing;
    private Snapshot _snapshot;
    private Assessment? _assessment;
    private Memory _memory = Memory.Empty;
    private DateTimeOffset _deadline;

    public YearOfMachine(int seed, bool sleepsAtNight, params PortalOfYear[] portals)
    {
        _random = new Random(seed);
        Portals = portals;
        _asleep = sleepsAtNight ? Spells.Nights(Start) : Spells.None;
        _offline = Spells.AtRandom(_random, Start, perWeek: 3, TimeSpan.FromHours(3));
        _failing = Spells.AtRandom(_random, Start, perWeek: 2, TimeSpan.FromMinutes(40));
        _policy = Given.Pinned([.. portals.Select(portal => portal.Name)]);
        _snapshot = Given.Machine("2026-01-05 09:00");
        foreach (var portal in portals)
        {
            _snapshot = _snapshot.With(Given.Session(portal.Name) with
            {
                StartUrl = $"https://{portal.Length.TotalMinutes}.awsapps.com/start",
            });
        }

        foreach (var change in _offline.Changes)
        {
            _happenings.Enqueue(() => Step(new Occurrence.WorldChanged()), change);
        }
    }

    public PortalOfYear[] Portals { get; }

    /// <summary>Tokens that were replaced in time although nothing stood in the way, and those that could not.</summary>
    public int InTime { get; private set; }

    public int Late { get; private set; }

    public int EstimatesChecked { get; private set; }

    private DateTimeOffset Now => _time.GetUtcNow();

    public YearOfMachine Live()
    {
        Step(new Occurrence.Inspected());
        while (Now < Start.AddDays(Days))
        {
            var next = _happenings.TryPeek(out _, out var at) && at < _deadline ? at : _deadline;
            if (_asleep.EndAt(next > Now ? next : Now) is { } wake)
            {
                _time.SetUtcNow(wake);
                Step(new Occurrence.WorldChanged());
                continue;
            }

            if (next > Now)
            {
                _time.SetUtcNow(next);
            }

            if (_happenings.TryPeek(out _, out at) && at <= Now)
            {
                _happenings.Dequeue()();
            }
            else
            {
                Step(new Occurrence.Inspected());
            }
        }

        return this;
    }

    private void Step(Occurrence occurrence)
    {
        _snapshot = _snapshot with { Now = Now };
        _assessment = Assessor.Assess(_snapshot, _policy);
        (_memory, var effects) = Decider.Decide(_memory, occurrence, _assessment, _policy);
        var again = false;
        foreach (var effect in effects)
        {
            switch (effect)
            {
                case Effect.SweepAt(var instant):
                    Assert.True(instant > Now);
                    _deadline = instant;
                    break;
                case Effect.Refresh(var session):
                    Call(Of(session));
                    break;
                case Effect.Notify(var notice):
                    Read(notice);
                    break;
                case Effect.RememberHistory(var session, var history):
                    _snapshot = _snapshot.With(session, history);
                    again = true;
                    break;
                default:
                    break;
            }
        }

        if (again)
        {
            Step(new Occurrence.Inspected());
        }
    }

    private void Call(PortalOfYear portal)
    {
        Assert.True(Now - portal.LastCall >= TimeSpan.FromMinutes(1), $"{portal.Name} was asked twice within a minute at {Now}.");
        Assert.True(portal.Token.ExpiresAt - Now <= Earliest, $"{portal.Name} was refreshed too early at {Now}.");
        portal.LastCall = Now;
        portal.Calls++;
        var calledAt = Now;
        _happenings.Enqueue(() => Answer(portal, calledAt), Now.AddSeconds(1 + (4 * _random.NextDouble())));
    }

    private void Answer(PortalOfYear portal, DateTimeOffset calledAt)
    {
        var outcome = new RefreshOutcome(portal.Name, ResultFor(portal), "It is said.")
        {
            StartUrl = _snapshot.Config.Session(portal.Name)!.StartUrl,
            Fingerprint = portal.Token.Fingerprint,
        };
        if (outcome.Result == RefreshResult.Refreshed)
        {
            CheckTime(portal, calledAt);
            portal.Refresh(Now);
            Write(portal);
        }

        // As the agent's state file does it.
        var before = _snapshot.History.GetValueOrDefault(portal.Name, SessionHistory.Empty);
        _snapshot = _snapshot.With(portal.Name, before.AfterRefresh(outcome, Now)) with
        {
            Observed = _snapshot.Observed.WithRefusal(before, outcome, Now),
        };
        Step(new Occurrence.RefreshEnded(outcome));
        CheckEstimate(portal);
    }

    private RefreshResult ResultFor(PortalOfYear portal) =>
        _offline.Covers(Now) ? RefreshResult.Unreachable
        : _failing.Covers(Now) ? RefreshResult.Failing
        : portal.EndsAt <= Now ? RefreshResult.Refused
        : RefreshResult.Refreshed;

    private void Read(Notice notice)
    {
        if (notice.Urgency != Urgency.Critical)
        {
            return;
        }

        var portal = Of(notice.Key["session:".Length..]);
        Assert.False(portal.IsAnnounced, $"{portal.Name} was announced twice, at {Now}.");
        Assert.True(portal.IsOver(Now), $"{portal.Name} was said to need a sign-in while it lived, at {Now}.");
        portal.IsAnnounced = true;
        _happenings.Enqueue(() => SignIn(portal), Now.AddMinutes(2 + (30 * _random.NextDouble())));
    }

    private void SignIn(PortalOfYear portal)
    {
        if (_offline.EndAt(Now) is { } back)
        {
            _happenings.Enqueue(() => SignIn(portal), back.AddMinutes(1));
            return;
        }

        Assert.False(portal.SignIns > 0 && IsCalm(portal), $"{portal.Name} was not refreshed before {portal.Token.ExpiresAt}.");
        portal.SignIn(Now);
        Write(portal);
        Step(new Occurrence.Inspected());
    }

    private void Write(PortalOfYear portal) =>
        _snapshot = _snapshot.With(Given.File(portal.Name, portal.Token) with { WrittenAt = Now });

    private void CheckTime(PortalOfYear portal, DateTimeOffset calledAt)
    {
        var left = portal.Token.ExpiresAt - calledAt;
        if (left >= Latest)
        {
            InTime++;
            return;
        }

        Late++;
        Assert.False(IsCalm(portal), $"{portal.Name} had only {left} left at {calledAt}.");
        Assert.True(
            _failing.Touches(calledAt.AddMinutes(-12), calledAt)
            || _offline.Touches(calledAt.AddMinutes(-2), calledAt)
            || _asleep.Touches(calledAt.AddMinutes(-2), calledAt),
            $"{portal.Name} was not refreshed at once when it could be again, at {calledAt}.");
    }

    /// <summary>While its token was to be refreshed, nothing stood in the way.</summary>
    private bool IsCalm(PortalOfYear portal)
    {
        var (from, until) = (portal.Token.ExpiresAt - Earliest, portal.Token.ExpiresAt - Latest);
        return portal.EndsAt > until && portal.Token.RegistrationExpiresAt > until
            && !_offline.Touches(from, until) && !_failing.Touches(from, until) && !_asleep.Touches(from, until);
    }

    private void CheckEstimate(PortalOfYear portal)
    {
        if (_assessment!.Session(portal.Name)!.End is { Basis: EndBasis.Observed } end)
        {
            EstimatesChecked++;
            Assert.InRange(portal.EndsAt, end.Earliest, end.Latest);
        }
    }

    private PortalOfYear Of(string session) => Portals.Single(portal => portal.Name == session);
}
