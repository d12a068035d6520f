using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.EndToEnd.Tests.Verbs;

/// <summary><c>trayagent run</c> and what starts it at login.</summary>
public sealed class RunAndAutostartVerbTests
{
    [Fact]
    public Task A_second_start_shows_the_status_of_the_first() => Machine.WithoutDesktopAsync(async machine =>
    {
        var agent = await machine.StartAgentAsync("--headless");
        var second = await machine.RunAsync();
        Assert.Equal((0, "TrayAgent runs already; this is its status."), (second.ExitCode, second.Error));
        Assert.Contains("corp", second.Out);
        Assert.False(agent.Process.HasExited);
        Assert.Equal(0, await agent.StopAsync());
    });

    [Fact]
    public Task After_a_crash_of_the_first_a_second_takes_over() => Machine.WithoutDesktopAsync(async machine =>
    {
        var first = await machine.StartAgentAsync("--headless");
        await first.Process.SignalAsync("KILL");
        await first.Process.EndAsync(TimeSpan.FromSeconds(5));
        File.Delete(machine.Files.LogFile);
        var second = await machine.StartAgentAsync("--headless");
        Assert.Equal(0, await second.StopAsync());
    });

    [Fact]
    public Task Autostart_writes_what_desktops_read_and_takes_it_back() => Machine.WithoutDesktopAsync(async machine =>
    {
        await CheckAsync(machine, "TrayAgent does not start at login.", "status");
        await CheckAsync(machine, $"TrayAgent starts at login ('{machine.Files.AutostartFile}').", "on");
        Assert.Contains($"Exec={AgentBinary.Path} run\n", File.ReadAllText(machine.Files.AutostartFile));
        await CheckAsync(machine, "TrayAgent starts at login (", "status");
        await NamesAsync(machine, "/opt/old/trayagent");
        await CheckAsync(
            machine,
            $"TrayAgent is set up to start at login, but '/opt/old/trayagent' is not there ('{machine.Files.AutostartFile}'). 'trayagent autostart on' starts this program instead.",
            "status");
        await NamesAsync(machine, "/bin/true");
        await CheckAsync(
            machine,
            $"Another program starts at login: '/bin/true' ('{machine.Files.AutostartFile}'). 'trayagent autostart on' starts this one instead.",
            "status");
        var link = Path.Combine(machine.Files.Home, "trayagent");
        File.CreateSymbolicLink(link, AgentBinary.Path);
        await NamesAsync(machine, link);
        await CheckAsync(machine, "TrayAgent starts at login (", "status");
        await CheckAsync(machine, "TrayAgent does not start at login.", "off");
        await CheckAsync(machine, "TrayAgent does not start at login.", "status");
    });

    private static async Task NamesAsync(Machine machine, string program) => await File.WriteAllTextAsync(
        machine.Files.AutostartFile, $"[Desktop Entry]\nExec={program} run\nX-TrayAgent-Written=true\n");

    private static async Task CheckAsync(Machine machine, string answer, string argument)
    {
        var end = await machine.RunAsync("autostart", argument);
        Assert.Equal((0, ""), (end.ExitCode, end.Error));
        Assert.StartsWith(answer, end.Out);
    }
}
