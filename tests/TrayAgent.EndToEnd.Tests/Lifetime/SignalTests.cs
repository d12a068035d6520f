using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.EndToEnd.Tests.Lifetime;

/// <summary>What the system tells the agent: end, read your settings, the clock was set.</summary>
public sealed class SignalTests
{
    [Fact]
    public Task The_end_of_the_desktop_session_ends_a_sign_in_too() => Machine.OnXfceAsync(async machine =>
    {
        machine.Files.WriteClaudeSettings(MachineFiles.SessionProfile);
        var agent = await machine.StartAgentAsync();
        await agent.Tray.ChooseAsync("Sign in to corp");
        await machine.Browser.NextAsync();
        var children = ProcessTree.Below(agent.Process.Id);
        Assert.Contains(children, child => ProcessTree.CommandLine(child).Contains("sso login", StringComparison.Ordinal));
        Assert.Equal(0, await agent.StopAsync());
        Assert.DoesNotContain(children, ProcessTree.IsAlive);
        Assert.EndsWith("\n", machine.Files.Log);
        Assert.Empty(Directory.GetFiles(machine.Files.Locks, "*.progress"));
        Assert.Equal(4, (await CancelledLoginAsync(machine)).ExitCode);
    });

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public Task It_ends_cleanly(string signal) => Machine.WithoutDesktopAsync(async machine =>
    {
        var agent = await machine.StartAgentAsync("--headless");
        await agent.Process.SignalAsync(signal);
        Assert.Equal(0, await agent.Process.EndAsync(TimeSpan.FromSeconds(5)));
        Assert.EndsWith("\n", machine.Files.Log);
        Assert.DoesNotContain(" ERR ", machine.Files.Log);
    });

    [Fact]
    public Task Settings_are_read_again_and_what_is_wrong_is_named() => Machine.WithoutDesktopAsync(async machine =>
    {
        var agent = await machine.StartAgentAsync("--headless");
        machine.Files.WriteSettings("\"pinnedSessions\": [\"corp\", 7]");
        await agent.Process.SignalAsync("HUP");
        await agent.LogsAsync(
            $"{machine.Files.SettingsFile}:3: 'pinnedSessions' must be a list of texts in brackets. The default is used.");
        machine.Files.WriteSettings("\"pinnedSessions\": [\"corp\"]");
        await agent.LogsAsync("Health went from Unknown to SignInNeeded");
        machine.Files.WriteSettings();
        await agent.LogsAsync("Health went from SignInNeeded to Unknown");
        Assert.Equal(0, await agent.StopAsync());
    });

    [Fact]
    public Task A_clock_that_jumps_ahead_makes_it_look_again() => Machine.WithoutDesktopAsync(async machine =>
    {
        machine.Files.WriteClaudeSettings(MachineFiles.LegacyProfile);
        await machine.SignInAsync(MachineFiles.LegacySession);
        var clock = machine.FakeClock();
        var agent = await machine.StartAgentAsync("--headless");
        Assert.Contains("Health went from Start to Healthy", machine.Files.Log);

        // As after a sleep of the machine: 8 h less 7.5 h leave 30 min, which is within a lead time.
        await File.WriteAllTextAsync(clock, "+27000\n", TestContext.Current.CancellationToken);
        await agent.LogsAsync("Health went from Healthy to Attention", TimeSpan.FromSeconds(60));
    });

    private static async Task<VerbEnd> CancelledLoginAsync(Machine machine)
    {
        var login = machine.Start("login", "--session", "corp");
        await machine.Browser.NextAsync();
        await login.SignalAsync("INT");
        return await Machine.EndOfAsync(login);
    }
}
