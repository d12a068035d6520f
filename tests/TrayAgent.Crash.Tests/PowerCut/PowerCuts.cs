using TrayAgent.Crash.Tests.Support;

namespace TrayAgent.Crash.Tests.PowerCut;

/// <summary>Writes one file again and again and cuts the power: within a write, or after one that was reported as done.</summary>
internal sealed class PowerCuts(Writer writer, Disk disk)
{
    private readonly string _target = Path.Combine(disk.Folder, "target.json");
    private readonly List<string> _lost = [];
    private int _version;

    /// <summary>At every file call in turn, after none to two writes that were left alone; returns what was lost.</summary>
    public IReadOnlyList<string> AtEveryCall(int rounds)
    {
        var calls = Learn();
        for (var round = 0; round < rounds; round++)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            var confirmed = Confirmed(round % 3);
            var journal = round % 2 == 0 ? JournalEnd.Lost : JournalEnd.Flushed;
            var point = round / 2 % (2 * calls);
            var next = Content.Of(++_version);
            var end = writer.Write(_target, next, Fault.PowerCut((Moment)(point % 2), (point / 2) + 1, journal));
            Assert.True(end.WasKilled, $"Exit code {end.ExitCode}: {end.Error}");
            disk.Restart();
            Check(round, [confirmed, next]);
        }

        return _lost;
    }

    /// <summary>Right after a write that was reported as done.</summary>
    public IReadOnlyList<string> AfterSuccess(int rounds, JournalEnd journal, Fault? fault = null)
    {
        Learn();
        for (var round = 0; round < rounds; round++)
        {
            var next = Content.Of(++_version, 5_000);
            var end = writer.Write(_target, next, fault);
            Assert.True(end.Succeeded, end.Error);
            disk.CutPower(journal);
            disk.Restart();
            Check(round, [next]);
        }

        return _lost;
    }

    private int Learn()
    {
        File.WriteAllText(_target, Content.Of(0));
        var calls = writer.Calls(_target, Content.Of(0)).Count;
        disk.Sync();
        return calls;
    }

    private string Confirmed(int writes)
    {
        var confirmed = File.ReadAllText(_target);
        for (var i = 0; i < writes; i++)
        {
            confirmed = Content.Of(++_version);
            var end = writer.Write(_target, confirmed);
            Assert.True(end.Succeeded, end.Error);
        }

        return confirmed;
    }

    private void Check(int round, string[] allowed)
    {
        var found = File.Exists(_target) ? File.ReadAllText(_target) : null;
        if (!allowed.Contains(found))
        {
            _lost.Add($"Round {round}: {Content.Describe(found)} instead of {string.Join(" or ", allowed.Select(Content.Describe))}");

            // The next round is judged by itself.
            Learn();
        }

        Assert.All(Temporaries.Beside(_target), file => Assert.True(Temporaries.IsPrivate(file), $"{file.Name} {file.UnixFileMode}"));
        Temporaries.Remove(_target);
    }
}
