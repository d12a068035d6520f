using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.EndToEnd.Tests.Packages;

public sealed class LinuxTarballTests
{
    [Fact]
    public Task Installed_for_one_user_upgraded_while_it_runs_and_uninstalled_it_leaves_nothing() => Machine.WithoutDesktopAsync(async machine =>
    {
        var home = machine.Files.Home;
        var before = Tree(home);
        var unpacked = Directory.CreateTempSubdirectory("tarball-");
        try
        {
            await EndsAsync(machine, "tar", "-xzf", BuiltPackages.Find("linux-x64.tar.gz"), "-C", unpacked.FullName);
            var install = Path.Combine(Assert.Single(unpacked.GetDirectories()).FullName, "install.sh");
            var program = Path.Combine(home, ".local", "bin", "trayagent");

            var first = await EndsAsync(machine, install);
            Assert.Contains($"is installed as '{program}'", first, StringComparison.Ordinal);
            Assert.Contains($"'{home}/.local/bin' is not in your PATH.", first, StringComparison.Ordinal);
            Assert.Contains($"ExecStart=\"{program}\" run\n", File.ReadAllText(Path.Combine(home, ".local/share/systemd/user/trayagent.service")), StringComparison.Ordinal);
            await EndsAsync(machine, program, "autostart", "on");
            Assert.Contains($"Exec={program} run\n", File.ReadAllText(machine.Files.AutostartFile), StringComparison.Ordinal);

            var agent = await machine.AgentOfAsync(machine.StartProgram(program, "run", "--headless", "--verbose"));
            await EndsAsync(machine, install);
            Assert.False(agent.Process.HasExited);
            Assert.Equal(0, await agent.StopAsync());

            await EndsAsync(machine, install, "--uninstall");
            Assert.False(File.Exists(machine.Files.AutostartFile));
            Assert.Equal(before, Tree(home));
        }
        finally
        {
            unpacked.Delete(recursive: true);
        }
    });

    private static string[] Tree(string folder) =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(file => !file.Contains("/.aws/sso/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    private static async Task<string> EndsAsync(Machine machine, string program, params string[] arguments)
    {
        var end = await Machine.EndOfAsync(machine.StartProgram(program, arguments));
        Assert.True(end.ExitCode == 0, $"'{program} {string.Join(' ', arguments)}' failed: {end}");
        return end.Out;
    }
}
