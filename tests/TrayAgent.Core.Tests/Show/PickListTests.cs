using TrayAgent.Core.Show;

namespace TrayAgent.Core.Tests.Show;

/// <summary>A list with a cursor, narrowed by typing.</summary>
public sealed class PickListTests
{
    private static readonly PickList Fruits = new(["Apple", "Banana", "Cherry", "Green apple", "Pear"]);

    [Fact]
    public void The_arrow_keys_go_round()
    {
        Assert.Equal(4, Fruits.Moved(-1).Chosen);
        Assert.Equal(0, Fruits.Moved(-1).Moved(1).Chosen);
        Assert.Equal(2, Fruits.Moved(7).Chosen);
        Assert.Equal(4, Fruits.MovedWithin(100).Chosen);
        Assert.Equal(0, Fruits.Moved(2).MovedWithin(-100).Chosen);
    }

    [Theory]
    [InlineData("apple", "> Apple|Green apple")]
    [InlineData("APPLE gr", "> Green apple")]
    [InlineData("an an", "> Banana")]
    [InlineData("  ", "> Apple|Banana|Cherry|Green apple|Pear")]
    [InlineData("kiwi", "")]
    public void Typing_leaves_what_contains_every_word(string typed, string expected) => Assert.Equal(expected, Text(Typed(typed), 9));

    [Fact]
    public void The_cursor_stays_on_what_it_was_on()
    {
        var list = Fruits.Moved(3).Typed('e').Typed('a');
        Assert.Equal("Pear", Text(list, 9)[2..]);
        Assert.Equal(3, Fruits.Moved(3).Typed('p').Chosen);
        Assert.Equal(3, Fruits.Moved(3).Typed('p').Erased().Chosen);
    }

    [Fact]
    public void Nothing_is_chosen_when_nothing_matches()
    {
        var none = Typed("kiwi");
        Assert.Null(none.Chosen);
        Assert.Null(none.Moved(1).MovedWithin(-1).Chosen);
        Assert.Equal(0, none.Cleared().Chosen);
        Assert.Equal("kiw", none.Erased().Filter);
        Assert.Equal("", Fruits.Erased().Filter);
    }

    [Theory]
    [InlineData(0, "> Apple|Banana|Cherry")]
    [InlineData(2, "Banana|> Cherry|Green apple")]
    [InlineData(4, "Cherry|Green apple|> Pear")]
    public void The_window_follows_the_cursor(int by, string expected) => Assert.Equal(expected, Text(Fruits.Moved(by), 3));

    [Fact]
    public void It_begins_where_it_is_told_to_and_an_empty_one_has_no_place()
    {
        Assert.Equal(2, new PickList(["a", "b", "c"], 2).Chosen);
        Assert.Equal(2, new PickList(["a", "b", "c"], 9).Chosen);
        Assert.Null(new PickList([]).Chosen);
    }

    private static PickList Typed(string text) => text.Aggregate(Fruits, (list, character) => list.Typed(character));

    private static string Text(PickList list, int height) =>
        string.Join('|', list.Window(height).Select(item => (item.IsChosen ? "> " : "") + item.Text));
}
