using TrayAgent.Crash.Tests.Support;

namespace TrayAgent.Crash.Tests.Edits;

/// <summary>Many edits of a home, each broken at another file call; what is wrong after the next start is listed.</summary>
internal sealed class EditRun
{
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

    public int Calls => _shapes[0].Calls.Length;

    public int Killed { get; private set; }

    /// <summary>Of those, the ones of which the next start had something to say.</summary>
    public int Completed { get; private set; }

    public List<string> Wrong { get; } = [];

    /// <summary>Killed before and after the calls, all of them in turn.</summary>
    public EditRun Kills(int rounds)
    {
        Each(Enumerable.Range(0, rounds).Select(round =>
        {
            var shape = _shapes[round % 4 == 3 ? 1 : 0];

            // A step that has no common divisor with the number of points, so that few rounds are spread over all of them.
            var point = (int)(round * 7919L % (2 * shape.Calls.Length));
            return (shape, Fault.Kill((Moment)(point % 2), (point / 2) + 1));
        }));
        return this;
    }

    /// <summary>Each call fails once and for good.</summary>
    public EditRun Failures(params Errno[] errors)
    {
        var shape = _shapes[0];
        Each(
            from error in errors
            from times in (int[])[1, Fault.Always]
            from at in Enumerable.Range(1, shape.Calls.Length)
            select (shape, Fault.Failure(at, error, times)));
        return this;
    }

    public void CheckNothingWrong() =>
        Assert.True(Wrong.Count == 0, $"{Wrong.Count} wrong:\n{string.Join('\n', Wrong.Take(50))}");

    private void Each(IEnumerable<(Shape Shape, Fault Fault)> rounds)
    {
        var options = new ParallelOptions
        {
            MaxDegreeOfParallelism = Environment.ProcessorCount,
            CancellationToken = TestContext.Current.CancellationToken,
        };
        Parallel.ForEach(rounds, options, round => Break(round.Shape, round.Fault));
    }

    private void Break(Shape shape, Fault fault)
    {
        var home = EditedHome.CopyOf(shape.Before, Path.Combine(_folder, $"{Environment.CurrentManagedThreadId}"));
        var end = _writer.Write(home.Path, "two", fault);
        var wrong = new EditVerdict(shape, home, end).Wrong().ToList();
        var start = Start(home);
        wrong.AddRange(new EditVerdict(shape, home, start).AfterStart(end));
        lock (_lock)
        {
            Killed += end.WasKilled ? 1 : 0;
            Completed += start.Error.Length > 0 ? 1 : 0;
            Wrong.AddRange(wrong.Select(what => $"{fault.Action} at {fault.At} ({shape.Calls[fault.At - 1]}): {what}"));
        }
    }

    private WriterEnd Start(EditedHome home) => (_writer with { How = "edit-start" }).Write(home.Path, "");

    /// <summary>A home before the edit, what it is afterwards, and the calls that lead there.</summary>
    internal sealed class Shape
    {
        public Shape(Writer writer, EditedHome before)
        {
            Before = before;
            Old = before.Contents();
            OldBackups = before.Backups();
            var copy = EditedHome.CopyOf(before, before.Folder + "-learn");
            Calls = [.. writer.Calls(copy.Path, "two")];
            New = copy.Contents();
        }

        public EditedHome Before { get; }

        public string?[] Old { get; }

        public string?[] New { get; }

        public string[] OldBackups { get; }

        public string[] Calls { get; }
    }
}
