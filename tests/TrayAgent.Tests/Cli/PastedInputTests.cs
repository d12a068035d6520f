using System.Text;
using TrayAgent.Cli;

namespace TrayAgent.Tests.Cli;

/// <summary>Of what is pasted both ends arrive, however long it is.</summary>
public sealed class PastedInputTests
{
    private const int Limit = 128 * 1024;

    [Fact]
    public void A_short_text_is_whole() => Assert.Equal("one\ntwo", Read("one\ntwo"));

    [Theory]
    [InlineData(Limit)]
    [InlineData(Limit + 1)]
    [InlineData(3 * Limit)]
    [InlineData(2_000_000)]
    public void Of_a_long_text_the_beginning_and_the_end_arrive(int length)
    {
        var read = Read("first" + new string('x', length - 9) + "last");
        Assert.StartsWith("firstx", read, StringComparison.Ordinal);
        Assert.EndsWith("xlast", read, StringComparison.Ordinal);
        Assert.Equal(length > Limit, read.Length > Limit);
        Assert.InRange(read.Length, 1, 3 * Limit);
    }

    [Fact]
    public void PowerShell_sends_UTF_16() => Assert.Equal(
        "Token is expired",
        PastedInput.Read(new MemoryStream([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("Token is expired")]), Limit));

    private static string Read(string text) => PastedInput.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), Limit);
}
