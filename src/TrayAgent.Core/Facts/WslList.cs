using System.Collections.Immutable;

namespace TrayAgent.Core.Facts;

/// <summary>Reads what <c>wsl.exe --list --running --quiet</c> prints: a name in each line.</summary>
/// <remarks>https://learn.microsoft.com/windows/wsl/basic-commands</remarks>
public static class WslList
{
    /// <param name="text">Decoded as UTF-8, although older ones print UTF-16: a name consists of ASCII letters, digits and '._-'.</param>
    public static ImmutableHashSet<string> Names(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return
        [
            .. text.Replace("\0", "", StringComparison.Ordinal).Split('\n', StringSplitOptions.TrimEntries)
                .Select(line => line.TrimStart('\uFEFF', '\uFFFD'))
                .Where(IsName),
        ];
    }

    /// <summary>It becomes part of a path.</summary>
    public static bool IsName(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Any(char.IsAsciiLetterOrDigit) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-');
    }
}
