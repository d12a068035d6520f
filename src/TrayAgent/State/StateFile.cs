using System.Text.Json;
using Microsoft.Extensions.Logging;
using TrayAgent.Files;
using TrayAgent.Files.Writing;

namespace TrayAgent.State;

/// <summary>
/// Reads and changes the state file. Agent and verbs change it at the same time, so a change is a function of what is
/// there, applied under a lock; losing the state loses comfort, never a token or a setting.
/// </summary>
internal sealed partial class StateFile(AgentPaths paths, TimeProvider time, ILogger<StateFile> logger)
{
    private static readonly TimeSpan LockLimit = TimeSpan.FromSeconds(2);

    public const int MostBytes = 1024 * 1024;

    /// <summary>Empty when there is none, or none that can be read.</summary>
    public AgentState Read()
    {
        var (state, problem) = Load();
        if (problem is not null)
        {
            Log.Unreadable(logger, paths.StateFile, problem);
        }

        return state;
    }

    /// <summary>Writes <paramref name="change"/> of what is there; nothing when that changes nothing.</summary>
    /// <exception cref="IOException">The state folder cannot be written; the message names the file.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public async Task UpdateAsync(Func<AgentState, AgentState> change, CancellationToken cancellationToken)
    {
        OwnFolder.CreatePrivate(paths.StateFolder);
        using var held = await LockAsync(cancellationToken);
        var (before, problem) = Load();
        if (problem is not null)
        {
            SetAside();
        }

        var was = Bytes(before);
        var becomes = Bytes(change(before));
        if (!becomes.AsSpan().SequenceEqual(was))
        {
            AtomicFile.Write(paths.StateFile, becomes);
        }
    }

    // Who holds it was perhaps stopped in the middle; the loop must not stop with it.
    private async Task<FileLock> LockAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(LockLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await FileLock.TakeAsync(paths.StateFile + ".lock", time, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IOException($"'{paths.StateFile}' is held by another process for more than {LockLimit.TotalSeconds} s.");
        }
    }

    private static byte[] Bytes(AgentState state) =>
        JsonSerializer.SerializeToUtf8Bytes(state, AgentStateJson.Default.AgentState);

    private (AgentState State, string? Problem) Load()
    {
        switch (GuardedFile.Read(paths.StateFile, MostBytes))
        {
            case FileReading.Content content:
                try
                {
                    return JsonSerializer.Deserialize(content.Bytes, AgentStateJson.Default.AgentState) switch
                    {
                        null => (AgentState.Empty, "it is empty"),
                        { Schema: > AgentState.CurrentSchema } => (AgentState.Empty, "a later version wrote it"),
                        var state => (state.Completed(), null),
                    };
                }
                catch (JsonException e)
                {
                    return (AgentState.Empty, $"line {e.LineNumber + 1} is not what this version writes");
                }

            case FileReading.Refused refused:
                return (AgentState.Empty, refused.Reason);

            default:
                return (AgentState.Empty, null);
        }
    }

    // It may be of a later version, or of interest to us: kept, but out of the way.
    private void SetAside()
    {
        try
        {
            PatientFile.MoveOver(paths.StateFile, paths.StateFile + ".unreadable");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.Unreadable(logger, paths.StateFile, e.Message);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The state in {File} is not used: {Reason}")]
        public static partial void Unreadable(ILogger logger, string file, string reason);
    }
}
