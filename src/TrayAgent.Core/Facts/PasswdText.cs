using System.Globalization;

namespace TrayAgent.Core.Facts;

/// <summary>Reads <c>/etc/passwd</c>: https://man7.org/linux/man-pages/man5/passwd.5.html</summary>
public static class PasswdText
{
    private const int Fields = 7;
    private const int User = 2;
    private const int Home = 5;

    /// <summary>An absolute path without '..'; null when the user or such a path is not there.</summary>
    public static string? HomeOf(string text, uint user)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var line in text.Split('\n'))
        {
            if (line.TrimEnd('\r').Split(':') is { Length: Fields } fields
                && uint.TryParse(fields[User], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && id == user)
            {
                var home = fields[Home];
                return home.StartsWith('/') && !home.Split('/').Contains("..") && !home.Contains('\\', StringComparison.Ordinal) ? home : null;
            }
        }

        return null;
    }
}
