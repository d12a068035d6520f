using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.Loopback;
using TrayAgent.Peers.Tests.Races;
using TrayAgent.Peers.Tests.Support;

namespace TrayAgent.Peers.Tests.Faults;

/// <summary>With no place for the new token the service is not asked for one: it would be lost, and the old one spent.</summary>
public sealed class DiskTests
{
    private const string FillUp = """
        stage=$(mktemp -d) && cp -a "$HOME/." "$stage" && mount -t tmpfs -o size=256k tmpfs "$HOME" && cp -a "$stage/." "$HOME" && rm -r "$stage"
        head -c 1000000 /dev/zero > "$HOME/filler" 2>/dev/null
        """;

    private const string MakeReadOnly = """
        mount --bind "$HOME" "$HOME" && mount -o remount,ro,bind "$HOME"
        """;

    public enum Disk
    {
        Full,
        ReadOnly,
    }

    [Theory]
    [InlineData(Disk.Full)]
    [InlineData(Disk.ReadOnly)]
    public Task The_service_is_not_asked_and_the_caller_is_told(Disk disk) => Race.OnAsync(1, async (machine, fleet) =>
    {
        var session = fleet.Single;
        var before = await File.ReadAllTextAsync(session.TokenFile, TestContext.Current.CancellationToken);
        var end = await Machine.EndOfAsync(InMountNamespace(
            machine,
            disk,
            $"""
            "$0" auth-refresh --profile {session.Profile}; code=$?
            cat '{session.TokenFile}'
            exit $code
            """));
        Assert.True(end.ExitCode == 1, end.ToString());
        Assert.EndsWith(before, end.Out);
        Assert.DoesNotContain('\n', end.Error);
        Assert.Contains($"'{session.Name}'", end.Error);
        Assert.Equal(0, machine.Centre.Requests(Operation.CreateTokenByRefreshToken));
        Assert.Empty(machine.Browser.Pages);
        await fleet.EachFileStillHoldsAUsableRefreshTokenAsync();
    });

    [Theory]
    [InlineData(Disk.Full)]
    [InlineData(Disk.ReadOnly)]
    public Task The_agent_says_it_once(Disk disk) => Race.OnAsync(1, async (machine, fleet) =>
    {
        var process = InMountNamespace(machine, disk, "exec \"$0\" run --headless --verbose");
        var agent = await machine.AgentOfAsync(process);
        await agent.LogsAsync("'round-0'");
        for (var number = 0; number < 5; number++)
        {
            await agent.LookAgainAsync(machine);
        }

        Assert.Equal(0, await agent.StopAsync());
        Assert.Equal(0, machine.Centre.Requests(Operation.CreateTokenByRefreshToken));
        Assert.Single(machine.Files.Log.Split('\n'), line => line.Contains("'round-0'", StringComparison.Ordinal));
        await fleet.EachFileStillHoldsAUsableRefreshTokenAsync();
    });

    /// <summary>Whoever runs the tests need not be root: in a user namespace everybody may mount.</summary>
    private static OwnedProcess InMountNamespace(Machine machine, Disk disk, string script) => machine.StartProgram(
        "unshare", "--user", "--map-root-user", "--mount", "/bin/sh", "-c", $"{(disk == Disk.Full ? FillUp : MakeReadOnly)}\n{script}", AgentBinary.Path);
}
