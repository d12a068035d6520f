using System.Net;

namespace TrayAgent.Act.Aws;

/// <summary>Whether a URL names this machine and nothing but this machine.</summary>
internal static class Loopback
{
    public static bool Is(Uri url) =>
        url.Scheme is "http" or "https"
        && url.UserInfo.Length == 0
        && (url.Host == "localhost" || (IPAddress.TryParse(url.Host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address)));

    /// <summary>Null when the text is no URL or names another machine.</summary>
    public static Uri? Parse(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && Is(url) ? url : null;
}
