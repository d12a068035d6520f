using System.Collections.Concurrent;
using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.EndToEnd.Tests.Support.Canaries;
using TrayAgent.Loopback;

namespace TrayAgent.EndToEnd.Tests.Support;

/// <summary>
/// One developer's machine for one test: a home of its own, an identity centre of its own, Debian's AWS CLI, perhaps a desktop.
/// </summary>
internal sealed class Machine : IAsyncDisposable
{
    private static readonly TimeSpan VerbLimit = TimeSpan.FromSeconds(60);

    private readonly string _folder = Directory.CreateTempSubdirectory("machine-").FullName;
    private readonly XfceDesktop? _desktop;
    private readonly ConcurrentQueue<OwnedProcess> _processes = [];
    private readonly Dictionary<string, string> _environment;
    private OwnedProcess? _bus;

    private Machine(IdentityCentre centre, XfceDesktop? desktop)
    {
        (Centre, _desktop) = (centre, desktop);
        _environment = new(desktop?.Environment ?? Bare(_folder));
        foreach (var (name, value) in AwsToolEnvironment.For(Path.Combine(_folder, "aws-data"), centre.BaseUrl))
        {
            _environment[name] = value;
        }

        // Before any other 'aws' of whoever runs the tests.
        _environment["PATH"] = "/usr/bin:/bin";
        Browser = new RecordingBrowser(_folder);
        Browser.BecomeDefault(_environment);
        Files = new MachineFiles(_environment);
        Files.WriteConfig();
        Files.WriteSettings();
        Eye = new WatchfulEye(() => [.. _processes.Where(process => !process.HasExited).Select(process => process.Id)], Files.Locks);
    }

    public IdentityCentre Centre { get; }

    public MachineFiles Files { get; }

    public RecordingBrowser Browser { get; }

    public XfceDesktop Desktop => _desktop ?? throw new InvalidOperationException("This machine has no desktop.");

    /// <summary>May be changed: what is started afterwards gets it.</summary>
    public IDictionary<string, string> Environment => _environment;

    /// <summary>Everything that was started, for the search for secrets.</summary>
    public IReadOnlyCollection<OwnedProcess> Processes => _processes;

    public WatchfulEye Eye { get; }

    /// <summary>All that was said on the bus, where there is one.</summary>
    public string BusRecord => Path.Combine(_folder, "bus");

    /// <summary>Which programs were started; only where a test asked for it.</summary>
    public string WitnessFolder => Directory.CreateDirectory(Path.Combine(_folder, "witness")).FullName;

    /// <summary>What is below them was written during the test.</summary>
    public IEnumerable<string> Folders => _desktop is null ? [_folder] : [_folder, _desktop.Folder];

    public static Task OnXfceAsync(Func<Machine, Task> test, CentreOptions? options = null) =>
        RunAsync(test, options, async () => await XfceDesktop.StartAsync());

    public static Task WithoutDesktopAsync(Func<Machine, Task> test, CentreOptions? options = null) =>
        RunAsync(test, options, () => Task.FromResult<XfceDesktop?>(null));

    public OwnedProcess Start(params string[] arguments) => StartProgram(AgentBinary.Path, arguments);

    /// <param name="umask">Of whoever starts it: with 000 careless programs write files for everybody.</param>
    /// <param name="arguments">The verb.</param>
    public OwnedProcess StartOpenly(string umask, params string[] arguments) =>
        StartProgram("/bin/sh", ["-c", $"umask {umask}; exec \"$0\" \"$@\"", AgentBinary.Path, .. arguments]);

    public OwnedProcess StartProgram(string program, params string[] arguments)
    {
        var process = OwnedProcess.Start(_environment, program, arguments);
        _processes.Enqueue(process);
        return process;
    }

    /// <summary>A shell script in a folder of its own.</summary>
    public string WriteProgram(string name, string script)
    {
        var path = Path.Combine(_folder, "programs", name);
        MachineFiles.Write(path, $"#!/bin/sh\n{script}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return path;
    }

    /// <summary>Another program that does something to files.</summary>
    public async Task PythonAsync(string script, params string[] arguments)
    {
        var python = StartProgram("python3", ["-c", "import os, shutil, sys; os.umask(0o077)\n" + script, .. arguments]);
        Assert.True(await python.EndAsync(VerbLimit) == 0, string.Join('\n', python.Output));
    }

    /// <summary>What is started from now on takes its clock from a file, which is given back; the monotonic clock stays true.</summary>
    public string FakeClock()
    {
        var clock = Path.Combine(_folder, "clock");
        File.WriteAllText(clock, "+0\n");
        _environment["LD_PRELOAD"] = Directory.EnumerateDirectories("/usr/lib", "*-linux-gnu*")
            .Select(folder => Path.Combine(folder, "faketime", "libfaketimeMT.so.1"))
            .First(File.Exists);
        _environment["FAKETIME_TIMESTAMP_FILE"] = clock;
        _environment["FAKETIME_NO_CACHE"] = "1";
        _environment["FAKETIME_DONT_FAKE_MONOTONIC"] = "1";

        // Else its version of pthread_cond_timedwait returns at once, and every timer of .NET spins.
        _environment["FAKETIME_FORCE_MONOTONIC_FIX"] = "0";
        return clock;
    }

    /// <summary>A verb, run to its end.</summary>
    public async Task<VerbEnd> RunAsync(params string[] arguments) => await EndOfAsync(Start(arguments));

    public static async Task<VerbEnd> EndOfAsync(OwnedProcess verb) => new(
        await verb.EndAsync(VerbLimit), string.Join('\n', verb.StandardOutput), string.Join('\n', verb.StandardError));

    /// <summary>The agent, when it has judged the machine for the first time.</summary>
    public Task<RunningAgent> StartAgentAsync(params string[] arguments) => AgentOfAsync(Start(["run", "--verbose", .. arguments]));

    /// <summary>The same for an agent that was started in another way.</summary>
    public async Task<RunningAgent> AgentOfAsync(OwnedProcess process)
    {
        var agent = new RunningAgent(process, this);
        await agent.LogsAsync("Health went from Start to");
        return agent;
    }

    /// <summary>Signs in by the command line; a person approves on the page.</summary>
    public async Task<VerbEnd> SignInAsync(string session = MachineFiles.Session) =>
        await ApprovedAsync(Start("login", "--session", session));

    /// <summary>The same for a renewal.</summary>
    public async Task<VerbEnd> RenewAsync(string session) => await ApprovedAsync(Start("renew", "--session", session));

    public async ValueTask DisposeAsync()
    {
        await EndProgramsAsync();
        await Eye.DisposeAsync();
        foreach (var process in _processes)
        {
            await process.DisposeAsync();
        }

        if (Files.SignInProcess is { } signIn)
        {
            await Files.EndSignInAsync(signIn);
        }

        await (_bus?.DisposeAsync() ?? ValueTask.CompletedTask);
        Browser.Dispose();
        await (_desktop?.DisposeAsync() ?? ValueTask.CompletedTask);
        await Centre.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task EndProgramsAsync()
    {
        foreach (var process in Enumerable.Reverse(_processes))
        {
            await process.EndNowAsync();
        }
    }

    /// <summary>Everything that programs tell each other, with its icons and notices.</summary>
    private async Task RecordBusAsync()
    {
        const string Script = "exec dbus-monitor --binary --address \"$0\" > \"$1\"";
        _bus = OwnedProcess.Start(Desktop.Environment, "/bin/sh", "-c", Script, Desktop.Environment["DBUS_SESSION_BUS_ADDRESS"], BusRecord);
        await Until.TrueAsync(() => new FileInfo(BusRecord) is { Exists: true, Length: > 0 }, "the bus is recorded");
    }

    private async Task<VerbEnd> ApprovedAsync(OwnedProcess verb)
    {
        await Browser.ApproveNextAsync();
        var end = await EndOfAsync(verb);
        Assert.True(end.ExitCode == 0, $"The sign-in failed: {end}");
        return end;
    }

    private static async Task RunAsync(
        Func<Machine, Task> test, CentreOptions? options, Func<Task<XfceDesktop?>> startDesktop)
    {
        await using var machine = new Machine(await IdentityCentre.StartAsync(options), await startDesktop());
        try
        {
            await (machine._desktop is null ? Task.CompletedTask : machine.RecordBusAsync());
            await test(machine);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new MachineException(await Evidence.OfAsync(machine, machine._desktop, e), e);
        }

        // Not as evidence of a failure, which shows what was printed.
        await machine.EndProgramsAsync();
        if (MachineHunt.In(machine) is { Count: > 0 } leaks)
        {
            throw new LeakException(leaks);
        }
    }

    private static Dictionary<string, string> Bare(string folder)
    {
        var environment = new Dictionary<string, string> { ["LANG"] = "C.UTF-8" };
        foreach (var (variable, name) in new[]
        {
            ("HOME", "home"), ("XDG_CONFIG_HOME", "config"), ("XDG_DATA_HOME", "data"), ("XDG_STATE_HOME", "state"),
            ("XDG_RUNTIME_DIR", "runtime"), ("TMPDIR", "tmp"),
        })
        {
            environment[variable] = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        }

        // No bus of the machine that runs the tests, neither by address nor by its usual place.
        environment["DBUS_SESSION_BUS_ADDRESS"] = $"unix:path={folder}/no-bus";
        environment["DBUS_SYSTEM_BUS_ADDRESS"] = $"unix:path={folder}/no-bus";
        return environment;
    }
}
