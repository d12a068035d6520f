using System.Text;
using System.Text.RegularExpressions;
using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.EndToEnd.Tests.Packages;

/// <summary>Installed by dpkg into a root of its own, so that the machine of whoever runs the tests stays as it is.</summary>
public sealed partial class DebianPackageTests
{
    [Fact]
    public Task Installed_started_and_purged_it_leaves_nothing() => Machine.WithoutDesktopAsync(async machine =>
    {
        var root = Directory.CreateDirectory(Path.Combine(machine.Files.Home, "root")).FullName;
        Directory.CreateDirectory(Path.Combine(root, "var/lib/dpkg/info"));
        Directory.CreateDirectory(Path.Combine(root, "var/lib/dpkg/updates"));

        // What this machine has is there as well, so that dpkg minds what the package depends on.
        File.Copy("/var/lib/dpkg/status", Path.Combine(root, "var/lib/dpkg/status"));
        machine.Environment["PATH"] = "/usr/bin:/bin:/usr/sbin:/sbin";
        string[] dpkg = [$"--root={root}", "--force-not-root", "--log=/dev/null"];

        await EndsAsync(machine, "dpkg", [.. dpkg, "--install", BuiltPackages.Find("_amd64.deb")]);
        var program = Path.Combine(root, "usr/bin/trayagent");
        Assert.Equal((UnixFileMode)0b111_101_101, File.GetUnixFileMode(program));
        Assert.True(File.Exists(Path.Combine(root, "usr/share/doc/trayagent/copyright")));

        // Whether somebody has altered a file can be seen.
        Assert.Equal("", await EndsAsync(machine, "dpkg", [.. dpkg, "--verify", "trayagent"]));
        var notices = Path.Combine(root, "usr/share/doc/trayagent/THIRD-PARTY-NOTICES.txt");
        File.AppendAllText(notices, "x");
        Assert.Equal("??5??????   /usr/share/doc/trayagent/THIRD-PARTY-NOTICES.txt", (await Machine.EndOfAsync(machine.StartProgram("dpkg", [.. dpkg, "--verify", "trayagent"]))).Out);
        Assert.Matches(
            @"^trayagent \([0-9.]+\) unstable; urgency=medium\n\n  \* .+\n\n -- .+ <.+>  \w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d \+0000$",
            await EndsAsync(machine, "zcat", [Path.Combine(root, "usr/share/doc/trayagent/changelog.gz")]));

        // There, but nobody is told to start it.
        Assert.Empty(Directory.GetFileSystemEntries(root, "*.wants", SearchOption.AllDirectories));
        await EndsAsync(machine, "systemd-analyze", ["verify", "--user", UnitForThisRoot(root)]);
        Assert.Equal("", await EndsAsync(machine, "desktop-file-validate", [Path.Combine(root, "usr/share/applications/trayagent.desktop")]));

        var agent = await machine.AgentOfAsync(machine.StartProgram(program, "run", "--headless", "--verbose"));
        Assert.Equal(0, await agent.StopAsync());

        await EndsAsync(machine, "dpkg", [.. dpkg, "--purge", "trayagent"]);
        Assert.All(Directory.GetFiles(root, "*", SearchOption.AllDirectories), file => Assert.StartsWith($"{root}/var/lib/dpkg/", file, StringComparison.Ordinal));
    });

    /// <summary>Linked, or by their names in the program, which .NET gives to dlopen when it first needs them.</summary>
    [Fact]
    public Task Each_library_of_the_system_is_in_a_package_that_it_asks_for() => Machine.WithoutDesktopAsync(async machine =>
    {
        var linked = Names(await EndsAsync(machine, "ldd", [AgentBinary.Path]));
        var all = linked.Concat(Names(Encoding.Latin1.GetString(File.ReadAllBytes(AgentBinary.Path)))).Distinct();
        var control = await EndsAsync(machine, "dpkg-deb", ["--field", BuiltPackages.Find("_amd64.deb")]);
        var needed = Packages(control, "Depends");
        Assert.Contains("ca-certificates", needed);
        Assert.Contains("libm.so.6", linked);

        foreach (var library in all)
        {
            // "libssl3:amd64: /usr/lib/x86_64-linux-gnu/libssl.so.3". What is not here is one of many names that .NET tries.
            var found = await Machine.EndOfAsync(machine.StartProgram("dpkg", "--search", $"*/{library}"));
            if (found.ExitCode == 0)
            {
                var isNeeded = linked.Contains(library) || library.StartsWith("libssl", StringComparison.Ordinal);
                Assert.Contains(found.Out.Split(':')[0], isNeeded ? needed : [.. needed, .. Packages(control, "Recommends"), .. Packages(control, "Suggests")]);
            }
        }

        Assert.Contains("libssl.so.3", all);
    });

    private static string[] Names(string text) => [.. Library().Matches(text).Select(match => match.Value).Distinct()];

    private static string[] Packages(string control, string field) =>
        [.. Regex.Match(control, $"^{field}: (.*)$", RegexOptions.Multiline).Groups[1].Value.Split(',', '|').Select(one => one.Trim().Split(' ')[0])];

    [GeneratedRegex(@"\blib[a-z0-9_]+\.so\.[0-9.]*[0-9]")]
    private static partial Regex Library();

    /// <summary>systemd looks whether the program of a unit is there.</summary>
    private static string UnitForThisRoot(string root)
    {
        var unit = File.ReadAllText(Path.Combine(root, "usr/lib/systemd/user/trayagent.service"));
        Assert.Contains("ExecStart=\"/usr/bin/trayagent\" run\n", unit, StringComparison.Ordinal);
        var copy = Path.Combine(Directory.CreateDirectory(Path.Combine(root, "var/lib/dpkg/units")).FullName, "trayagent.service");
        File.WriteAllText(copy, unit.Replace("/usr/bin/trayagent", $"{root}/usr/bin/trayagent", StringComparison.Ordinal));
        return copy;
    }

    private static async Task<string> EndsAsync(Machine machine, string program, string[] arguments)
    {
        var end = await Machine.EndOfAsync(machine.StartProgram(program, arguments));
        Assert.True(end.ExitCode == 0, $"'{program} {string.Join(' ', arguments)}' failed: {end}");
        return end.Out;
    }
}
