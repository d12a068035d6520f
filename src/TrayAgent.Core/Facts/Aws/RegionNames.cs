using System.Text.RegularExpressions;

namespace TrayAgent.Core.Facts.Aws;

/// <summary>What may stand for a region, also in a host name: anything else would lead a token elsewhere.</summary>
public static partial class RegionNames
{
    public static bool Is(string? text) => text is not null && Form().IsMatch(text);

    // The European sovereign cloud begins with four letters: eusc-de-east-1.
    [GeneratedRegex(@"\A[a-z]{2,4}(-[a-z]+)+-[0-9]{1,2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
