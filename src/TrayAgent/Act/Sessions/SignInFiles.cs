using System.Buffers;
using System.Globalization;
using System.Text.Json;
using TrayAgent.Act.Aws;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Show;
using TrayAgent.Files;
using TrayAgent.Files.Writing;

namespace TrayAgent.Act.Sessions;

/// <summary>
/// What the processes that want the same session tell each other: a lock, how far the holder is, how its last attempt ended,
/// and that it is to give up.
/// Never a device code, and a page only where a person must open it, without the code.
/// </summary>
internal sealed class SignInFiles(AwsPaths paths, SsoSession session, TimeProvider time)
{
    public const string ProgressEnding = ".sign-in.progress";

    private const int MostBytes = 64 * 1024;

    private readonly string _lock = Path.Combine(paths.Locks, session.CacheFileName + ".sign-in");

    private bool _wasShown;

    private string ProgressFile => Path.Combine(paths.Locks, session.CacheFileName + ProgressEnding);

    private string OutcomeFile => _lock + ".outcome";

    private string CancelFile => _lock + ".cancel";

    /// <summary>Null while another process signs in, renews or signs out.</summary>
    public FileLock? TryLock() => FileLock.TryTake(_lock);

    /// <summary>As <see cref="TryLock"/>, for who may leave nothing behind.</summary>
    public TracelessLock? TryLockTraceless() => TracelessLock.TryTake(_lock);

    /// <summary>Another process signs in, renews or signs out, whether it has said so or not.</summary>
    public bool IsHeld => FileLock.IsHeldBySomebody(_lock);

    /// <summary>
    /// One that has said how far it is still holds the lock: who was killed has left its progress and its number,
    /// which may be another program's by now, but not its lock.
    /// </summary>
    public bool IsUnderWay => Holder() is not null && IsHeld;

    /// <summary>The lock of the one who starts a process that will sign in; null while another does.</summary>
    public FileLock? TryLockStart() => FileLock.TryTake(_lock + ".start");

    public void Tell(SignInProgress progress, SignInPurpose purpose, Asker asker)
    {
        _wasShown |= progress.Stage == SignInStage.WaitingForPerson;
        Write(ProgressFile, json =>
        {
            json.WriteNumber("pid", Environment.ProcessId);
            json.WriteString("at", Instant(time.GetUtcNow()));
            json.WriteString("asker", asker.ToString());
            json.WriteString("purpose", purpose.ToString());
            json.WriteString("stage", progress.Stage.ToString());
            json.WriteString("host", progress.Host);
            json.WriteString("userCode", progress.UserCode);
            json.WriteString("page", progress.UserCode is null ? null : progress.Page);
        });
    }

    /// <summary>The one who held the lock before may have crashed: its code is nobody's to compare any more.</summary>
    public void Forget() => Try(() =>
    {
        PatientFile.Delete(ProgressFile, Patience.Short);
        PatientFile.Delete(CancelFile, Patience.Short);
    });

    /// <summary>Asks the holder to give up; nothing happens when it has ended meanwhile.</summary>
    public void AskToCancel()
    {
        if (Holder() is { } process)
        {
            Write(CancelFile, json => json.WriteNumber("pid", process));
        }
    }

    /// <summary>Somebody asked this process, and not the one before it.</summary>
    public bool IsAskedToCancel() => Read(CancelFile, json => new Box(Number(json, "pid")))?.Value == Environment.ProcessId;

    /// <summary>Leaves word for those who waited, and takes the progress back.</summary>
    /// <param name="outcome">How it ended.</param>
    /// <param name="purpose">What was attempted.</param>
    /// <param name="fingerprint">Of the token that is there now; null: there is none.</param>
    public void Tell(SignInOutcome outcome, SignInPurpose purpose, string? fingerprint)
    {
        Write(OutcomeFile, json =>
        {
            json.WriteNumber("pid", Environment.ProcessId);
            json.WriteString("at", Instant(time.GetUtcNow()));
            json.WriteString("purpose", purpose.ToString());
            json.WriteBoolean("startedPortalSession", outcome.StartedPortalSession);
            json.WriteString("result", outcome.Result.ToString());
            json.WriteString("text", outcome.Text);
            json.WriteBoolean("wasShown", _wasShown);
            json.WriteString("fingerprint", fingerprint);
        });
        Forget();
    }

    /// <summary>How far the holder is; null when it has said nothing yet.</summary>
    public SignInProgress? Progress() => Read(ProgressFile, json => new SignInProgress(
        session.Name,
        Enum.TryParse<SignInStage>(Text(json, "stage"), out var stage) ? stage : SignInStage.Starting,
        Text(json, "host") is { } host ? Visible.Of(host) : null,
        Text(json, "userCode") is { } code ? Sentence.Neutral(code) : null)
    {
        Place = Text(json, "asker") == nameof(Asker.AuthRefresh) ? SignInPlace.Background : SignInPlace.Terminal,
        Purpose = Purpose(json),
        Page = Text(json, "page") is { } page ? Visible.Of(page) : null,
    });

    /// <summary>The process that holds the lock, as far as it said so.</summary>
    public int? Holder() => Read(ProgressFile, json => new Box(Number(json, "pid")))?.Value;

    /// <summary>How an attempt ended that was under way at <paramref name="since"/> or later; null when none has ended.</summary>
    public OthersEnd? OutcomeSince(DateTimeOffset since) => Read(OutcomeFile, json =>
        Enum.TryParse<SignInResult>(Text(json, "result"), out var result)
        && DateTimeOffset.TryParse(Text(json, "at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
        && at >= since

        // One that is still to come is of a clock that was set back since.
        && at <= time.GetUtcNow()
            ? new OthersEnd(
                new SignInOutcome(session.Name, result, Visible.Of(Text(json, "text") ?? "")),
                Purpose(json) == SignInPurpose.Renew || IsTrue(json, "startedPortalSession") ? PortalSession.Over : PortalSession.Unknown)
            : null);

    private static SignInPurpose Purpose(JsonElement json) =>
        Enum.TryParse<SignInPurpose>(Text(json, "purpose"), out var purpose) ? purpose : SignInPurpose.SignIn;

    /// <summary>
    /// The last attempt, if a page was put before a person and nobody completed it (cancelled, denied or left alone);
    /// null when it ended otherwise, or another token has come since.
    /// </summary>
    public SignInOutcome? LeftAlone(string? fingerprint) => Read(OutcomeFile, json =>
        json.TryGetProperty("wasShown", out var shown) && shown.ValueKind == JsonValueKind.True
        && Enum.TryParse<SignInResult>(Text(json, "result"), out var result) && result != SignInResult.SignedIn
        && Text(json, "fingerprint") == fingerprint
            ? new SignInOutcome(session.Name, result, Text(json, "text") ?? "")
            : null);

    private static void Write(string path, Action<Utf8JsonWriter> members)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            members(json);
            json.WriteEndObject();
        }

        Try(() => AtomicFile.Write(path, buffer.WrittenSpan));
    }

    /// <summary>Who waits then knows less; that is no reason to fail a sign-in.</summary>
    private static void Try(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    /// <summary>Null when it does not exist (any more) or is not what we write.</summary>
    private static T? Read<T>(string path, Func<JsonElement, T?> parse)
        where T : class
    {
        try
        {
            // Shared for deleting: on Windows the holder would otherwise wait for those who look.
            if (GuardedFile.Read(path, MostBytes) is not FileReading.Content content)
            {
                return null;
            }

            using var json = JsonDocument.Parse(content.Bytes);
            return json.RootElement.ValueKind == JsonValueKind.Object ? parse(json.RootElement) : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool IsTrue(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static int? Number(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.TryGetInt32(out var number) ? number : null;

    /// <summary>With fractions: a waiter compares it with the instant at which it began to wait.</summary>
    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private sealed record Box(int? Value);
}
