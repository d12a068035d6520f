using System.Collections.Immutable;
using System.Text.Json;
using CsCheck;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Tests.Decide;

/// <summary>What holds on any machine, on any day, whatever happens in whatever order.</summary>
public sealed class AnyDayTests
{
    private const int Samples = 1_000;

    private static readonly string[] Names = ["corp", "lab", "https://old.awsapps.com/start", "a\u001b[31m\u202e\nb\ud800"];

    private static readonly Gen<DateTimeOffset> Instant = Gen.OneOf(
        Gen.Int[-120, 600].Select(minutes => Given.At("12:00").AddMinutes(minutes)),
        Gen.OneOf(DateTimeOffset.MinValue, DateTimeOffset.MaxValue));

    private static readonly Gen<SsoToken> Token =
        Gen.Select(Instant, Gen.OneOf("f1", "f2", "f3"), Gen.Bool, Gen.Bool, Instant, Gen.Bool)
            .Select((expires, fingerprint, refresh, client, registration, written) => new SsoToken
            {
                ExpiresAt = expires,
                Fingerprint = fingerprint,
                HasRefreshToken = refresh,
                HasClient = client,
                RegistrationExpiresAt = written ? registration : null,
            });

    private static readonly Gen<CacheFile?> File = Gen.Frequency(
        (2, Gen.Const((CacheFile?)null)),
        (8, Gen.Select(Token, Instant).Select((token, at) => (CacheFile?)new CacheFile.Token(token) { Name = "", WrittenAt = at })),
        (2, Gen.Select(Token, Instant).Select((token, at) => (CacheFile?)new CacheFile.Unreadable(
            "It is empty.", at, new CacheFile.Token(token) { Name = "", WrittenAt = at })
        { Name = "", WrittenAt = at })),
        (1, Instant.Select(at => (CacheFile?)new CacheFile.Unreadable("It is empty.", at, null) { Name = "", WrittenAt = at })),
        (1, Gen.Const((CacheFile?)new CacheFile.Foreign("A list.") { Name = "", WrittenAt = Given.At("09:00") })));

    private static readonly Gen<SessionHistory> History =
        Gen.Select(Instant, Gen.Bool, Gen.OneOf("f1", "f9"), Gen.Int[0, 900].Array[0, 7])
            .Select((at, seen, refused, lengths) => new SessionHistory
            {
                SignedInAt = seen ? at : null,
                Refused = [refused],
                LastUsedAt = lengths.Length > 3 ? at.Plus(TimeSpan.FromMinutes(lengths[0])) : null,
                Failure = lengths.Length > 1
                    ? new RefreshFailure("f1", (RefreshObstacle)(lengths[0] % 4), at, "It failed.")
                    : null,
            });

    private static readonly Gen<Policy> AnyPolicy =
        Gen.Select(Gen.Int[0, 90].Array[0, 4], Gen.Int[1, 600], Gen.Int[0, 23], Gen.Int[0, 23])
            .Select((leads, duration, from, until) => new Policy
            {
                LeadTimes = [.. leads.Select(lead => TimeSpan.FromMinutes(lead))],
                PinnedSessions = [.. Names.Take(2)],
                SessionDurations = ImmutableDictionary<string, TimeSpan>.Empty.Add("corp", TimeSpan.FromMinutes(duration)),
                QuietHours = new QuietHours(new TimeOnly(from, 0), new TimeOnly(until, 0)),
            });

    /// <summary>A step: when, what happens (by number), to which session, with which file.</summary>
    private static readonly Gen<(int Minutes, int What, string Session, CacheFile? File)> Step =
        Gen.Select(Gen.Int[-10, 60], Gen.Int[0, 13], Gen.OneOf(Names), File);

    [Fact]
    public void Any_machine_can_be_judged_and_shown() => Gen
        .Select(File.Array[4], History, AnyPolicy, Instant)
        .Sample((files, history, policy, now) =>
        {
            var assessment = Assessor.Assess(Machine(files, history) with { Now = now }, policy);
            Assert.Equal(Names.Length, assessment.Sessions.Length);
            Assert.All(assessment.Sessions, CheckSession);
            using var json = JsonDocument.Parse(StatusJson.Of(assessment, JsonLayout.OneLine));
            Assert.Equal(Names.Length, json.RootElement.GetProperty("sessions").GetArrayLength());
            CheckVisible(StatusText.Of(assessment, TextStyle.Plain));
            CheckVisible(TrayViews.Of(assessment, Memory.Empty).ToolTip);
        },
        iter: Samples);

    [Fact]
    public void No_warning_is_given_twice_unless_a_person_asked_for_it() => Gen
        .Select(File.Array[4], History, AnyPolicy, Step.Array[1, 40])
        .Sample((files, history, policy, steps) =>
        {
            var day = new Day(Machine(files, history), policy);
            var given = new HashSet<string>();
            var now = Given.At("12:00");
            foreach (var step in steps)
            {
                now = now.AddMinutes(step.Minutes);
                _ = step.What == 6 ? day.Restart() : day;
                day.Then(now, Happening(step), snapshot => step.What == 0 ? Put(snapshot, step.Session, step.File) : snapshot);
                foreach (var notice in day.Last.OfType<Effect.Notify>().Select(effect => effect.Notice))
                {
                    Assert.Equal(ScreenLock.Unlocked, day.Memory.Screen);
                    Assert.InRange(notice.Buttons.Length, 0, 3);
                    Assert.True(IsNew(notice, day, given), $"'{notice.Title}' came twice for one end.");
                }

                Assert.True(day.Last.OfType<Effect.SweepAt>().Single().Instant > now);
            }
        },
        iter: Samples);

    private static bool IsNew(Notice notice, Day day, HashSet<string> given)
    {
        if (!notice.Key.StartsWith("session:", StringComparison.Ordinal))
        {
            // A summary may tell of another need, after which the one told before is news again.
            given.RemoveWhere(line => line.Contains(" needs ", StringComparison.Ordinal));
            return true;
        }

        var name = notice.Key["session:".Length..];
        var memory = day.Memory[name];
        if (notice.Title.EndsWith("cannot be refreshed", StringComparison.Ordinal))
        {
            return given.Add($"{name} cannot be written {memory.ToldUnwritable}");
        }

        if (notice.Urgency != Urgency.Critical)
        {
            return given.Add($"{name} {memory.Warnings[^1]}");
        }

        // The same token may be put back after another one; then it is news, but not twice in a row.
        var signIns = day.Log.Count(line => line.Contains($"remember {name}", StringComparison.Ordinal));
        var news = given.Add($"{name} needs {memory.ToldNeed} {signIns}");
        given.RemoveWhere(line =>
            line.StartsWith($"{name} needs ", StringComparison.Ordinal) && line != $"{name} needs {memory.ToldNeed} {signIns}");
        return news;
    }

    private static Occurrence Happening((int Minutes, int What, string Session, CacheFile? File) step) => step.What switch
    {
        1 => new Occurrence.Locked(),
        2 => new Occurrence.Unlocked(),
        3 => new Occurrence.Chosen(new Choice.NotToday(step.Session)),
        4 => new Occurrence.Chosen(new Choice.PauseWarnings(TimeSpan.FromMinutes(30))),
        5 => new Occurrence.NoticeFaceChanged(step.Minutes % 2 == 0 ? NoticeFace.Away : NoticeFace.Present),
        _ => new Occurrence.Inspected(),
    };

    private static Snapshot Machine(CacheFile?[] files, SessionHistory history)
    {
        var machine = Given.Machine("12:00").With(
            Given.Session(Names[0]), Given.Session(Names[1]), Given.Legacy(Names[2]), Given.Session(Names[3]));
        return Names.Zip(files).Aggregate(
            machine, (snapshot, pair) => Put(snapshot, pair.First, pair.Second).With(pair.First, history));
    }

    private static Snapshot Put(Snapshot snapshot, string session, CacheFile? file) => file is null
        ? snapshot.Without(session)
        : snapshot.With(file with { Name = CacheFileNames.Token(session) });

    private static void CheckSession(SessionStatus status)
    {
        Assert.True(Enum.IsDefined(status.State));
        Assert.False(status.Works && status.NeedsPerson);
        Assert.True(status.End is null || status.Works);
        Assert.True(status.State != SessionState.Refreshable || status.IsRefreshable);
    }

    private static void CheckVisible(string text) => Assert.DoesNotContain(
        text, character => (char.IsControl(character) && character != '\n') || character == '\u202e');
}
