using System.Collections.Concurrent;
using System.Text;
using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.EndToEnd.Tests.Support;
using TrayAgent.Loopback;

namespace TrayAgent.Windows.Tests.Support;

/// <summary>One developer's Windows for one test: the user's folders are emptied before, an identity centre of its own listens.</summary>
internal sealed class WindowsMachine : IAsyncDisposable
{
    private static readonly TimeSpan VerbLimit = TimeSpan.FromSeconds(60);

    private readonly Wine _wine;
    private readonly ConcurrentQueue<OwnedProcess> _processes = [];
    private readonly Dictionary<string, string> _environment;

    private WindowsMachine(Wine wine, IdentityCentre centre)
    {
        (_wine, Centre) = (wine, centre);
        _environment = new(wine.Environment);
        foreach (var (name, value) in AwsToolEnvironment.For(Directory.CreateDirectory(Path.Combine(wine.Drive, "aws-data")).FullName, centre.BaseUrl))
        {
            _environment[name] = value;
        }

        foreach (var folder in new[] { @".aws", ".claude", @"AppData/Roaming/TrayAgent", @"AppData/Local/TrayAgent" })
        {
            if (Directory.Exists(InHome(folder)))
            {
                Directory.Delete(InHome(folder), recursive: true);
            }
        }
    }

    public IdentityCentre Centre { get; }

    /// <summary>May be changed: what is started afterwards gets it, but for what Wine sets itself (PATH, HOME, USERPROFILE, APPDATA ...).</summary>
    public IDictionary<string, string> Environment => _environment;

    /// <summary><c>%LOCALAPPDATA%\TrayAgent</c>, as Linux sees it.</summary>
    public string StateFolder => InHome("AppData/Local/TrayAgent");

    public static async Task<WindowsMachine> StartAsync(Wine wine, CentreOptions? options = null) =>
        new(wine, await IdentityCentre.StartAsync(options));

    /// <summary>A path below <c>%USERPROFILE%</c>, as Linux sees it.</summary>
    public string InHome(string path) => Path.Combine(_wine.UserProfile, path);

    /// <summary>Writes a file below <c>%USERPROFILE%</c>.</summary>
    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(InHome(path))!);
        File.WriteAllBytes(InHome(path), Encoding.UTF8.GetBytes(text));
    }

    /// <summary>What the agent has logged so far.</summary>
    public string Log => string.Concat(Directory.Exists(StateFolder) ? Directory.GetFiles(StateFolder, "trayagent*.log").Order(StringComparer.Ordinal).Select(File.ReadAllText) : []);

    public OwnedProcess Start(params string[] arguments) => StartProgram([WindowsProgram.Path, .. arguments]);

    /// <param name="command">A program, as Linux or as Windows sees it, and its arguments.</param>
    public OwnedProcess StartProgram(params string[] command)
    {
        var process = _wine.Start(_environment, command);
        _processes.Enqueue(process);
        return process;
    }

    /// <summary>With its output in a file, as Windows sees it, for what opens a window: Wine's desktop, which that starts, would keep pipes open.</summary>
    public OwnedProcess StartInto(string file, params string[] command)
    {
        var process = Wine.StartUnheard(_environment, ["cmd", "/c", $"{string.Join(' ', command)} > {file}"]);
        _processes.Enqueue(process);
        return process;
    }

    /// <summary>A verb by <c>cmd</c>, which sets what Wine would set itself.</summary>
    public OwnedProcess StartWith(string variable, string value, params string[] arguments) => StartProgram(
        "cmd", "/c", $"set {variable}={value}&& {_wine.ToWindows(WindowsProgram.Path)} {string.Join(' ', arguments)}");

    /// <summary>A verb, run to its end.</summary>
    public async Task<VerbEnd> RunAsync(params string[] arguments) => await EndOfAsync(Start(arguments));

    /// <summary>As Windows does it when somebody clicks on a toast or its button.</summary>
    public async Task ClickAsync(string link)
    {
        var click = await RunAsync("notice", link);
        Assert.Equal((0, "", ""), (click.ExitCode, click.Out, click.Error));
    }

    public static async Task<VerbEnd> EndOfAsync(OwnedProcess verb) => new(
        await verb.EndAsync(VerbLimit), string.Join('\n', verb.StandardOutput), string.Join('\n', verb.StandardError));

    /// <summary>Another program, which may leave others behind: these keep no pipe of ours open.</summary>
    public Task RunToEndAsync(params string[] command) => _wine.RunAsync(_environment, command);

    /// <summary>As above, for one that may fail.</summary>
    public async Task<int> ExitCodeAsync(params string[] command)
    {
        var process = Wine.StartUnheard(_environment, command);
        _processes.Enqueue(process);
        return await process.EndAsync(VerbLimit);
    }

    public Task SetRegistryAsync(string key, string name, string type, string data) =>
        RunToEndAsync("reg", "add", key, "/v", name, "/t", type, "/d", data, "/f");

    /// <summary>A value as text; null: there is none.</summary>
    public Task<string?> RegistryAsync(string key, string name) => QueryAsync(key, "/v", name);

    /// <summary>That without a name.</summary>
    public Task<string?> RegistryDefaultAsync(string key) => QueryAsync(key, "/ve");

    private async Task<string?> QueryAsync(string key, params string[] value)
    {
        var query = StartProgram(["reg", "query", key, .. value]);
        if (await query.EndAsync(VerbLimit) != 0)
        {
            return null;
        }

        // "    NAME    REG_SZ    DATA"
        var line = query.StandardOutput.First(text => text.Contains("    REG_", StringComparison.Ordinal));
        return line[line.IndexOf("REG_", StringComparison.Ordinal)..].Split("    ", 2)[1];
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in Enumerable.Reverse(_processes))
        {
            await process.DisposeAsync();
        }

        await Centre.DisposeAsync();
    }
}
