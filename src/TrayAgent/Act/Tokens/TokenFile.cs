using System.Text.Json;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;
using TrayAgent.Files.Writing;

namespace TrayAgent.Act.Tokens;

/// <summary>The token file of one session: the only reader of secrets.</summary>
internal sealed class TokenFile(AwsPaths paths, SsoSession session, TimeProvider time)
{
    private const int Attempts = 10;

    private static readonly TimeSpan TornFor = TimeSpan.FromMilliseconds(100);

    public string FullName { get; } = Path.Combine(paths.SsoCache, session.CacheFileName);

    public bool Exists => File.Exists(FullName);

    /// <summary>Null when there is none, or when it is torn, no token file or not readable.</summary>
    public TokenSecret? Read() => Read(FullName);

    /// <summary>As <see cref="Read()"/>, but waits a second for a file that another program is just writing in place.</summary>
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
    /// <exception cref="IOException">It is still there.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public void Delete(TokenSecret token)
    {
        if (!Exists || (Read() is { } now && now.Fingerprint != token.Fingerprint))
        {
            return;
        }

        // Taken away first and looked at then: what another program writes between a look and a removal would be lost.
        var taken = Path.Combine(paths.SsoCache, TemporaryNames.For(session.CacheFileName));
        if (!TryTakeAway(taken))
        {
            return;
        }

        if (Read(taken)?.Fingerprint == token.Fingerprint)
        {
            PatientFile.Delete(taken);
        }
        else
        {
            PutBack(taken);
        }
    }

    /// <summary>Whether these bytes, which are no whole file, may be what is left of a token file.</summary>
    public static bool MayHoldOne(ReadOnlySpan<byte> bytes) =>
        bytes.IndexOf("accessToken"u8) >= 0 || bytes.IndexOf("refreshToken"u8) >= 0;

    /// <summary>Makes room for a new token before the old one is spent; what others could read is closed to them.</summary>
    /// <exception cref="IOException">There is none; the message names the file.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public PendingWrite Reserve() => PendingWrite.Reserve(FullName, Audience.OwnerOnly);

    private TokenSecret? Read(string path) =>
        GuardedFile.Read(path, GuardedFile.CacheFileLimit) is FileReading.Content content
        && Judge(content) is CacheFile.Token token
            ? new TokenSecret(Fields(content.Bytes, token.Content), token.Content, content.Bytes)
            : null;

    /// <summary>False: another program was faster, and there is none any more.</summary>
    private bool TryTakeAway(string taken)
    {
        try
        {
            PatientFile.TakeAway(FullName, taken);
            return true;
        }
        catch (IOException) when (!Exists)
        {
            return false;
        }
    }

    private void PutBack(string taken)
    {
        try
        {
            PatientFile.Move(taken, FullName);
        }
        catch (IOException) when (Exists)
        {
            // Still newer.
            PatientFile.Delete(taken);
        }
    }

    private CacheFile Judge(FileReading.Content content) => CacheFileParser.Parse(
        session.CacheFileName, content.Stamp.WrittenAt, content.Stamp.Mode, content.Bytes, time.GetUtcNow());

    // Only called with what the parser took for a token, so it is an object with an access token that is text.
    private static TokenFields Fields(byte[] bytes, SsoToken facts)
    {
        var start = bytes.AsSpan().StartsWith("\uFEFF"u8) ? 3 : 0;
        using var json = JsonDocument.Parse(bytes.AsMemory(start), new JsonDocumentOptions { MaxDepth = 1000 });
        return new TokenFields
        {
            StartUrl = facts.StartUrl,
            Region = facts.Region,
            AccessToken = Text("accessToken")!,
            ExpiresAt = facts.ExpiresAt,
            ClientId = Text("clientId"),
            ClientSecret = Text("clientSecret"),
            RegistrationExpiresAt = facts.RegistrationExpiresAt,
            RefreshToken = Text("refreshToken"),
        };

        string? Text(string name) =>
            json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            && value.GetString() is { Length: > 0 } text ? text : null;
    }
}
