using System.Globalization;

namespace TrayAgent.Crash.Tests.Support;

/// <summary>Texts of all lengths that cannot be mistaken for each other, nor a part for the whole.</summary>
internal static class Content
{
    private static readonly int[] Lengths = [40, 3_000, 5_000, 70_000];

    public static string Of(int version) => Of(version, Lengths[version % Lengths.Length]);

    public static string Of(int version, int length)
    {
        var start = string.Create(CultureInfo.InvariantCulture, $"version {version}, {length} characters ");
        return start + new string((char)('a' + (version % 26)), length - start.Length - 1) + ".";
    }

    /// <summary>For messages: what a file holds instead.</summary>
    public static string Describe(string? text) =>
        text is null ? "no file"
        : text.Length == 0 ? "0 bytes"
        : text.All(c => c == '\0') ? $"{text.Length} zero bytes"
        : $"{text.Length} bytes: '{text[..Math.Min(text.Length, 24)]}'";
}
