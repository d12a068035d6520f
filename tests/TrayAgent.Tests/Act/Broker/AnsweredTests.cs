using System.Text;
using TrayAgent.Act.Broker;

namespace TrayAgent.Tests.Act.Broker;

/// <summary>The record that tells who comes again.</summary>
public sealed class AnsweredTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, true)]
    [InlineData(599, true)]
    [InlineData(600, false)]
    [InlineData(-1, true)]
    [InlineData(-600, false)]
    public void Ten_minutes_are_soon_also_when_another_process_wrote_it_after_we_looked_at_the_clock(int seconds, bool expected) =>
        Assert.Equal(expected, new Answered("0123456789abcdef", Noon, null).WasAnsweredSoonBefore(Noon.AddSeconds(seconds)));

    [Theory]
    [InlineData(29, true)]
    [InlineData(30, false)]
    [InlineData(-1, true)]
    public void A_question_counts_for_30_seconds(int seconds, bool expected)
    {
        Assert.Equal(expected, new Answered("0123456789abcdef", Noon, Noon).WasJustAsked(Noon.AddSeconds(seconds)));
        Assert.False(new Answered("0123456789abcdef", Noon, null).WasJustAsked(Noon));
    }

    [Fact]
    public void What_is_written_is_read_and_always_has_the_same_length()
    {
        Answered[] all =
        [
            new("0123456789abcdef", Noon, null),
            new("0123456789abcdef", Noon, Noon.AddSeconds(-3)),
            new("0123456789abcdef", DateTimeOffset.MaxValue.AddTicks(-9999), null),
        ];
        Assert.Equal(all, all.Select(one => Answered.Parse(one.Line())));
        Assert.All(all, one => Assert.Equal(Answered.Length, one.Line().Length));
    }

    [Theory]
    [InlineData("")]
    [InlineData("0123456789abcdef 001795701329066")]
    [InlineData("0123456789abcdef 00179570132906x 000000000000000\n")]
    [InlineData("0123456789abcdef 999999999999999 000000000000000\n")]
    public void What_is_no_such_line_says_nothing(string line) => Assert.Null(Answered.Parse(Encoding.ASCII.GetBytes(line)));
}
