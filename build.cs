// The one way to run things: 'dotnet run build.cs -- VERB'.
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

string[] packagers = ["gcc-mingw-w64-x86-64-win32", "nsis"];
string[] debianPackages =
[
    .. packagers,
    "awscli", "chromium", "dbus", "dbus-x11", "desktop-file-utils", "e2fsprogs", "fonts-dejavu-core", "gcc", "hicolor-icon-theme", "imagemagick",
    "libfaketime", "libsystemd0", "procps", "python3-botocore", "python3-dbusmock", "strace", "systemd", "tmux", "wine", "wine64", "x11-utils",
    "x11-xserver-utils", "xdotool", "xdg-utils", "xfce4-notifyd", "xfce4-panel", "xfconf", "xfsprogs", "xfwm4", "xvfb", "zlib1g-dev",
    .. NodeIfMissing(),
];
const string Solution = "TrayAgent.sln";
const string Native = "artifacts/linux-x64/publish/TrayAgent/release_linux-x64/trayagent";
const string Windows = "artifacts/win-x64/publish/TrayAgent/release_win-x64/trayagent.exe";
const string Writers = "artifacts/linux-x64/publish/Writers/release_linux-x64/Writers";
const string Sharing = "artifacts/win-x64/publish/Sharing/release_win-x64/Sharing.exe";
const string NodePeer = "tests/TrayAgent.Peers.Tests/Fixtures/node";
const string Fuzzed = "artifacts/fuzz";
const string Peers = "TrayAgent.Peers.Tests";
const string Racing = "TrayAgent.Peers.Tests.Races";
const string Empty = "artifacts/linux-x64/publish/EmptyProgram/release_linux-x64/EmptyProgram";

Environment.SetEnvironmentVariable("DOTNET_CLI_UI_LANGUAGE", "en");
Environment.SetEnvironmentVariable("DOTNET_NOLOGO", "1");

// One warm compiler for all projects; a cold one for each takes longer than the compiling.
Environment.SetEnvironmentVariable("UseSharedCompilation", "true");
string[] LongestFirst = ["TrayAgent.EndToEnd.Tests", "TrayAgent.Windows.Tests", Peers, "TrayAgent.Tests", "TrayAgent.Core.Tests"];
var rest = args.Skip(1).ToArray();
return (args.FirstOrDefault() ?? "help") switch
{
    "demo" => Demo(),
    "test" => Test(),
    "bench" => All(
        () => Publish("linux-x64"),
        () => Publish("linux-x64", "tests/EmptyProgram"),
        () => Run("dotnet", ["run", "-c", "Release", "--project", "tests/TrayAgent.Benchmarks", "--", Path.GetFullPath(Native), Path.GetFullPath(Empty), .. rest])),
    "races" => Races(rest.FirstOrDefault() ?? "500"),
    "crash" => Crash(),
    "fuzz" => Fuzz(rest),
    "package" => Package(),
    "publish" => Publish(rest.FirstOrDefault() ?? "linux-x64"),
    "format" => Run("dotnet", ["format", Solution]),
    "install" => Install(),
    _ => Help(),
};

int Help()
{
    Console.Error.WriteLine(
        """
        dotnet run build.cs -- VERB
          demo           the real agent against a loopback identity centre, in a temporary home; --headless, --keep
          test           install what the tests need (Debian, npm), check format, build, publish, run all tests;
                         arguments go to each test program: -class '*DoctorTests'
          crash          the crash tests in the sizes of a release; arguments go to the test program: -class '*KillTests'
          bench          the benchmarks, as ratios against peers in the same run
          races [ROUNDS] the races against botocore and the JavaScript SDK at release size: 500 rounds
          fuzz [TARGET] [SECONDS]
                         AFL++ on one parser or editor, or on all, a minute each; 'configs' compares 20,000 config files with other readers
          publish [RID]  linux-x64 (native), win-x64 or osx-arm64 (single file), into artifacts/RID
          package        setup programs and archives for Windows, Linux and macOS with checksums and a bill of materials, into artifacts/packages
          format         put the code into its format
          install        only install what the tests need (Debian, npm)
        """);
    return 2;
}

int Demo()
{
    // The demo ends by itself after Ctrl-C: nobody must find its remains because this program was faster.
    Console.CancelKeyPress += (_, pressed) => pressed.Cancel = true;
    return All(
        () => InstallPackages(DemoPackages()),
        () => Publish("linux-x64"),
        () => Run("dotnet", ["run", "--project", "samples/Demo", "--", Path.GetFullPath(Native), .. rest]));
}

// Only what is missing. An AWS CLI is not needed: without one the agent signs in by itself.
string[] DemoPackages()
{
    var missing = new List<string>();
    if (!OnPath("clang").Concat(OnPath("gcc")).Any())
    {
        missing.Add("gcc");
    }

    if (!File.Exists("/usr/include/zlib.h"))
    {
        missing.Add("zlib1g-dev");
    }

    return [.. missing];
}

static IEnumerable<string> OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
    .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
    .Select(folder => Path.Combine(folder, program))
    .Where(File.Exists);

int Test()
{
    // The build is strict about style (EnforceCodeStyleInBuild), so only white space is left to look at.
    // What is installed comes over the network while the compiler works. The two have no folder in common.
    var prepared = All(
        () => SideBySide(
            () => All(
                Install,
                () => Publish("linux-x64"),
                () => Publish("linux-x64", "tests/Writers"),
                () => Publish("osx-arm64")),
            () => All(
                () => Run("dotnet", ["build", Solution, "-v", "quiet"]),
                () => Run("dotnet", ["format", "whitespace", Solution, "--verify-no-changes", "--no-restore"]),
                () => Publish("win-x64"),
                () => Publish("win-x64", "tests/Sharing"))),
        PackPublished);
    _ = Run("dotnet", ["build-server", "shutdown", "--vbcscompiler"], _ => { }, Echo.No);
    if (prepared != 0)
    {
        Console.WriteLine("0 passed, 1 failed");
        return 1;
    }

    Environment.SetEnvironmentVariable("TRAYAGENT_BINARY", Path.GetFullPath(Native));
    Environment.SetEnvironmentVariable("TRAYAGENT_PACKAGES", Path.GetFullPath("artifacts/packages"));
    Environment.SetEnvironmentVariable("TRAYAGENT_WINDOWS", Path.GetFullPath(Windows));
    Environment.SetEnvironmentVariable("TRAYAGENT_SHARING", Path.GetFullPath(Sharing));
    Environment.SetEnvironmentVariable("TRAYAGENT_WRITERS", Path.GetFullPath(Writers));

    // Two at a time, since the longest of them mostly wait; the longest first, so that both lanes end together.
    // But a race needs the processors for itself.
    var ends = new ConcurrentBag<(int Passed, int Failed)>();
    string[] suites = [.. Directory.GetDirectories("tests", "*.Tests").Select(Path.GetFileName).OfType<string>().OrderBy(Rank)];
    Parallel.ForEach(
        Partitioner.Create(suites, EnumerablePartitionerOptions.NoBuffering),
        new ParallelOptions { MaxDegreeOfParallelism = 2 },
        suite => ends.Add(RunSuite(suite, suite == Peers ? ["-namespace-", Racing] : [])));
    ends.Add(RunSuite(Peers, ["-namespace", Racing]));
    var failed = ends.Sum(end => end.Failed);
    Console.WriteLine($"{ends.Sum(end => end.Passed)} passed, {failed} failed");
    return failed == 0 ? 0 : 1;

    int Rank(string suite) => Array.IndexOf([.. LongestFirst, suite], suite);
}

// One that ends without its summary, or badly for no counted reason, is one failure.
(int Passed, int Failed) RunSuite(string suite, string[] part)
{
    var program = $"artifacts/bin/{suite}/debug/{suite}";
    if (!File.Exists(program))
    {
        Console.WriteLine($"{suite}: '{program}' does not exist. Is it in '{Solution}'?");
        return (0, 1);
    }

    var (passed, failed) = (0, 0);
    var exit = Run(
        program,
        ["-noLogo", "-noColor", .. part, .. rest],
        line =>
        {
            Console.WriteLine($"{suite}: {line}");
            if (Regex.Match(line, @"  Total: (\d+), Errors: (\d+), Failed: (\d+), Skipped: (\d+), Not Run: (\d+), ") is { Success: true } match)
            {
                int[] counts = [.. match.Groups.Values.Skip(1).Select(group => int.Parse(group.Value))];
                failed = counts[1] + counts[2];
                passed = counts[0] - counts[2] - counts[3] - counts[4];
            }
        },
        Echo.No);
    if (exit != 0)
    {
        Console.WriteLine($"{suite}: ended with exit code {exit}.");
    }

    return (passed, exit != 0 ? Math.Max(failed, 1) : failed);
}

int Races(string rounds)
{
    Environment.SetEnvironmentVariable("TRAYAGENT_BINARY", Path.GetFullPath(Native));
    Environment.SetEnvironmentVariable("TRAYAGENT_ROUNDS", rounds);
    return All(
        Install,
        () => Publish("linux-x64"),
        () => Run("dotnet", ["run", "--project", "tests/TrayAgent.Peers.Tests", "--", "-diagnostics", "-namespace", Racing]));
}

int Crash()
{
    Environment.SetEnvironmentVariable("TRAYAGENT_WRITERS", Path.GetFullPath(Writers));
    Environment.SetEnvironmentVariable("TRAYAGENT_CRASH_SIZES", "release");
    return All(
        () => InstallPackages(debianPackages),
        () => Publish("linux-x64", "tests/Writers"),
        () => Run("dotnet", ["run", "--project", "tests/TrayAgent.Crash.Tests", "--", .. rest]));
}

// AFL++ counts the branches that SharpFuzz has written into the code, and keeps every input that takes a new way.
int Fuzz(string[] arguments)
{
    var seconds = arguments.FirstOrDefault(argument => argument.All(char.IsAsciiDigit)) ?? "60";
    var target = arguments.FirstOrDefault(argument => !argument.All(char.IsAsciiDigit));
    if (target == "configs")
    {
        Environment.SetEnvironmentVariable("TRAYAGENT_CONFIGS", "20000");
        return All(Install, () => Run(
            "dotnet", ["run", "--project", "tests/TrayAgent.Peers.Tests", "--", "-diagnostics", "-namespace", "TrayAgent.Peers.Tests.Configs"]));
    }

    string[] targets = target is null
        ? [.. Directory.GetDirectories("tests/TrayAgent.Fuzz/Corpus").Select(Path.GetFileName).OfType<string>().Order()]
        : [target];
    if (Directory.Exists(Fuzzed))
    {
        Directory.Delete(Fuzzed, recursive: true);
    }

    var prepared = All(
        () => InstallPackages(["afl++"]),
        () => Run("dotnet", ["tool", "restore"]),
        () => Run("dotnet", ["publish", "tests/TrayAgent.Fuzz", "-c", "Release", "-o", Fuzzed, "-v", "quiet"]),
        () => Run("dotnet", ["sharpfuzz", $"{Fuzzed}/TrayAgent.Core.dll"]),
        () => Run("dotnet", ["sharpfuzz", $"{Fuzzed}/trayagent.dll", "TrayAgent.Act.Sessions.SignInUrl"]),
        () => Run("dotnet", ["sharpfuzz", $"{Fuzzed}/TrayAgent.Fuzz.dll", "TrayAgent.Fuzz.Targets.PlantedTarget"]));
    if (prepared != 0)
    {
        return prepared;
    }

    // The program is a script for AFL++, and nobody here is asked about the machine's settings.
    foreach (var name in (string[])["AFL_SKIP_BIN_CHECK", "AFL_NO_UI", "AFL_NO_AFFINITY", "AFL_SKIP_CPUFREQ", "AFL_I_DONT_CARE_ABOUT_MISSING_CRASHES"])
    {
        Environment.SetEnvironmentVariable(name, "1");
    }

    // It waits ten seconds for the fork server, which is .NET here, and .NET on a busy machine takes longer to start.
    Environment.SetEnvironmentVariable("AFL_FORKSRV_INIT_TMOUT", "120000");
    return targets.Select(name => FuzzOne(name, seconds)).Max();
}

// What it found lies in artifacts/fuzz-found; 'dotnet artifacts/fuzz/TrayAgent.Fuzz.dll TARGET FILE' shows what is wrong with it.
int FuzzOne(string target, string seconds)
{
    const string Sources = "tests/TrayAgent.Fuzz";
    var found = $"artifacts/fuzz-found/{target}";
    if (Directory.Exists(found))
    {
        Directory.Delete(found, recursive: true);
    }

    Directory.CreateDirectory(found);
    var exit = Run(
        "nice",
        [
            "afl-fuzz", "-i", $"{Sources}/Corpus/{target}", "-o", found, "-x", $"{Sources}/Dictionaries/{target}.dict", "-t", "1000",
            "-m", "none", "-V", seconds, "--", "dotnet", $"{Fuzzed}/TrayAgent.Fuzz.dll", target,
        ],
        _ => { },
        Echo.No);
    if (exit != 0)
    {
        Console.Error.WriteLine($"AFL++ could not fuzz '{target}'.");
        return exit;
    }

    var crashes = Found("crashes");
    var hangs = Found("hangs");
    var executions = File.ReadLines($"{found}/default/fuzzer_stats").First(line => line.StartsWith("execs_done", StringComparison.Ordinal));
    Console.WriteLine($"{target}: {executions.Split(':')[1].Trim()} inputs in {seconds} s, {crashes.Length} crashes, {hangs.Length} hangs");
    Console.Write(string.Concat(crashes.Concat(hangs).Select(file => $"  {file}\n")));
    return crashes.Length + hangs.Length > 0 ? 1 : 0;

    string[] Found(string kind) => Directory.GetFiles($"{found}/default/{kind}", "id*");
}

// NativeAOT is not possible across systems: Windows and macOS get a single file. The build of the solution has analysed the source.
int Publish(string rid, string project = "src/TrayAgent") => Run("dotnet", ["publish", project, "-c", "Release", "-r", rid, "--artifacts-path", $"artifacts/{rid}", "-v", "quiet", "-p:RunAnalyzers=false"]);

int Package() => All(
    () => InstallPackages(packagers),
    () => Publish("linux-x64"),
    () => Publish("win-x64"),
    () => Publish("osx-arm64"),
    () => Run("dotnet", ["restore", "src/TrayAgent", "-v", "quiet"]),
    PackPublished);

// The time of the newest commit is that of all files inside: one commit gives one package.
int PackPublished()
{
    Run("git", ["log", "-1", "--format=%ct"], line => Environment.SetEnvironmentVariable("SOURCE_DATE_EPOCH", line), Echo.No);
    return All(
        () => Run("dotnet", ["tool", "restore"], _ => { }),
        () => Run("dotnet", ["run", "--project", "installer/Package"]));
}

int Install() => All(() => InstallPackages(debianPackages), InstallNodePeer);

// What npm installed last is written down beside the packages; the lock file is newer when somebody changed it.
int InstallNodePeer() =>
    File.GetLastWriteTimeUtc($"{NodePeer}/node_modules/.package-lock.json") >= File.GetLastWriteTimeUtc($"{NodePeer}/package-lock.json")
        ? 0
        : Run("npm", ["ci", "--prefix", NodePeer, "--ignore-scripts", "--no-audit", "--no-fund"]);

// Debian's would take the place of a newer one from elsewhere.
static string[] NodeIfMissing() => OnPath("node").Any() ? [] : ["nodejs", "npm"];

int InstallPackages(string[] packages)
{
    if (packages.Length == 0)
    {
        return 0;
    }

    if (!File.Exists("/usr/bin/dpkg-query"))
    {
        Console.Error.WriteLine("This is not Debian: install the counterparts of these packages yourself: " + string.Join(' ', packages));
        return 0;
    }

    var states = new HashSet<string>();
    Run("dpkg-query", ["-W", "-f", "${Package} ${db:Status-Status}\n"], line => states.Add(line), Echo.No);
    string[] missing = [.. packages.Where(package => !states.Contains($"{package} installed"))];
    if (missing.Length == 0)
    {
        return 0;
    }

    Console.Error.WriteLine("These Debian packages are missing and are installed now: " + string.Join(' ', missing));
    Environment.SetEnvironmentVariable("DEBIAN_FRONTEND", "noninteractive");
    string[] prefix = Environment.UserName == "root" ? [] : ["sudo", "--preserve-env=DEBIAN_FRONTEND"];
    return All(
        () => Quiet([.. prefix, "apt-get", "update", "-qq"]),
        () => Quiet([.. prefix, "apt-get", "install", "-y", "-qq", "--no-install-recommends", .. missing]));

    static int Quiet(string[] command)
    {
        var lines = new List<string>();
        var exit = Run(command[0], command[1..], lines.Add, Echo.No);
        if (exit != 0)
        {
            Console.Error.WriteLine(string.Join('\n', lines.TakeLast(20)));
        }

        return exit;
    }
}

static int All(params Func<int>[] steps)
{
    foreach (var step in steps)
    {
        if (step() is not 0 and var exit)
        {
            return exit;
        }
    }

    return 0;
}

static int SideBySide(params Func<int>[] lanes) => lanes.AsParallel().WithDegreeOfParallelism(lanes.Length).Select(lane => lane()).Max();

static int Run(string program, string[] arguments, Action<string>? onLine = null, Echo echo = Echo.Yes)
{
    if (echo == Echo.Yes)
    {
        Console.Error.WriteLine($"> {program} {string.Join(' ', arguments)}");
    }

    using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = onLine is not null })
        ?? throw new InvalidOperationException($"'{program}' did not start.");
    if (onLine is not null)
    {
        while (process.StandardOutput.ReadLine() is { } line)
        {
            onLine(line);
            if (echo == Echo.Yes)
            {
                Console.WriteLine(line);
            }
        }
    }

    process.WaitForExit();
    return process.ExitCode;
}

internal enum Echo
{
    Yes,
    No,
}
