using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.EndToEnd.Tests.Support;
using TrayAgent.Loopback;

namespace TrayAgent.EndToEnd.Tests.Verbs;

/// <summary><c>trayagent auth-refresh</c> as Claude Code runs it, many times at once, with the published program.</summary>
public sealed class AuthRefreshVerbTests
{
    private const int Many = 30;

    private static readonly string[] Verb = ["auth-refresh", "--profile", MachineFiles.SessionProfile];

    [Theory]
    [InlineData("--profile dev")]
    [InlineData("--profile=dev")]
    [InlineData("--profile chained")]
    public Task A_good_token_is_answered_without_a_connection_or_another_process(string profile) => Machine.WithoutDesktopAsync(async machine =>
    {
        machine.Files.WriteConfig(
            machine.Files.Config + "[profile chained]\nrole_arn = arn:aws:iam::222233334444:role/R\nsource_profile = dev\n");
        await machine.SignInAsync();
        var before = machine.Centre.Events.Count;
        var log = Path.Combine(machine.Files.Home, "calls");
        var end = await Machine.EndOfAsync(machine.StartProgram("strace",
            ["-f", "-qq", "-e", "trace=socket,connect,execve,fork,vfork,openat", "-o", log, AgentBinary.Path, "auth-refresh", .. profile.Split(' ')]));
        Assert.Equal(new VerbEnd(0, "'corp' is signed in.", ""), end);
        var calls = File.ReadAllLines(log).ToLookup(line => line.Contains(" openat(", StringComparison.Ordinal));
        Assert.Contains("execve(", Assert.Single(calls[false]));

        // Of the machine only what the answer needs.
        Assert.Contains(calls[true], call => call.Contains(machine.Files.SessionToken, StringComparison.Ordinal));
        Assert.DoesNotContain(calls[true], call => call.Contains("settings.json", StringComparison.Ordinal));
        Assert.Equal(before, machine.Centre.Events.Count);
    });

    [Fact]
    public Task Thirty_that_come_again_are_one_question_to_the_portal() => Machine.WithoutDesktopAsync(async machine =>
    {
        await machine.SignInAsync();
        var before = machine.Centre.Requests(Operation.ListAccounts);
        Assert.Equal(0, (await machine.RunAsync(Verb)).ExitCode);
        Assert.Equal(before, machine.Centre.Requests(Operation.ListAccounts));
        await AllAreGoodAsync(Begin(machine));
        Assert.Equal(before + 1, machine.Centre.Requests(Operation.ListAccounts));
    });

    [Fact]
    public Task Thirty_with_an_expired_token_are_one_refresh() => Machine.WithoutDesktopAsync(
        async machine =>
        {
            await machine.SignInAsync();
            machine.Files.ExpireSessionToken();
            await AllAreGoodAsync(Begin(machine));
            Assert.Equal((1, 0), (machine.Centre.Requests(Operation.CreateTokenByRefreshToken), machine.Centre.RefreshTokenReuses));
            Assert.Single(machine.Browser.Pages);
        },
        new CentreOptions { RefreshTokenPolicy = RefreshTokenPolicy.Punishing });

    [Fact]
    public Task Thirty_with_a_dead_session_are_one_sign_in() => Machine.WithoutDesktopAsync(async machine =>
    {
        await EndSessionAsync(machine);
        var callers = Begin(machine);
        var page = await machine.Browser.NextAsync();
        await Until.TrueAsync(
            () => callers.TrueForAll(caller => caller.StandardOutput.Any(line => line.Contains("if it shows the code", StringComparison.Ordinal))),
            "all callers show the code");
        await machine.Browser.ApproveAsync(page);
        await AllAreGoodAsync(callers);
        Assert.Equal(2, machine.Browser.Pages.Count);
        Assert.Equal(2, machine.Centre.Requests(Operation.StartDeviceAuthorization));
        Assert.DoesNotContain(callers, caller => caller.Output.Any(line => line.Contains("user_code=", StringComparison.Ordinal)));
    });

    [Fact]
    public Task The_sign_in_outlives_its_caller_whatever_ends_that() => Machine.WithoutDesktopAsync(async machine =>
    {
        // As a terminal does: Ctrl-C goes to all that the caller has started, too.
        var first = machine.StartProgram("setsid", [AgentBinary.Path, .. Verb]);
        var page = await machine.Browser.NextAsync();
        await OwnedProcess.RunAsync(new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin" }, "kill", "-INT", "--", $"-{first.Id}");
        var end = await Machine.EndOfAsync(first);
        Assert.Equal((4, "Cancelled. A sign-in that is open in your browser goes on."), (end.ExitCode, end.Error));
        var second = machine.StartProgram("setsid", [AgentBinary.Path, .. Verb]);
        await second.FirstLineAsync();
        await OwnedProcess.RunAsync(new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin" }, "kill", "-KILL", "--", $"-{second.Id}");
        Assert.Equal(137, (await Machine.EndOfAsync(second)).ExitCode);
        var third = machine.Start(Verb);
        await machine.Browser.ApproveAsync(page);
        Assert.Equal(0, (await Machine.EndOfAsync(third)).ExitCode);
        Assert.Single(machine.Browser.Pages);
        Assert.Equal([machine.Files.SessionToken], machine.Files.Tokens().Keys);
    });

    [Fact]
    public Task After_one_that_was_cancelled_only_a_person_opens_a_browser() => Machine.WithoutDesktopAsync(async machine =>
    {
        var first = machine.Start(Verb);
        await first.FirstLineAsync();
        await machine.Browser.NextAsync();
        await machine.Files.EndSignInAsync(machine.Files.SignInProcess!.Value);
        Assert.Equal((1, "The sign-in to 'corp' was cancelled."), Said(await Machine.EndOfAsync(first)));
        var again = await machine.RunAsync(Verb);
        Assert.Equal(
            (1, "The last sign-in to 'corp' was not completed, so no browser is opened again unasked. Run 'trayagent login --session corp'."),
            Said(again));
        Assert.Single(machine.Browser.Pages);
        await machine.SignInAsync();
        Assert.Equal(0, (await machine.RunAsync(Verb)).ExitCode);
    });

    [Fact]
    public Task While_the_screen_is_locked_none_is_opened() => Machine.WithoutDesktopAsync(async machine =>
    {
        var locked = Path.Combine(machine.Files.StateFolder, "screen-locked");
        await machine.StartAgentAsync("--headless");
        MachineFiles.Write(locked, "");
        var caller = machine.Start(Verb);
        Assert.Equal("The screen is locked: the browser for 'corp' opens when it is unlocked.", await caller.FirstLineAsync());
        Assert.Empty(machine.Browser.Pages);
        File.Delete(locked);
        await machine.Browser.ApproveNextAsync();
        Assert.Equal(0, (await Machine.EndOfAsync(caller)).ExitCode);
    });

    [Fact]
    public Task Where_no_browser_can_be_opened_page_and_code_are_told_apart() => Machine.WithoutDesktopAsync(async machine =>
    {
        machine.Environment.Remove("BROWSER");
        var caller = machine.Start(Verb);
        Assert.Matches(
            $"^Sign in to 'corp': no browser can be opened here, so open {machine.Centre.BaseUrl}/device in one, anywhere, and enter the code [A-Z-]{{9}}\\.$",
            await caller.FirstLineAsync());
        Assert.Empty(machine.Browser.Pages);
        Assert.True(machine.Centre.Approve(Assert.Single(machine.Centre.PendingUserCodes)));
        Assert.Equal(0, (await Machine.EndOfAsync(caller)).ExitCode);
    });

    [Fact]
    public Task A_legacy_profile_is_signed_in_to_by_its_start_url() => Machine.WithoutDesktopAsync(async machine =>
    {
        string[] verb = ["auth-refresh", "--profile", MachineFiles.LegacyProfile];
        var caller = machine.Start(verb);
        await machine.Browser.ApproveNextAsync();
        Assert.Equal(0, (await Machine.EndOfAsync(caller)).ExitCode);
        Assert.Equal([machine.Files.LegacyToken], machine.Files.Tokens().Keys);
        Assert.Equal(new VerbEnd(0, $"'{MachineFiles.LegacySession}' is signed in.", ""), await machine.RunAsync(verb));
    });

    [Theory]
    [InlineData("nobody", "There is no profile 'nobody' in '")]
    [InlineData("keys", "The profile 'keys' does not use AWS SSO.")]
    public Task A_profile_that_cannot_be_meant_is_2(string profile, string expected) => Machine.WithoutDesktopAsync(async machine =>
    {
        machine.Files.WriteConfig(machine.Files.Config + "[profile keys]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = x\n");
        var end = await machine.RunAsync("auth-refresh", "--profile", profile);
        Assert.Equal((2, ""), (end.ExitCode, end.Out));
        Assert.StartsWith(expected, end.Error);
    });

    [Fact]
    public Task Who_does_not_listen_is_answered_by_the_exit_code() => Machine.WithoutDesktopAsync(async machine =>
    {
        await machine.SignInAsync();
        var script = machine.WriteProgram("deaf", "\"$1\" auth-refresh --profile dev >&- && \"$1\" auth-refresh --profile dev >/dev/full");
        Assert.Equal(new VerbEnd(0, "", ""), await Machine.EndOfAsync(machine.StartProgram(script, AgentBinary.Path)));
    });

    private static (int ExitCode, string Error) Said(VerbEnd end) => (end.ExitCode, end.Error);

    private static List<OwnedProcess> Begin(Machine machine) =>
        [.. Enumerable.Range(0, Many).Select(_ => machine.Start(Verb))];

    private static async Task AllAreGoodAsync(List<OwnedProcess> callers)
    {
        foreach (var caller in callers)
        {
            var end = await Machine.EndOfAsync(caller);
            Assert.True(end.ExitCode == 0 && end.Out.EndsWith("'corp' is signed in.", StringComparison.Ordinal), end.ToString());
        }
    }

    private static async Task EndSessionAsync(Machine machine)
    {
        await machine.SignInAsync();
        machine.Centre.RevokeSessions();
        machine.Files.ExpireSessionToken();
    }
}
