using Microsoft.Extensions.Logging.Abstractions;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts;
using TrayAgent.Files;
using TrayAgent.State;

namespace TrayAgent.Tests.State;

public sealed class StateFileTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);

    private readonly AgentPaths _paths;
    private readonly string _folder = Directory.CreateTempSubdirectory("trayagent-state-").FullName;

    public StateFileTests() => _paths = new AgentPaths(Path.Combine(_folder, "settings.json"), Path.Combine(_folder, "state"));

    [Fact]
    public async Task What_is_remembered_is_there_in_the_next_process()
    {
        await Update(was => was with
        {
            PausedUntil = Now,
            Sessions = was.Sessions.Add("corp", SessionMemory.Empty with
            {
                Warnings = [new GivenWarning(Now, TimeSpan.FromMinutes(15))],
                Need = "abc",
            }),
            History = was.History.Add("corp", SessionHistory.Empty with
            {
                SignedInAt = Now,
                Refused = ["abc"],
                LastUsedAt = Now.AddHours(1),
                Failure = new RefreshFailure("abc", RefreshObstacle.NoNetwork, Now, "There is no network."),
            }),
            Observed = was.Observed.Add("https://a", [new ObservedLength(TimeSpan.FromHours(7), TimeSpan.FromHours(8))]),
            Clock = new ClockReading(TimeSpan.FromMinutes(6), Now),
        });
        var state = File().Read();
        Assert.Equal(Now, state.PausedUntil);
        Assert.Equal([new GivenWarning(Now, TimeSpan.FromMinutes(15))], state.Sessions["corp"].Warnings);
        Assert.Equal("abc", state.Sessions["corp"].Need);
        Assert.Equal(Now, state.History["corp"].SignedInAt);
        Assert.Contains("abc", state.History["corp"].Refused);
        Assert.Equal(Now.AddHours(1), state.History["corp"].LastUsedAt);
        Assert.Equal(
            new RefreshFailure("abc", RefreshObstacle.NoNetwork, Now, "There is no network."), state.History["corp"].Failure);
        Assert.Equal([new ObservedLength(TimeSpan.FromHours(7), TimeSpan.FromHours(8))], state.Observed["https://a"]);
        Assert.Equal(new ClockReading(TimeSpan.FromMinutes(6), Now), state.Clock);
    }

    [Fact]
    public async Task Changes_of_many_processes_at_once_are_all_kept()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 40), TestContext.Current.CancellationToken, async (number, stop) =>
            await File().UpdateAsync(
                was => was with { History = was.History.Add($"s{number}", SessionHistory.Empty with { SignedInAt = Now }) }, stop));
        Assert.Equal(40, File().Read().History.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{\"history\":5}")]
    [InlineData("null")]
    [InlineData("{\"schema\":2,\"history\":{}}")]
    public async Task A_broken_file_is_set_aside_and_forgotten(string broken)
    {
        Directory.CreateDirectory(_paths.StateFolder);
        await System.IO.File.WriteAllTextAsync(_paths.StateFile, broken, TestContext.Current.CancellationToken);
        Assert.Empty(File().Read().History);
        await Update(was => was with { PausedUntil = Now });
        Assert.Equal(Now, File().Read().PausedUntil);
        Assert.Equal(broken, await System.IO.File.ReadAllTextAsync(_paths.StateFile + ".unreadable", TestContext.Current.CancellationToken));
    }

    /// <summary>Another version writes less or more than this one; generated code reads what is missing as null.</summary>
    [Theory]
    [InlineData("{}")]
    [InlineData("{\"history\":null,\"sessions\":null}")]
    [InlineData("{\"history\":{\"corp\":null},\"sessions\":{\"corp\":null}}")]
    [InlineData("{\"history\":{\"corp\":{\"failure\":{}}},\"observed\":{\"https://a\":null},\"clock\":null}")]
    [InlineData("{\"history\":{\"corp\":{}},\"sessions\":{\"corp\":{}}}")]
    public async Task What_is_missing_in_the_file_is_empty(string file)
    {
        Directory.CreateDirectory(_paths.StateFolder);
        await System.IO.File.WriteAllTextAsync(_paths.StateFile, file, TestContext.Current.CancellationToken);
        var state = File().Read();
        Assert.Empty(state.History.GetValueOrDefault("corp", SessionHistory.Empty).Refused);
        Assert.Null(state.History.GetValueOrDefault("corp", SessionHistory.Empty).Failure);
        Assert.Empty(state.Observed);
        Assert.Empty(state.Sessions.GetValueOrDefault("corp", SessionMemory.Empty).Warnings);
    }

    [Fact]
    public async Task File_and_folder_are_for_their_owner_only()
    {
        await Update(was => was with { PausedUntil = Now });
        Assert.Equal("UserWrite, UserRead", System.IO.File.GetUnixFileMode(_paths.StateFile).ToString());
        Assert.Equal("UserExecute, UserWrite, UserRead", System.IO.File.GetUnixFileMode(_paths.StateFolder).ToString());
    }

    [Fact]
    public async Task A_change_that_changes_nothing_writes_nothing()
    {
        await Update(was => was with { PausedUntil = Now });
        var written = System.IO.File.GetLastWriteTimeUtc(_paths.StateFile);
        System.IO.File.SetLastWriteTimeUtc(_paths.StateFile, written.AddHours(-1));
        await Update(was => was with { PausedUntil = Now });
        Assert.Equal(written.AddHours(-1), System.IO.File.GetLastWriteTimeUtc(_paths.StateFile));
    }

    [Fact]
    public async Task A_process_that_never_lets_go_of_the_lock_stops_nobody_else()
    {
        Directory.CreateDirectory(_paths.StateFolder);
        using var held = FileLock.TryTake(_paths.StateFile + ".lock");
        var failure = await Assert.ThrowsAsync<IOException>(() => Update(was => was with { PausedUntil = Now }));
        Assert.Contains("is held by another process", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_token_is_remembered_until_the_next_portal_session()
    {
        var refused = AgentState.Empty.After(
            new SignInOutcome("corp", SignInResult.Cancelled, "") { RefusedFingerprint = "dead" }, Now);
        Assert.Contains("dead", refused.History["corp"].Refused);
        var anew = refused.After(new SignInOutcome("corp", SignInResult.SignedIn, "") { StartedPortalSession = true }, Now);
        Assert.Empty(anew.History["corp"].Refused);
        Assert.Equal(Now, anew.History["corp"].SignedInAt);
    }

    [Fact]
    public void A_refusal_is_remembered_and_teaches_the_length_of_the_portals_sessions()
    {
        var state = AgentState.Empty
            .After(new SignInOutcome("corp", SignInResult.SignedIn, "") { StartedPortalSession = true }, Now)
            .After(Refresh(RefreshResult.Refreshed), Now.AddHours(7))
            .After(Refresh(RefreshResult.Refused), Now.AddHours(8));
        Assert.Contains("f1", state.History["corp"].Refused);
        Assert.Equal(
            [new ObservedLength(TimeSpan.FromHours(7), TimeSpan.FromHours(8))],
            state.Remembered().Observed["https://corp.awsapps.com/start"]);
    }

    [Fact]
    public void A_session_that_was_signed_out_by_us_teaches_nothing()
    {
        var state = AgentState.Empty
            .After(new SignInOutcome("corp", SignInResult.SignedIn, "") { StartedPortalSession = true }, Now)
            .After(new SignInOutcome("corp", SignInResult.SignedOut, "") { RefusedFingerprint = "f1" }, Now.AddMinutes(30))
            .After(Refresh(RefreshResult.Refused), Now.AddMinutes(40));
        Assert.Empty(state.Observed);
    }

    [Fact]
    public void A_portal_that_says_yes_moves_the_last_use()
    {
        var state = AgentState.Empty
            .After(new SignInOutcome("corp", SignInResult.SignedIn, "") { StartedPortalSession = true }, Now)
            .Used("corp", Now.AddHours(1));
        Assert.Equal((Now, Now.AddHours(1)), (state.History["corp"].SignedInAt, state.History["corp"].LastUsedAt));
    }

    [Fact]
    public void Only_an_answer_tells_the_time()
    {
        var told = AgentState.Empty.After(Refresh(RefreshResult.Refreshed) with { ClockSkew = TimeSpan.FromMinutes(6) }, Now);
        var untold = told.After(Refresh(RefreshResult.Unreachable), Now.AddHours(1));
        Assert.Equal(new ClockReading(TimeSpan.FromMinutes(6), Now), untold.Remembered().Clock);
    }

    [Fact]
    public async Task A_file_of_the_version_before_is_read()
    {
        Directory.CreateDirectory(_paths.StateFolder);
        await System.IO.File.WriteAllTextAsync(
            _paths.StateFile,
            """
            {
              "schema": 1,
              "history": { "corp": { "signedInAt": "2026-11-23T08:00:00+00:00", "refused": ["abc"],
                "observed": [{ "atLeast": "07:00:00", "atMost": "08:00:00" }] } },
              "sessions": { "corp": { "warnings": [{ "end": "2026-11-23T17:00:00+00:00", "lead": "01:00:00" }], "hasNotice": true } }
            }
            """,
            TestContext.Current.CancellationToken);
        var state = File().Read();
        Assert.Equal(Now.AddHours(-1), state.History["corp"].SignedInAt);
        Assert.Equal(["abc"], state.History["corp"].Refused);
        Assert.True(state.Sessions["corp"].HasNotice);
        Assert.Equal((null, null), (state.History["corp"].Failure, state.Clock));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static RefreshOutcome Refresh(RefreshResult result) =>
        new("corp", result, "It is said.") { StartUrl = "https://corp.awsapps.com/start/", Fingerprint = "f1" };

    private StateFile File() => new(_paths, TimeProvider.System, NullLogger<StateFile>.Instance);

    private Task Update(Func<AgentState, AgentState> change) => File().UpdateAsync(change, TestContext.Current.CancellationToken);
}
