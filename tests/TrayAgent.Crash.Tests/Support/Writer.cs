using System.Diagnostics;

namespace TrayAgent.Crash.Tests.Support;

/// <summary>Runs the program that writes one file once, with a fault.</summary>
/// <param name="How">Its sub-command.</param>
internal sealed record Writer(Workshop Workshop, string How)
{
    /// <summary>What hangs is ended and is a failure of its own.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>A program before it, with arguments: another user, a tracer.</summary>
    public string[] Through { get; init; } = [];

    /// <param name="path">The file to write; faults are counted below its folder.</param>
    public WriterEnd Write(string path, string text, Fault? fault = null) => Write(path, text, fault, log: null);

    /// <summary>The file calls of a write without faults, in order: a name and, where there is one, a path.</summary>
    public IReadOnlyList<string> Calls(string path, string text)
    {
        var log = Path.Combine(Workshop.Folder("log"), "calls");
        var end = Write(path, text, new Fault("", 0), log);
        Assert.True(end.Succeeded, end.Error);
        return File.ReadAllLines(log);
    }

    private WriterEnd Write(string path, string text, Fault? fault, string? log)
    {
        string[] command = [.. Through, Workshop.Program, How, path, text];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (fault is not null)
        {
            start.Environment["LD_PRELOAD"] = Workshop.FaultLibrary;
            start.Environment["FAULTS_UNDER"] = Path.GetDirectoryName(path);
            start.Environment["FAULTS_LOG"] = log;
            foreach (var (name, value) in fault.Environment)
            {
                start.Environment[name] = value;
            }
        }

        using var process = Process.Start(start)!;
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"'{How}' hangs with {fault} on '{path}'.");
        }

        return new WriterEnd(process.ExitCode, process.StandardOutput.ReadToEnd(), process.StandardError.ReadToEnd());
    }
}
