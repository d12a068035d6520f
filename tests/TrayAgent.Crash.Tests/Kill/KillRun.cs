using TrayAgent.Crash.Tests.Support;

namespace TrayAgent.Crash.Tests.Kill;

/// <summary>Many writes, each killed at another of its file calls, some over an old file and some without one.</summary>
internal sealed class KillRun(Writer writer, IKillPlan plan)
{
    private const UnixFileMode ForAll =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private readonly string _folder = writer.Workshop.Folder("kill");
    private readonly Lock _lock = new();
    private readonly KillReport _report = new(writer.Workshop.Folder("left"));

    public KillReport Rounds(int rounds)
    {
        plan.Learn(writer, Place("learn"), Prepare);
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = Environment.ProcessorCount,
            CancellationToken = TestContext.Current.CancellationToken,
        };
        Parallel.For(0, rounds, options, Round);
        return _report;
    }

    private void Round(int round)
    {
        var target = Place($"{Environment.CurrentManagedThreadId}");
        var shape = round % 4 == 0 ? TargetShape.Absent : TargetShape.Old;
        var old = Prepare(target, shape);
        var text = Content.Of(round + 1);
        var end = plan.Write(writer, target, text, shape, round);
        var found = File.Exists(target) ? File.ReadAllText(target) : null;
        lock (_lock)
        {
            _report.Count(end);
            if (found != text && (found != old || end.Succeeded))
            {
                _report.Lost.Add($"Round {round} (exit code {end.ExitCode}): {Content.Describe(found)}");
            }

            _report.Readable.UnionWith(
                from file in Temporaries.Beside(target)
                where !Temporaries.IsPrivate(file)
                select $"{shape}: {Convert.ToString((int)file.UnixFileMode, 8)}");
        }

        Temporaries.Collect(target, _report.Left);
    }

    private string Place(string name)
    {
        var folder = Path.Combine(_folder, name);
        Directory.CreateDirectory(folder);
        return Path.Combine(folder, "target.json");
    }

    private static string? Prepare(string target, TargetShape shape)
    {
        File.Delete(target);
        if (shape == TargetShape.Absent)
        {
            return null;
        }

        var old = Content.Of(0, 3_000);
        File.WriteAllText(target, old);
        File.SetUnixFileMode(target, ForAll);
        return old;
    }
}
