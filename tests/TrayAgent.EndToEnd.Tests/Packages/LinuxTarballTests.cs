using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.EndToEnd.Tests.Packages;

public sealed class LinuxTarballTests
{
    [Fact]
    public Task Installed_for_one_user_upgraded_while_it_runs_and_uninstalled_it_leaves_nothing() => Machine.WithoutDesktopAsync(async machine =>
    {
        var home = machine.Files.Home;
        Directory.CreateDirectory(Path.Combine(home, ".local/bin"));
        using var unpacked = new ScratchFolder();
        var install = await UnpackAsync(machine, unpacked);
        var before = Tree(home);
        var program = Path.Combine(home, ".local", "bin", "trayagent");

        var first = await EndsAsync(machine, install);
        Assert.Contains($"is installed as '{program}'", first, StringComparison.Ordinal);
        Assert.Contains($"'{home}/.local/bin' is not in your PATH.", first, StringComparison.Ordinal);
        Assert.DoesNotContain("OpenSSL", first, StringComparison.Ordinal);
        Assert.Contains($"ExecStart=\"{program}\" run\n", File.ReadAllText(Path.Combine(home, ".local/share/systemd/user/trayagent.service")), StringComparison.Ordinal);
        Assert.Contains($"Exec=\"{program}\" run\nTryExec={program}\n", File.ReadAllText(Path.Combine(home, ".local/share/applications/trayagent.desktop")), StringComparison.Ordinal);
        await EndsAsync(machine, program, "autostart", "on");
        Assert.Contains($"Exec={program} run\n", File.ReadAllText(machine.Files.AutostartFile), StringComparison.Ordinal);

        var agent = await machine.AgentOfAsync(machine.StartProgram(program, "run", "--headless", "--verbose"));
        await EndsAsync(machine, install);
        Assert.False(agent.Process.HasExited);
        Assert.Equal(0, await agent.StopAsync());

        await EndsAsync(machine, install, "--uninstall");
        Assert.False(File.Exists(machine.Files.AutostartFile));
        Assert.Equal(before, Tree(home));
    });

    /// <summary>By somebody whose files are for nobody else, for everybody: a folder that each of sed, the shell, systemd and the menu would misread.</summary>
    [Theory]
    [InlineData("a & b|c%h $HOME")]
    [InlineData("it's \"\\\"")]
    public Task A_folder_with_any_name_is_written_as_each_reader_reads_it(string name) => Machine.WithoutDesktopAsync(async machine =>
    {
        using var unpacked = new ScratchFolder();
        var install = await UnpackAsync(machine, unpacked, umask: "077");
        var link = Path.Combine(unpacked.Path, "link");
        File.CreateSymbolicLink(link, install);
        var prefix = Path.Combine(unpacked.Path, name);
        var program = $"{prefix}/bin/trayagent";

        await EndsAsync(
            machine, "/bin/sh", "-c", "unset HOME; umask 077; CDPATH=.; export CDPATH; cd \"$0\" && sh ./link --prefix \"$1\"", unpacked.Path, prefix);

        Assert.All(
            Directory.GetFileSystemEntries(prefix, "*", SearchOption.AllDirectories),
            entry => Assert.True(File.GetUnixFileMode(entry).HasFlag(UnixFileMode.OtherRead), entry));
        await EndsAsync(machine, program, "autostart", "on");
        Assert.Equal(Starts(machine.Files.AutostartFile).TryExec, Starts($"{prefix}/share/applications/trayagent.desktop").TryExec);
        Assert.Equal(Starts(machine.Files.AutostartFile).Exec, Starts($"{prefix}/share/applications/trayagent.desktop").Exec);
        await EndsAsync(machine, "desktop-file-validate", $"{prefix}/share/applications/trayagent.desktop");

        // systemd takes no path with a quote or a backslash.
        var unit = $"{prefix}/share/systemd/user/trayagent.service";
        Assert.Equal(name.Contains('%', StringComparison.Ordinal), File.Exists(unit));
        if (File.Exists(unit))
        {
            // It wants its own folder to have no such name.
            var copy = Path.Combine(unpacked.Path, "trayagent.service");
            File.Copy(unit, copy);
            await EndsAsync(machine, "systemd-analyze", "verify", "--user", copy);
        }

        await EndsAsync(machine, install, "--prefix", prefix, "--uninstall");
        Assert.False(Directory.Exists(prefix));
        Assert.False(File.Exists(machine.Files.AutostartFile));
    });

    [Fact]
    public Task Uninstalled_it_leaves_another_installation_alone() => Machine.WithoutDesktopAsync(async machine =>
    {
        using var unpacked = new ScratchFolder();
        var install = await UnpackAsync(machine, unpacked);
        var other = Path.Combine(unpacked.Path, "other");
        await EndsAsync(machine, install);
        await EndsAsync(machine, install, "--prefix", other);
        await EndsAsync(machine, Path.Combine(machine.Files.Home, ".local/bin/trayagent"), "autostart", "on");

        // As 'systemctl --user enable' makes it.
        var wants = Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(machine.Files.AutostartFile))!, "systemd/user/graphical-session.target.wants");
        Directory.CreateDirectory(wants);
        File.CreateSymbolicLink($"{wants}/trayagent.service", Path.Combine(machine.Files.Home, ".local/share/systemd/user/trayagent.service"));

        await EndsAsync(machine, install, "--prefix", other, "--uninstall");
        Assert.False(Directory.Exists(other));
        Assert.True(File.Exists(machine.Files.AutostartFile));
        Assert.True(File.Exists($"{wants}/trayagent.service"));

        await EndsAsync(machine, install, "--uninstall");
        Assert.False(File.Exists(machine.Files.AutostartFile));
        Assert.False(Directory.Exists(wants));
    });

    /// <returns>The program that installs.</returns>
    private static async Task<string> UnpackAsync(Machine machine, ScratchFolder folder, string umask = "022")
    {
        await EndsAsync(
            machine, "/bin/sh", "-c", "umask $0; tar --no-same-permissions -xzf \"$1\" -C \"$2\"", umask, BuiltPackages.Find("linux-x64.tar.gz"), folder.Path);
        return Path.Combine(Assert.Single(Directory.GetDirectories(folder.Path)), "install.sh");
    }

    /// <summary>What a file for the desktop starts, as the desktop reads it.</summary>
    private static (string TryExec, string Exec) Starts(string file)
    {
        var lines = File.ReadAllLines(file);
        return (lines.Single(line => line.StartsWith("TryExec=", StringComparison.Ordinal)), lines.Single(line => line.StartsWith("Exec=", StringComparison.Ordinal)));
    }

    private static string[] Tree(string folder) =>
    [
        .. Directory.GetFileSystemEntries(folder, "*", SearchOption.AllDirectories)
            .Where(entry => !entry.Contains("/.aws", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    private static async Task<string> EndsAsync(Machine machine, string program, params string[] arguments)
    {
        var end = await Machine.EndOfAsync(machine.StartProgram(program, arguments));
        Assert.True(end.ExitCode == 0, $"'{program} {string.Join(' ', arguments)}' failed: {end}");
        return end.Out;
    }

    private sealed class ScratchFolder : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("tarball-").FullName;

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
