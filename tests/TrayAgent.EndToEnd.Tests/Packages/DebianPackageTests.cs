using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.EndToEnd.Tests.Packages;

/// <summary>Installed by dpkg into a root of its own, so that the machine of whoever runs the tests stays as it is.</summary>
public sealed class DebianPackageTests
{
    [Fact]
    public Task Installed_started_and_purged_it_leaves_nothing() => Machine.WithoutDesktopAsync(async machine =>
    {
        var root = Directory.CreateDirectory(Path.Combine(machine.Files.Home, "root")).FullName;
        Directory.CreateDirectory(Path.Combine(root, "var/lib/dpkg/info"));
        Directory.CreateDirectory(Path.Combine(root, "var/lib/dpkg/updates"));
        File.WriteAllText(Path.Combine(root, "var/lib/dpkg/status"), "");
        machine.Environment["PATH"] = "/usr/bin:/bin:/usr/sbin:/sbin";
        string[] dpkg = [$"--root={root}", "--force-not-root", "--force-depends", "--log=/dev/null"];

        await EndsAsync(machine, "dpkg", [.. dpkg, "--install", BuiltPackages.Find("_amd64.deb")]);
        var program = Path.Combine(root, "usr/bin/trayagent");
        Assert.Equal((UnixFileMode)0b111_101_101, File.GetUnixFileMode(program));
        Assert.True(File.Exists(Path.Combine(root, "usr/share/doc/trayagent/copyright")));
        Assert.True(File.Exists(Path.Combine(root, "usr/share/doc/trayagent/THIRD-PARTY-NOTICES.txt")));

        // There, but nobody is told to start it.
        Assert.Empty(Directory.GetFileSystemEntries(root, "*.wants", SearchOption.AllDirectories));
        await EndsAsync(machine, "systemd-analyze", ["verify", "--user", UnitForThisRoot(root)]);
        await EndsAsync(machine, "desktop-file-validate", [Path.Combine(root, "usr/share/applications/trayagent.desktop")]);

        var agent = await machine.AgentOfAsync(machine.StartProgram(program, "run", "--headless", "--verbose"));
        Assert.Equal(0, await agent.StopAsync());

        await EndsAsync(machine, "dpkg", [.. dpkg, "--purge", "trayagent"]);
        Assert.All(Directory.GetFiles(root, "*", SearchOption.AllDirectories), file => Assert.StartsWith($"{root}/var/lib/dpkg/", file, StringComparison.Ordinal));
    });

    /// <summary>systemd looks whether the program of a unit is there.</summary>
    private static string UnitForThisRoot(string root)
    {
        var unit = File.ReadAllText(Path.Combine(root, "usr/lib/systemd/user/trayagent.service"));
        Assert.Contains("ExecStart=\"/usr/bin/trayagent\" run\n", unit, StringComparison.Ordinal);
        var copy = Path.Combine(Directory.CreateDirectory(Path.Combine(root, "var/lib/dpkg/units")).FullName, "trayagent.service");
        File.WriteAllText(copy, unit.Replace("/usr/bin/trayagent", $"{root}/usr/bin/trayagent", StringComparison.Ordinal));
        return copy;
    }

    private static async Task EndsAsync(Machine machine, string program, string[] arguments)
    {
        var end = await Machine.EndOfAsync(machine.StartProgram(program, arguments));
        Assert.True(end.ExitCode == 0, $"'{program} {string.Join(' ', arguments)}' failed: {end}");
    }
}
