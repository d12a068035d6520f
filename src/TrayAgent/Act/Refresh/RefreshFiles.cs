using System.Globalization;
using System.Text;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;
using TrayAgent.Files.Writing;

namespace TrayAgent.Act.Refresh;

/// <summary>
/// What our processes share about refreshing one token file: a lock, and when the service was last asked.
/// Other programs know nothing of it: <see cref="OthersTurn"/> is for them.
/// </summary>
internal sealed class RefreshFiles(AwsPaths paths, SsoSession session, TimeProvider time)
{
    private const int MostBytes = 256;

    private static readonly TimeSpan LockLimit = TimeSpan.FromSeconds(40);

    private readonly string _lock = Path.Combine(paths.Locks, session.CacheFileName + ".refresh");

    private string AttemptFile => _lock + ".attempt";

    /// <summary>Null when somebody holds it for longer than a refresh can take.</summary>
    /// <exception cref="IOException">The lock file cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public async Task<FileLock?> LockAsync(CancellationToken cancellationToken)
    {
        OwnFolder.CreatePrivate(paths.Locks);
        using var limit = new CancellationTokenSource(LockLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await FileLock.TakeAsync(_lock, time, either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>The last time that the service was asked, and how that ended; null when it never was.</summary>
    public (DateTimeOffset At, RefreshResult Result)? LastAttempt() =>
        GuardedFile.Read(AttemptFile, MostBytes) is FileReading.Content content
        && Encoding.UTF8.GetString(content.Bytes).Split(' ') is [var at, var result]
        && DateTimeOffset.TryParse(at, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
        && Enum.TryParse<RefreshResult>(result, out var parsed)
            ? (instant, parsed)
            : null;

    /// <summary>
    /// As above, if it is too short a while ago to ask again. A clock that was set back makes it lie in the future: that is not one.
    /// </summary>
    public (DateTimeOffset At, RefreshResult Result)? RecentAttempt() =>
        LastAttempt() is { } last && time.GetUtcNow() - last.At is var ago && ago >= TimeSpan.Zero && ago < TokenRefresh.Pause ? last : null;

    /// <summary>Before the service is asked, so that a process that is killed meanwhile counts too, and after it answered.</summary>
    /// <exception cref="IOException">It cannot be written, so the token could not be either.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public void Remember(DateTimeOffset at, RefreshResult result) => AtomicFile.Write(
        AttemptFile, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{at.UtcDateTime:O} {result}")));
}
