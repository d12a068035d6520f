using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TrayAgent.Tests.Act.Edits;

/// <summary>
/// Three programs that change a settings file as fast as they can, each its own number in it. They wait for each other, so that they
/// lose nothing of each other's, but not for us: a number that has become smaller, and a file that is no JSON, is our doing.
/// </summary>
internal sealed class OtherPrograms(string file) : IDisposable
{
    private static readonly Action<string, string>[] Ways = [InPlace, ByRenamingAway, ByReplacing];

    /// <summary>Longer than we mostly need between an exchange and putting back what we got by it, also on a busy machine.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromMilliseconds(1);

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly int[] _written = new int[Ways.Length];
    private readonly CancellationTokenSource _end = new();
    private readonly List<Task> _running = [];

    /// <summary>Held by the one that is just reading and writing.</summary>
    public SemaphoreSlim Turn { get; } = new(1);

    /// <summary>What they missed of their own, and what they could not read.</summary>
    public List<string> Lost { get; } = [];

    public int Writes => _written.Sum();

    public void Start() => _running.AddRange(Enumerable.Range(0, Ways.Length).Select(i => Task.Run(() => RunAsync(i, _end.Token))));

    public async Task StopAsync()
    {
        await _end.CancelAsync();
        await Task.WhenAll(_running);
        Check(Read());
    }

    /// <summary>Also of a test that failed in the middle: they must not go on.</summary>
    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }

    private async Task RunAsync(int mine, CancellationToken end)
    {
        var random = new Random(mine);
        while (!end.IsCancellationRequested)
        {
            try
            {
                await Turn.WaitAsync(end);
            }
            catch (OperationCanceledException)
            {
                return;
            }

            try
            {
                // Programs that know nothing of each other do not read in the very moment after another one wrote;
                // what is lost when they do, docs/writing.md says.
                var begun = Stopwatch.GetTimestamp();
                SpinWait.SpinUntil(() => Stopwatch.GetElapsedTime(begun) > Apart);
                var root = Read();
                Check(root);
                root[Name(mine)] = ++_written[mine];
                Ways[mine](file, root.ToJsonString(Indented));
            }
            finally
            {
                Turn.Release();
            }

            await Task.Delay(random.Next(0, 4), CancellationToken.None);
        }
    }

    private void Check(JsonObject root)
    {
        for (var i = 0; i < _written.Length; i++)
        {
            var found = (int?)root[Name(i)] ?? 0;
            if (found < _written[i])
            {
                Lost.Add($"{Ways[i].Method.Name} wrote {_written[i]}, and {found} is left");

                // Once is enough for each.
                _written[i] = found;
            }
        }
    }

    private JsonObject Read()
    {
        var text = File.ReadAllText(file);
        try
        {
            return JsonNode.Parse(text)!.AsObject();
        }
        catch (JsonException)
        {
            Lost.Add($"no JSON: '{text}'");
            return [];
        }
    }

    private static string Name(int program) => $"number{program}";

    /// <summary>As Node's <c>fs.writeFile</c> and Visual Studio Code: truncated first.</summary>
    private static void InPlace(string file, string text)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        stream.SetLength(0);
        stream.Write(Encoding.UTF8.GetBytes(text[..10]));
        stream.Write(Encoding.UTF8.GetBytes(text[10..]));
    }

    /// <summary>As vim with a backup: for a moment there is no file.</summary>
    private static void ByRenamingAway(string file, string text)
    {
        File.Move(file, file + "~", overwrite: true);
        File.WriteAllText(file, text);
        File.Delete(file + "~");
    }

    /// <summary>As Claude Code: another file that takes its place.</summary>
    private static void ByReplacing(string file, string text)
    {
        File.WriteAllText(file + ".tmp", text);
        File.Move(file + ".tmp", file, overwrite: true);
    }
}
