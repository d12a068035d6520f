using TrayAgent.Act.Tokens;
using TrayAgent.Files.Writing;

namespace TrayAgent.Act.Refresh;

/// <summary>Puts a new token in the place of the one that it was exchanged for, and of no other.</summary>
internal sealed class TokenStore(TokenFile tokens, TimeProvider time)
{
    private const int MostAttempts = 5;

    private static readonly TimeSpan BetweenAttempts = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan TornFor = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private enum Standing
    {
        Same,
        Another,
        Gone,
        Torn,
    }

    /// <summary>
    /// Cannot be cancelled: between the service's answer and the rename the only good token is in our hands.
    /// A disk that fails in spite of the room taken gets some more chances, for the same reason.
    /// </summary>
    /// <returns><see cref="WriteResult.Kept"/> when somebody else put another token there, or took the file away.</returns>
    /// <exception cref="IOException">It could not be written; the message names the file.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public async Task<WriteResult> PutAsync(PendingWrite reserved, TokenSecret spent, TokenFields fresh)
    {
        var bytes = spent.With(fresh);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var pending = attempt == 1 ? reserved : tokens.Reserve();
                return await PutAsync(pending, spent, bytes);
            }
            catch (Exception e) when (attempt < MostAttempts && e is IOException or UnauthorizedAccessException)
            {
                await Task.Delay(BetweenAttempts, time, CancellationToken.None);
            }
        }
    }

    private async Task<WriteResult> PutAsync(PendingWrite pending, TokenSecret spent, byte[] bytes)
    {
        var start = time.GetTimestamp();
        while (true)
        {
            // Who wrote half a file and died left nothing that is worth more than ours.
            var patient = time.GetElapsedTime(start) < TornFor;
            var result = pending.Commit(bytes, () => Stands(spent) switch
            {
                Standing.Same => true,
                Standing.Torn => !patient,
                _ => false,
            });
            if (result != WriteResult.Kept || Stands(spent) is Standing.Another or Standing.Gone)
            {
                return result;
            }

            await Task.Delay(Look, time, CancellationToken.None);
        }
    }

    private Standing Stands(TokenSecret spent) =>
        tokens.Read() is { } now ? now.Fingerprint == spent.Fingerprint ? Standing.Same : Standing.Another
        : tokens.Exists ? Standing.Torn
        : Standing.Gone;
}
