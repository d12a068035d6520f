using System.Net.Http.Json;
using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.EndToEnd.Tests.Support;
using TrayAgent.EndToEnd.Tests.Support.Canaries;

namespace TrayAgent.EndToEnd.Tests.Trust;

/// <summary>The search at the end of every test finds a secret on each way, and says which way it was.</summary>
public sealed class PlantedLeakTests
{
    /// <summary>Where the AWS CLI keeps it; programs that shall leak take it from here.</summary>
    private const string Read = "\"$(cat \"$HOME/.aws/sso/cache/secret\")\"";

    public static TheoryData<string, string> Scripts => new()
    {
        { Channels.StandardOutput, $"echo {Read}" },
        { Channels.StandardError, $"echo {Read} >&2" },
        { Channels.Log, $"echo '2026-01-01 DBG x' {Read} >> \"$XDG_STATE_HOME/trayagent/trayagent.log\"" },
        { Channels.Log, $"echo {Read} >> \"$XDG_STATE_HOME/trayagent/trayagent_001.log\"" },
        { Channels.State, $"echo {Read} >> \"$XDG_STATE_HOME/trayagent/state.json\"" },
        { Channels.Inbox, $"echo {Read} > \"$XDG_STATE_HOME/trayagent/inbox/show\"" },
        { Channels.Inbox, $"echo > \"$XDG_STATE_HOME/trayagent/inbox/\"{Read}" },
        { Channels.Locks, $"echo {Read} > \"$HOME/.aws/sso/trayagent/x.sign-in.progress\"" },
        { Channels.Temporary, $"echo {Read} > \"$TMPDIR/core\"" },
        { Channels.Pages, $"\"$BROWSER\" http://127.0.0.1/?x={Read}" },
        { Channels.Environment, $"LEAK={Read} \"$BROWSER\" http://127.0.0.1/" },
        { $"{Channels.Elsewhere}: /.aws/config", $"echo {Read} >> \"$HOME/.aws/config\"" },
    };

    [Theory]
    [MemberData(nameof(Scripts))]
    public async Task A_leak_is_found_and_named(string channel, string script)
    {
        var leaks = await LeaksAsync(async machine =>
        {
            var end = await Machine.EndOfAsync(Leaking(machine, script));
            Assert.Equal(0, end.ExitCode);
        });
        Assert.Equal([channel], leaks);
    }

    [Theory]
    [InlineData(Channels.Arguments, $"sh -c 'sleep 5; :' sh {Read}")]
    [InlineData(Channels.Environment, $"LEAK={Read} sleep 5")]
    [InlineData(Channels.Arguments, $"(sleep 1; sh -c 'sleep 5; :' sh {Read}) & sleep 0.5")]
    public async Task A_leak_to_a_child_is_found_and_named(string channel, string script)
    {
        var leaks = await LeaksAsync(machine =>
        {
            Leaking(machine, $"{script} > /dev/null 2>&1");
            return Until.TrueAsync(() => MachineHunt.In(machine).Count > 0, "it was seen");
        });
        Assert.Equal([channel], leaks);
    }

    [Fact]
    public async Task A_leak_into_a_lock_file_that_is_gone_at_once_is_found()
    {
        var leaks = await LeaksAsync(async machine =>
        {
            var leak = Leaking(machine, $"echo {Read} > \"$HOME/.aws/sso/trayagent/x.sign-in.progress\"; exec sleep 5");
            await Until.TrueAsync(() => machine.Eye.Seen.Any(it => it.Channel == Channels.Locks), "it was seen");
            await leak.EndNowAsync();
            File.Delete(Path.Combine(machine.Files.Locks, "x.sign-in.progress"));
        });
        Assert.Equal([Channels.Locks], leaks);
    }

    [Fact]
    public async Task A_leak_on_the_bus_is_found_and_named()
    {
        var leaks = await LeaksAsync(Machine.OnXfceAsync, async machine =>
        {
            var size = new FileInfo(machine.BusRecord).Length;
            await machine.Desktop.RunAsync(
                "dbus-send",
                $"--bus={machine.Desktop.Environment["DBUS_SESSION_BUS_ADDRESS"]}",
                "--type=signal", "/x", "x.y.Z", $"string:{machine.Centre.Secrets.First().Value}");
            await Until.TrueAsync(() => MachineHunt.In(machine).Count > 0, $"more than {size} bytes were recorded");
        });
        Assert.Equal([Channels.Bus], leaks);
    }

    /// <summary>A process that looks like one of ours.</summary>
    private static OwnedProcess Leaking(Machine machine, string script) =>
        machine.StartProgram("/bin/sh", machine.WriteProgram("leak", script), AgentBinary.Path);

    private static Task<IReadOnlyList<string>> LeaksAsync(Func<Machine, Task> plant) => LeaksAsync(Machine.WithoutDesktopAsync, plant);

    private static async Task<IReadOnlyList<string>> LeaksAsync(
        Func<Func<Machine, Task>, Loopback.CentreOptions?, Task> run, Func<Machine, Task> plant)
    {
        var home = "";
        var found = await Assert.ThrowsAsync<LeakException>(() => run(
            async machine =>
            {
                home = machine.Files.Home;
                await PrepareAsync(machine);
                await plant(machine);
            },
            null));
        Assert.DoesNotContain("QX", found.Message, StringComparison.Ordinal);
        return [.. found.Leaks.Select(leak => leak.Channel.Replace(home, "", StringComparison.Ordinal)).Distinct()];
    }

    /// <summary>The folders of an agent, and a secret of the identity centre in the place where it may be.</summary>
    private static async Task PrepareAsync(Machine machine)
    {
        foreach (var folder in new[] { machine.Files.Cache, machine.Files.Locks, Path.Combine(machine.Files.StateFolder, "inbox") })
        {
            Directory.CreateDirectory(folder);
        }

        using var client = new HttpClient();
        var answer = await client.PostAsJsonAsync(
            $"{machine.Centre.BaseUrl}/client/register",
            new { clientName = "leak", clientType = "public" },
            TestContext.Current.CancellationToken);
        answer.EnsureSuccessStatusCode();
        MachineFiles.Write(Path.Combine(machine.Files.Cache, "secret"), machine.Centre.Secrets.Single().Value);
    }
}
