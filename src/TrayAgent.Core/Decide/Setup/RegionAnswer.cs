using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Decide.Setup;

/// <summary>A region as somebody types it.</summary>
public static class RegionAnswer
{
    public static string Clean(string text) => text.Trim();

    /// <summary>A sentence; null when it will do.</summary>
    public static string? Problem(string region) =>
        region.Length == 0 ? "The region is missing. It looks like 'eu-west-1'."
        : RegionNames.Is(region) ? null
        : char.IsAsciiLetter(region[^1]) && RegionNames.Is(region[..^1])
            ? $"That is an availability zone; its region is '{region[..^1]}'."
        : "That is no region of AWS. It looks like 'eu-west-1'.";
}
