using System.Text.RegularExpressions;
using TrayAgent.Crash.Tests.Support;

namespace TrayAgent.Crash.Tests.Kill;

/// <summary>On entry of every system call that names the file or has it open, whoever made it.</summary>
/// <remarks>https://man7.org/linux/man-pages/man1/strace.1.html</remarks>
internal sealed partial class KernelCalls : IKillPlan
{
    private readonly Dictionary<TargetShape, (string Name, int When)[]> _points = [];

    public void Learn(Writer writer, string target, Func<string, TargetShape, string?> prepare)
    {
        foreach (var shape in Enum.GetValues<TargetShape>())
        {
            prepare(target, shape);
            var log = target + ".strace";
            var end = (writer with { Through = ["strace", "-f", "-qq", "-y", "-o", log] }).Write(target, Content.Of(1));
            Assert.True(end.Succeeded, end.Error);
            _points[shape] = [.. Points(File.ReadAllLines(log), Path.GetDirectoryName(target)!)];
            Assert.NotEmpty(_points[shape]);
            File.Delete(log);
        }
    }

    public WriterEnd Write(Writer writer, string target, string text, TargetShape shape, int round)
    {
        var (name, when) = _points[shape][round % _points[shape].Length];
        string[] strace =
        [
            "strace", "-f", "-qq", "-o", "/dev/null", "-e", $"trace={name}", "-e", $"inject={name}:signal=SIGKILL:when={when}",
        ];
        return (writer with { Through = strace }).Write(target, text);
    }

    /// <summary>strace counts the calls of a name in each thread by itself; the writing is done by the first one.</summary>
    private static IEnumerable<(string Name, int When)> Points(string[] lines, string folder)
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
                    yield return (key.Item2, counts[key]);
                }
            }
        }
    }

    [GeneratedRegex(@"^(\d+)\s+(\w+)\(")]
    private static partial Regex Call();
}
