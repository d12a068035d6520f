using CsCheck;

namespace TrayAgent.Desktop.Tests;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("corp", "corp")]
    [InlineData("a\nb\tc\r", "a b c")]
    [InlineData("\u202Eevil\u2066\u200F\u0000\u001B", "evil")]
    [InlineData("0123456789abcdef", "0123456789…")]
    [InlineData("012345678😀x", "012345678😀…")]
    public void A_line_is_clean_and_short(string text, string expected) => Assert.Equal(expected, PlainText.Line(text, 10));

    [Fact]
    public void Half_a_character_becomes_the_replacement_character() => Assert.Equal("a\uFFFDb", PlainText.Line("a\uD800b", 10));

    [Fact]
    public void Lines_keep_their_ends() => Assert.Equal("a\nb", PlainText.Lines("a\r\nb", 10));

    [Fact]
    public void Whatever_the_text_the_bus_can_carry_it() => Gen.String.Sample(text =>
    {
        var line = PlainText.Lines(text, 50);
        return !line.Contains('\0', StringComparison.Ordinal)
            && line.Length <= 52
            && System.Text.Encoding.UTF8.GetString(System.Text.Encoding.UTF8.GetBytes(line)) == line;
    });
}
