using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.EndToEnd.Tests.Trust;

/// <summary>Nobody looks into our memory, neither while it runs nor after a crash (reliability.md, F2).</summary>
public sealed class DumpTests
{
    private const string Id = "65534";

    /// <summary>Starts a program where a core may be as large as it likes; tells its process and then how it ended.</summary>
    private const string Start = """
        import ctypes, os, resource, signal, sys
        os.chdir(os.environ['TMPDIR'])
        most = resource.getrlimit(resource.RLIMIT_CORE)[1]
        resource.setrlimit(resource.RLIMIT_CORE, (most, most))
        child = os.fork()
        if child == 0:
            ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # It does not outlive a test that failed.
            os.execv(sys.argv[1], sys.argv[1:])
        print(child, flush=True)
        status = os.waitpid(child, 0)[1]
        print(os.WTERMSIG(status), 'core' if os.WCOREDUMP(status) else 'no core', flush=True)
        """;

    /// <summary>SIGABRT is how every crash of the runtime ends.</summary>
    [Fact]
    public Task The_agent_leaves_no_core_and_lets_nobody_look_into_it() => Machine.WithoutDesktopAsync(async machine =>
    {
        var program = Disown(machine);
        var (agent, process) = await StartAsync(machine, program, "run", "--headless", "--verbose");
        await Until.TrueAsync(
            () => machine.Files.Log.Contains("Health went from Start to", StringComparison.Ordinal), "the agent runs for a person without rights");
        Assert.False(await MayReadAsync(machine, process));
        Assert.Equal("6 no core", await AbortAsync(agent, process));
        Assert.Empty(Directory.GetFiles(machine.Environment["TMPDIR"]));

        // The same way shows both of another program.
        var (other, sleep) = await StartAsync(machine, "/bin/sleep", "60");
        await Until.TrueAsync(() => ProcessTree.CommandLine(sleep).StartsWith("/bin/sleep", StringComparison.Ordinal), "it runs");
        Assert.True(await MayReadAsync(machine, sleep));
        Assert.Equal("6 core", await AbortAsync(other, sleep));
    });

    [Fact]
    public Task The_sign_in_behind_a_broker_lets_nobody_look_into_it() => Machine.WithoutDesktopAsync(async machine =>
    {
        machine.Files.WriteSettings("\"awsCli\": \"/nowhere/aws\"");
        var program = Disown(machine);
        var (broker, process) = await StartAsync(machine, program, "auth-refresh", "--profile", "dev");
        var page = await machine.Browser.NextAsync();
        var login = Assert.Single(
            ProcessTree.Below(process), child => ProcessTree.CommandLine(child).Contains("--for=auth-refresh", StringComparison.Ordinal));
        var mayRead = await MayReadAsync(machine, login);

        // First its end, which nothing else would bring.
        await machine.Browser.ApproveAsync(page);
        Assert.Equal(0, await broker.EndAsync(TimeSpan.FromSeconds(30)));
        Assert.False(mayRead);
    });

    /// <summary>Its message would be that of any exception, and the runtime would print it.</summary>
    [Fact]
    public Task What_nobody_caught_is_told_without_its_message() => Machine.WithoutDesktopAsync(async machine =>
    {
        var end = await Machine.EndOfAsync(machine.StartProgram("/bin/sh", "-c", "ulimit -n 4; exec \"$0\" status", AgentBinary.Path));
        Assert.Equal((1, ""), (end.ExitCode, end.Out));
        Assert.StartsWith(
            "TrayAgent stopped because of a mistake in it. Please report this line: TypeInitializationException because of IOException, at TrayAgent.",
            end.Error,
            StringComparison.Ordinal);
        Assert.DoesNotContain('\n', end.Error);
        Assert.DoesNotContain("open files", end.Error, StringComparison.Ordinal);
    });

    /// <summary>The machine goes to somebody to whom rights mean something; gives the program where they can start it.</summary>
    private static string Disown(Machine machine)
    {
        var folder = Path.GetDirectoryName(machine.Browser.PagesFile)!;
        var program = Path.Combine(folder, "trayagent");
        File.Copy(AgentBinary.Path, program);
        if (IsRoot)
        {
            System.Diagnostics.Process.Start("chown", ["-R", $"{Id}:{Id}", folder]).WaitForExit();
        }

        return program;
    }

    private static async Task<(OwnedProcess Starter, int Process)> StartAsync(Machine machine, params string[] command)
    {
        var starter = machine.StartProgram("/usr/bin/env", [.. AsPerson, "python3", "-c", Start, .. command]);
        return (starter, int.Parse(await starter.FirstLineAsync(), System.Globalization.CultureInfo.InvariantCulture));
    }

    private static async Task<bool> MayReadAsync(Machine machine, int process) =>
        (await Machine.EndOfAsync(machine.StartProgram("/usr/bin/env", [.. AsPerson, "cat", $"/proc/{process}/environ"]))).ExitCode == 0;

    private static async Task<string> AbortAsync(OwnedProcess starter, int process)
    {
        await OwnedProcess.RunAsync(new Dictionary<string, string> { ["PATH"] = "/usr/bin:/bin" }, "kill", "-ABRT", $"{process}");
        await starter.EndAsync(TimeSpan.FromSeconds(30));
        return starter.StandardOutput.Last();
    }

    private static bool IsRoot => Environment.UserName == "root";

    private static string[] AsPerson => IsRoot ? ["setpriv", "--reuid", Id, "--regid", Id, "--clear-groups"] : [];
}
