using System.Diagnostics;
using System.Text.RegularExpressions;

namespace TrayAgent.Demo;

/// <summary>The real agent, and what it writes into its log.</summary>
internal sealed partial class DemoAgent : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _logFolder;
    private int _told;

    private DemoAgent(Process process, string logFolder)
    {
        _process = process;
        _logFolder = logFolder;
    }

    public bool HasEnded => _process.HasExited;

    public static DemoAgent Start(string binary, DemoHome home, string[] options)
    {
        var start = new ProcessStartInfo(binary, ["run", .. options])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in home.Environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;

        // Its log says more; but a full pipe would stop it.
        _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
        _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null);
        return new DemoAgent(process, home.LogFolder);
    }

    /// <summary>The lines of the log since the last call, without date and source.</summary>
    public IEnumerable<string> NewLogLines()
    {
        var lines = Directory.Exists(_logFolder)
            ? Directory.EnumerateFiles(_logFolder, "trayagent*.log").Order(StringComparer.Ordinal).SelectMany(File.ReadLines).ToList()
            : [];
        var news = lines.Skip(_told).ToList();
        _told = lines.Count;
        return news.Select(line => LogLine().Replace(line, "${time} ${message}"));
    }

    public async ValueTask DisposeAsync()
    {
        await Ending.OfAsync(_process);
        _process.Dispose();
    }

    [GeneratedRegex(@"^\S+T(?<time>\d\d:\d\d:\d\d)\S* \w+ \S+ (?<message>.*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex LogLine();
}
