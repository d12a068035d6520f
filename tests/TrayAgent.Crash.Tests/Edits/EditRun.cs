using TrayAgent.Crash.Tests.Kill;
using TrayAgent.Crash.Tests.Support;

namespace TrayAgent.Crash.Tests.Edits;

/// <summary>Many edits of a home, each broken at another file call; what is wrong after the next start is listed.</summary>
internal sealed class EditRun
{
    private static readonly int[] Times = [1, 3, Fault.Always];

    private readonly Writer _writer;
    private readonly string _folder;
    private readonly Shape[] _shapes;
    private readonly Lock _lock = new();

    public EditRun(Workshop workshop, string how)
    {
        _writer = new Writer(workshop, how);
        _folder = workshop.FolderInMemory(how);
        _shapes =
        [
            new Shape(_writer, EditedHome.Used(Path.Combine(_folder, "used"), _writer)),
            new Shape(_writer, EditedHome.Empty(Path.Combine(_folder, "empty"))),
        ];
    }

    public int Killed { get; private set; }

    /// <summary>Of those, the ones of which the next start had something to say.</summary>
    public int Completed { get; private set; }

    public List<string> Wrong { get; } = [];

    /// <summary>Killed before and after the calls through the library, all of them in turn.</summary>
    public EditRun Kills(int rounds) => Each(Enumerable.Range(0, rounds).Select(round =>
    {
        var shape = ShapeOf(round);
        var point = Spread(round, 2 * shape.Calls.Length);
        return At(shape, Fault.Kill((Moment)(point % 2), (point / 2) + 1), "killed");
    }));

    /// <summary>Killed on entry of the system calls.</summary>
    public EditRun KernelKills(int rounds) => Each(Enumerable.Range(0, rounds).Select(round =>
    {
        var shape = ShapeOf(round);
        var call = shape.KernelCalls[Spread(round, shape.KernelCalls.Length)];
        return new EditBreak(shape, $"killed at {call}", call.Kills(_writer));
    }));

    /// <summary>Each call through the library fails: once, a few times, so that what is to put it right fails too, and for good.</summary>
    /// <param name="errors">Those of each turn.</param>
    public EditRun Failures(Func<int, Errno[]> errors)
    {
        var shape = _shapes[0];
        return Each(
            from turn in Enumerable.Range(0, Times.Length * shape.Calls.Length)
            let times = Times[turn % Times.Length]
            from error in errors(turn)
            select At(shape, Fault.Failure((turn / Times.Length) + 1, error, times), $"{error} ({times} times)"));
    }

    /// <summary>The same once for system calls, some of which go by no library.</summary>
    public EditRun KernelFailures(Func<int, Errno[]> errors)
    {
        var shape = _shapes[0];
        return Each(
            from turn in Enumerable.Range(0, shape.KernelCalls.Length)
            let call = shape.KernelCalls[turn]

            // It does nothing that could fail: https://man7.org/linux/man-pages/man2/lseek.2.html
            where call.Name != "lseek"
            from error in errors(turn)
            select new EditBreak(shape, $"{error} at {call}", call.Fails(_writer, error)));
    }

    /// <summary>What Linux may interrupt is interrupted five times, and a write takes only half of what it is given.</summary>
    public EditRun Interruptions()
    {
        var shape = _shapes[0];
        return Each(
            from at in Enumerable.Range(1, shape.Calls.Length)
            let name = shape.Calls[at - 1].Split(' ')[0]
            where name is "read" or "write" or "fallocate" or "ftruncate" or "fsync" or "flock"
            from fault in (Fault[])[Fault.Failure(at, Errno.EINTR, times: 5), Fault.ShortWrite(at, Fault.Always)]
            where name == "write" || fault.Action == "fail"
            select At(shape, fault, "interrupted") with { IsHarmless = true });
    }

    public void CheckNothingWrong() =>
        Assert.True(Wrong.Count == 0, $"{Wrong.Count} wrong:\n{string.Join('\n', Wrong.Take(50))}");

    private EditRun Each(IEnumerable<EditBreak> rounds)
    {
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = Environment.ProcessorCount,
            CancellationToken = TestContext.Current.CancellationToken,
        };
        Parallel.ForEach(rounds, options, Break);
        return this;
    }

    private void Break(EditBreak one)
    {
        var shape = one.Shape;
        var home = EditedHome.CopyOf(shape.Before, Path.Combine(_folder, $"{Environment.CurrentManagedThreadId}"));
        var end = one.Writer.Write(home.Path, "two", one.Fault);
        var wrong = new EditVerdict(shape, home, end).Wrong().ToList();
        if (one.IsHarmless && !end.Succeeded)
        {
            wrong.Add($"exit code {end.ExitCode}: {end.Error}");
        }

        var start = Start(home);
        wrong.AddRange(new EditVerdict(shape, home, start).AfterStart(end));
        lock (_lock)
        {
            Killed += end.WasKilled ? 1 : 0;
            Completed += start.Error.Length > 0 ? 1 : 0;
            Wrong.AddRange(wrong.Select(what => $"{one.What}: {what}"));
        }
    }

    private Shape ShapeOf(int round) => _shapes[round % 4 == 3 ? 1 : 0];

    /// <summary>A step that has no common divisor with the number of points, so that few rounds are spread over all of them.</summary>
    private static int Spread(int round, int points) => (int)(round * 7919L % points);

    private EditBreak At(Shape shape, Fault fault, string what) =>
        new(shape, $"{what}, {fault.Action} at {fault.At} ({shape.Calls[fault.At - 1]})", _writer, fault);

    private WriterEnd Start(EditedHome home) => (_writer with { How = "edit-start" }).Write(home.Path, "");

    /// <summary>A home before the edit, what it is afterwards, and the calls that lead there.</summary>
    internal sealed class Shape
    {
        private readonly Lazy<KernelCall[]> _kernelCalls;

        public Shape(Writer writer, EditedHome before)
        {
            Before = before;
            Old = before.Contents();
            OldBackups = before.Backups();
            var copy = EditedHome.CopyOf(before, before.Folder + "-learn");
            Calls = [.. writer.Calls(copy.Path, "two")];
            New = copy.Contents();
            _kernelCalls = new(() =>
            {
                var again = EditedHome.CopyOf(before, before.Folder + "-learn");
                return KernelCall.Of(writer, again.Path, "two", again.Folder);
            });
        }

        public EditedHome Before { get; }

        public string?[] Old { get; }

        public string?[] New { get; }

        public string[] OldBackups { get; }

        public string[] Calls { get; }

        public KernelCall[] KernelCalls => _kernelCalls.Value;
    }
}
