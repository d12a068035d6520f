namespace TrayAgent.Core.Facts.Aws;

/// <summary>One portal is written in many ways.</summary>
public static class StartUrls
{
    /// <summary>
    /// The same for every spelling of one start URL: without the "/", "#" and "#/" at its end that the console's address has,
    /// and with scheme and host in lower case.
    /// </summary>
    public static string Key(string startUrl)
    {
        var text = WithoutEnd(startUrl.TrimStart());
        var host = text.IndexOf("://", StringComparison.Ordinal) is >= 0 and var scheme ? scheme + "://".Length : 0;
        var path = text.IndexOf('/', host) is >= 0 and var slash ? slash : text.Length;
#pragma warning disable CA1308 // A host is written in lower case, and nobody compares the result with anything but itself.
        return string.Concat(text[..path].ToLowerInvariant(), text.AsSpan(path));
#pragma warning restore CA1308
    }

    /// <summary>In whatever order: what is left must not have such an end again.</summary>
    private static string WithoutEnd(string text)
    {
        var end = text.Length;
        while (end > 0 && (text[end - 1] is '/' or '#' || char.IsWhiteSpace(text[end - 1])))
        {
            end--;
        }

        return text[..end];
    }
}
