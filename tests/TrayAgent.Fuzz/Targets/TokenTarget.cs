using TrayAgent.Core.Facts.Aws;
using TrayAgent.Fuzz.Support;

namespace TrayAgent.Fuzz.Targets;

/// <summary>The reader of the SSO cache: whatever the file, no secret of it is in what it says.</summary>
internal static class TokenTarget
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    public static void Run(byte[] input)
    {
        var file = CacheFileParser.Parse("x.json", Now, null, input, Now);
        var shown = file switch
        {
            CacheFile.Token token => $"{token} {token.Content} {string.Join(' ', token.Content.Oddities)}",
            CacheFile.Registration registration => $"{registration} {registration.Content}",
            CacheFile.Foreign foreign => $"{foreign} {foreign.Description}",
            CacheFile.Unreadable unreadable => $"{unreadable} {unreadable.Reason}",
            _ => throw new BrokenInvariantException("a kind that nobody knows"),
        };
        if (file is CacheFile.Unreadable { Reason: var reason })
        {
            Invariant.IsSentence(reason);
        }

        JsonSecrets.AreNotIn(shown, JsonSecrets.Of(input, name => name is "accessToken" or "refreshToken" or "clientSecret"));
    }
}
