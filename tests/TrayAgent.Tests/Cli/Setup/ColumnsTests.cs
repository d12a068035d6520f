using TrayAgent.Cli.Setup;

namespace TrayAgent.Tests.Cli.Setup;

public sealed class ColumnsTests
{
    [Theory]
    [InlineData("Sandbox", 7)]
    [InlineData("", 0)]
    [InlineData("生产环境", 8)]
    [InlineData("ﾃｽﾄ", 3)]
    [InlineData("한국", 4)]
    [InlineData("🚀 go", 5)]
    [InlineData("e\u0301te\u0301", 3)]
    [InlineData("Zürich", 6)]
    public void A_terminal_gives_wide_letters_two_columns(string text, int expected) => Assert.Equal(expected, Columns.Of(text));

    [Fact]
    public void What_stands_behind_names_stands_in_one_column()
    {
        string[] names = ["生产", "Sandbox", "🚀 go", "\u001B[2J"];
        Assert.Equal([9, 9, 9, 9], names.Select(name => Columns.Of(Columns.Padded(name, 9))));
        Assert.Equal("\uFFFD[2J     ", Columns.Padded("\u001B[2J", 9));
    }

    [Theory]
    [InlineData("生产环境", 8, "生产环境")]
    [InlineData("生产环境", 7, "生产环…")]
    [InlineData("生产环境", 6, "生产…")]
    [InlineData("a🚀🚀", 4, "a🚀…")]
    [InlineData("Sandbox", 6, "Sandb…")]
    public void A_long_text_is_cut_to_its_room(string text, int columns, string expected)
    {
        Assert.Equal(expected, Columns.Beginning(text, columns));
        Assert.InRange(Columns.Of(expected), 0, columns);
    }

    [Theory]
    [InlineData("生产环境", 8, "生产环境")]
    [InlineData("生产环境", 7, "…产环境")]
    [InlineData("生产环境", 6, "…环境")]
    [InlineData("Sandbox", 6, "…ndbox")]
    public void Of_what_is_typed_the_end_is_shown(string text, int columns, string expected)
    {
        Assert.Equal(expected, Columns.End(text, columns));
        Assert.InRange(Columns.Of(expected), 0, columns);
    }
}
