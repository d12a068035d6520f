using System.Globalization;
using System.Text.Json;
using Microsoft.Win32.SafeHandles;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;
using TrayAgent.Files.Native;

namespace TrayAgent.Act;

/// <summary>The token file of one session: the only reader of secrets.</summary>
internal sealed class TokenFile(AwsPaths paths, SsoSession session, TimeProvider time)
{
    private const int MaximumSize = 256 * 1024;
    private const int Attempts = 10;

    private static readonly TimeSpan TornFor = TimeSpan.FromMilliseconds(100);

    public string FullName { get; } = Path.Combine(paths.SsoCache, session.CacheFileName);

    public bool Exists => File.Exists(FullName);

    /// <summary>Null when there is none, or when it is torn, no token file or not readable.</summary>
    public TokenSecret? Read()
    {
        try
        {
            using var handle = Open();
            return handle is null ? null : Parse(handle);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException or NotSupportedException
            or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>As <see cref="Read"/>, but waits a second for a file that another program is just writing in place.</summary>
    public async Task<TokenSecret?> ReadSettledAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (Read() is { } token)
            {
                return token;
            }

            if (attempt == Attempts || !Exists)
            {
                return null;
            }

            await Task.Delay(TornFor, time, cancellationToken);
        }
    }

    /// <summary>Removes the file if it still holds this token: another program may have signed in meanwhile.</summary>
    public void Delete(TokenSecret token)
    {
        if (Read()?.Fingerprint == token.Fingerprint)
        {
            File.Delete(FullName);
        }
    }

    private SafeFileHandle? Open() => OperatingSystem.IsWindows()
        ? File.Exists(FullName)
            ? File.OpenHandle(FullName, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete)
            : null
        : LibC.Open(FullName);

    private static TokenSecret? Parse(SafeFileHandle handle)
    {
        // A FIFO has no length (NotSupportedException), a device has length 0, a huge file is no token.
        var length = RandomAccess.GetLength(handle);
        if (length is 0 or > MaximumSize)
        {
            return null;
        }

        var bytes = new byte[length];
        var read = RandomAccess.Read(handle, bytes, fileOffset: 0);
        using var json = JsonDocument.Parse(WithoutMark(bytes.AsMemory(0, read)));
        return json.RootElement.ValueKind == JsonValueKind.Object ? Parse(json.RootElement) : null;
    }

    private static TokenSecret? Parse(JsonElement json) =>
        Text(json, "accessToken") is { Length: > 0 } accessToken && Instant(Text(json, "expiresAt")) is { } expiresAt
            ? new TokenSecret(accessToken)
            {
                ExpiresAt = expiresAt,
                Region = Text(json, "region"),
                HasRefreshToken = Text(json, "refreshToken") is { Length: > 0 },
            }
            : null;

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> bytes) =>
        bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>AWS CLI before 2.1.14 wrote "UTC" for "Z".</summary>
    private static DateTimeOffset? Instant(string? text) =>
        DateTimeOffset.TryParse(
            text?.Replace("UTC", "Z", StringComparison.Ordinal),
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
            out var instant)
            ? instant
            : null;
}
