namespace TrayAgent.Desktop;

/// <summary>The links behind the buttons of notices on Windows, which starts us with the one that was clicked.</summary>
public static class NoticeLink
{
    public const string Scheme = "trayagent";

    private const string Prefix = Scheme + ":notice/";
    private const int LongestNonce = 40;

    public static string For(string nonce) => Prefix + nonce;

    /// <summary>The nonce in it, or null: a link may come from anybody.</summary>
    public static string? NonceIn(string link)
    {
        if (!link.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        // Windows may complete an address with a slash.
        var nonce = link[Prefix.Length..].TrimEnd('/');
        return nonce.Length is > 0 and <= LongestNonce && nonce.All(char.IsAsciiHexDigitLower) ? nonce : null;
    }
}
