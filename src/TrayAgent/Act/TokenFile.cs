using System.Text.Json;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;

namespace TrayAgent.Act;

/// <summary>The token file of one session: the only reader of secrets.</summary>
internal sealed class TokenFile(AwsPaths paths, SsoSession session, TimeProvider time)
{
    private const int Attempts = 10;

    private static readonly TimeSpan TornFor = TimeSpan.FromMilliseconds(100);

    public string FullName { get; } = Path.Combine(paths.SsoCache, session.CacheFileName);

    public bool Exists => File.Exists(FullName);

    /// <summary>Null when there is none, or when it is torn, no token file or not readable.</summary>
    public TokenSecret? Read() =>
        GuardedFile.Read(FullName, GuardedFile.CacheFileLimit) is FileReading.Content content
        && Judge(content) is CacheFile.Token token
            ? new TokenSecret(AccessToken(content.Bytes), token.Content)
            : null;

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

    private CacheFile Judge(FileReading.Content content) => CacheFileParser.Parse(
        session.CacheFileName, content.Stamp.WrittenAt, content.Stamp.Mode, content.Bytes, time.GetUtcNow());

    // Only called with what the parser took for a token, so it is an object with that text.
    private static string AccessToken(byte[] bytes)
    {
        var start = bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        using var json = JsonDocument.Parse(bytes.AsMemory(start));
        return json.RootElement.GetProperty("accessToken").GetString()!;
    }
}
