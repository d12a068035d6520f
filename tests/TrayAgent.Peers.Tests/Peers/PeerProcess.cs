using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace TrayAgent.Peers.Tests.Peers;

/// <summary>A long-lived program that answers questions, a line each: see Fixtures/botocore_peer.py.</summary>
internal sealed class PeerProcess : IPeer
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentDictionary<int, Channel<PeerAnswer>> _waiting = new();
    private readonly ConcurrentQueue<string> _errors = new();
    private readonly TaskCompletionSource<string> _version = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _writing = new();
    private int _lastId;

    private PeerProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Name { get; private set; } = "";

    public static async Task<PeerProcess> StartAsync(
        IDictionary<string, string> environment, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var peer = new PeerProcess(Process.Start(start)!);
        peer.Name = await peer.WaitAsync(peer._version.Task);
        return peer;
    }

    public Task<PeerAnswer> TokenAsync(string profile) => OneAsync(profile, "token");

    public Task<PeerAnswer> IdentityAsync(string profile) => OneAsync(profile, "identity");

    /// <summary>Several at the same moment; where the peer forks, each is a process.</summary>
    public async Task<IReadOnlyList<PeerAnswer>> TokensAsync(string profile, int count) =>
        await AskAsync(profile, "token", count);

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<PeerAnswer> OneAsync(string profile, string want) => (await AskAsync(profile, want, 1))[0];

    private async Task<List<PeerAnswer>> AskAsync(string profile, string want, int count)
    {
        var id = Interlocked.Increment(ref _lastId);
        var answers = _waiting[id] = Channel.CreateUnbounded<PeerAnswer>();
        var question = new JsonObject { ["id"] = id, ["profile"] = profile, ["want"] = want, ["count"] = count }.ToJsonString();
        lock (_writing)
        {
            _process.StandardInput.WriteLine(question);
        }

        var list = new List<PeerAnswer>();
        while (list.Count < count)
        {
            list.Add(await WaitAsync(answers.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask()));
        }

        return list;
    }

    private async Task<T> WaitAsync<T>(Task<T> task)
    {
        try
        {
            return await task.WaitAsync(Limit, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"The peer has not answered after {Limit.TotalSeconds:0} s: {string.Join('\n', _errors)}");
        }
    }

    private void Take(string? line)
    {
        if (line is null || JsonNode.Parse(line) is not JsonObject said)
        {
            return;
        }

        if (said["version"] is { } version)
        {
            _version.TrySetResult(version.GetValue<string>());
            return;
        }

        var answer = new PeerAnswer(said["ok"]!.GetValue<bool>(), Text("token"), Text("arn"), Text("error"));
        _waiting[said["id"]!.GetValue<int>()].Writer.TryWrite(answer);

        string Text(string field) => said[field]?.ToString() ?? "";
    }
}
