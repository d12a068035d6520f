using System.Text;

namespace TrayAgent.Fuzz.Support;

/// <summary>An input of two parts, divided by a line <c>====</c>: what is to be done, and the file to do it to.</summary>
internal static class Parts
{
    private static ReadOnlySpan<byte> Divider => "====\n"u8;

    public static (byte[] First, byte[] Second) Of(byte[] input)
    {
        var at = input.AsSpan().IndexOf(Divider);
        return at < 0 ? ([], input) : (input[..at], input[(at + Divider.Length)..]);
    }

    public static string[] Lines(byte[] part) =>
        Encoding.UTF8.GetString(part).Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
