using System.Diagnostics;
using System.Text;
using TrayAgent.Files.Writing;

namespace Sharing;

/// <summary>Settings and a token by turns, many rounds, and what must hold after each.</summary>
internal sealed class Course(string folder, TimeSpan limit)
{
    /// <summary>For a machine that is busy with other things.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(3);

    private static readonly FileShare[] Shares =
    [
        FileShare.None, FileShare.Read, FileShare.Write, FileShare.ReadWrite, FileShare.Delete, FileShare.Read | FileShare.Delete,
        FileShare.ReadWrite | FileShare.Delete,
    ];

    private readonly Random _random = new(5);
    private string _path = Path.Combine(folder, "settings.json");
    private int _written;
    private int _kept;
    private int _refused;

    public int Broken { get; private set; }

    public string Summary => $"{_written} written, {_kept} kept, {_refused} refused, {Broken} broken";

    public void Run(int number)
    {
        File.Delete(_path);
        _path = Path.Combine(folder, IsToken(number) ? "ee0bfd2552fbd840c02cc48b6e823320543c450f.json" : "settings.json");
        var old = $"old {number}";
        var ours = $"ours {number}";
        File.WriteAllText(_path, old);
        using var holder = new Holder(_path, Shares[number % Shares.Length], number % 3, limit * (2 * _random.NextDouble()));
        var start = Stopwatch.GetTimestamp();
        var said = IsToken(number) ? Store(old, ours) : Write(old, ours);
        var took = Stopwatch.GetElapsedTime(start);
        holder.Join();

        var now = File.ReadAllText(_path);
        var lost = holder.Wrote && now != Holder.Text ? "what the other program wrote is lost"
            : said == "" && now != (holder.Wrote ? Holder.Text : ours) ? $"the file has '{now}'"
            : said != "" && now != (holder.Wrote ? Holder.Text : old) ? $"after '{said}' the file has '{now}'"
            : null;
        Check(number, lost);
        Check(number, took > limit * 2 + Slack ? $"it took {took}" : null);
        Check(number, said.Length > 0 && !said.Contains($"'{_path}'", StringComparison.Ordinal) ? $"'{said}' does not name the file" : null);
        Check(number, Directory.GetFiles(folder) is { Length: > 1 } ? "a temporary file is left" : null);
    }

    private static bool IsToken(int number) => number % 2 == 1;

    /// <summary>As edits are written. What it said; nothing when it was fine.</summary>
    private string Write(string old, string ours) =>
        Ended(pending => pending.CommitOver(Encoding.UTF8.GetBytes(old), Encoding.UTF8.GetBytes(ours)));

    /// <summary>As a refreshed token is stored: only over the one that was spent, again and again while it cannot be told which is there.</summary>
    private string Store(string old, string ours) => Ended(pending =>
    {
        while (true)
        {
            var now = "";
            var result = pending.Commit(Encoding.UTF8.GetBytes(ours), () => (now = Content()) == old);
            if (result != WriteResult.Kept || now is not (null or ""))
            {
                return result;
            }
        }
    });

    /// <summary>Null while nobody may read it.</summary>
    private string? Content()
    {
        try
        {
            using var reader = new StreamReader(new FileStream(_path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
            return reader.ReadToEnd();
        }
        catch (IOException)
        {
            return null;
        }
    }

    private string Ended(Func<WindowsPendingWrite, WriteResult> commit)
    {
        try
        {
            using var pending = WindowsPendingWrite.Reserve(WriteTarget.Of(_path), new Patience(limit));
            var result = commit(pending);
            _ = result == WriteResult.Kept ? _kept++ : _written++;
            return result == WriteResult.Kept ? $"'{_path}' was kept" : "";
        }
        catch (IOException e)
        {
            _refused++;
            return e.Message;
        }
    }

    private void Check(int number, string? wrong)
    {
        if (wrong is not null)
        {
            Broken++;
            Console.Error.WriteLine($"round {number}: {wrong}");
        }
    }
}
