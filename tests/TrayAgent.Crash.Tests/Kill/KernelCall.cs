using System.Text.RegularExpressions;
using TrayAgent.Crash.Tests.Support;

namespace TrayAgent.Crash.Tests.Kill;

/// <summary>A system call that names a file or has it open, whoever made it: by its name, and by its place among those of that name.</summary>
/// <remarks>https://man7.org/linux/man-pages/man1/strace.1.html</remarks>
internal sealed partial record KernelCall(string Name, int When)
{
    /// <summary>Those of a write that is left alone, in order.</summary>
    /// <param name="folder">What lies below it counts.</param>
    public static KernelCall[] Of(Writer writer, string target, string text, string folder)
    {
        var log = Path.Combine(writer.Workshop.Folder("strace"), "log");
        var end = (writer with { Through = ["strace", "-f", "-qq", "-y", "-o", log] }).Write(target, text);
        Assert.True(end.Succeeded, end.Error);
        KernelCall[] calls = [.. Below(folder, File.ReadLines(log))];
        Assert.NotEmpty(calls);
        return calls;
    }

    /// <summary>Killed on entry.</summary>
    public Writer Kills(Writer writer) => Inject(writer, $"signal=SIGKILL:when={When}");

    /// <summary>It does nothing and returns the error, once: from then on would be for other files as well.</summary>
    public Writer Fails(Writer writer, Errno error) => Inject(writer, $"error={error}:when={When}");

    private Writer Inject(Writer writer, string what) => writer with
    {
        Through = ["strace", "-f", "-qq", "-o", "/dev/null", "-e", $"trace={Name}", "-e", $"inject={Name}:{what}"],
    };

    /// <summary>strace counts the calls of a name in each thread by itself; the writing is done by the first one.</summary>
    private static IEnumerable<KernelCall> Below(string folder, IEnumerable<string> lines)
    {
        var counts = new Dictionary<(string Thread, string Name), int>();
        foreach (var line in lines)
        {
            if (Call().Match(line) is { Success: true } call)
            {
                var key = (call.Groups[1].Value, call.Groups[2].Value);
                counts[key] = counts.GetValueOrDefault(key) + 1;

                // The start of the program names the file as well: as its argument.
                if (key.Item2 != "execve" && line.Contains(folder, StringComparison.Ordinal))
                {
                    yield return new KernelCall(key.Item2, counts[key]);
                }
            }
        }
    }

    [GeneratedRegex(@"^(\d+)\s+(\w+)\(")]
    private static partial Regex Call();
}
