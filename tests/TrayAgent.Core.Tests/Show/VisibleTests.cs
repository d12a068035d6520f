using TrayAgent.Core.Show;

namespace TrayAgent.Core.Tests.Show;

public sealed class VisibleTests
{
    [Theory]
    [InlineData("corp", "corp")]
    [InlineData("Größe 会社 🙂", "Größe 会社 🙂")]
    [InlineData("a\u001b[31mb", "a\uFFFD[31mb")]
    [InlineData("a\nb\tc\u0007", "a\uFFFDb\uFFFDc\uFFFD")]
    [InlineData("a\u202egnp.exe", "a\uFFFDgnp.exe")]
    [InlineData("a\u200bb\u2028c", "a\uFFFDb\uFFFDc")]
    public void What_could_act_on_the_reader_becomes_a_sign(string text, string expected) =>
        Assert.Equal(expected, Visible.Of(text));

    [Fact]
    public void Half_a_character_is_no_text() => Assert.Equal("a\uFFFD", Visible.Of("a\ud800"));

    [Theory]
    [InlineData("abcdef", 6, "abcdef")]
    [InlineData("abcdef", 5, "abcd…")]
    [InlineData("abc🙂ef", 5, "abc…")]
    public void What_is_too_long_is_cut_between_characters(string text, int length, string expected) =>
        Assert.Equal(expected, Visible.Of(text, length));
}
