using System.Collections.Immutable;
using TrayAgent.Core.Decide.Fix;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Tests.Decide.Fix;

/// <summary>It is 12:00 on 2026-03-04 in a zone one hour ahead of UTC; the file was edited twice today and once the day before.</summary>
public sealed class KeptChoiceTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.CreateCustomTimeZone("there", TimeSpan.FromHours(1), null, null);

    private static readonly ImmutableArray<KeptState> Kept =
    [
        new(14, At("2026-03-04T09:30:00Z"), "claude fix"),
        new(13, At("2026-03-04T08:00:00Z"), "undo: claude fix"),
        new(1, At("2026-03-03T10:00:00Z"), null),
    ];

    [Theory]
    [InlineData("14", "14")]
    [InlineData("1", "1")]
    [InlineData("10:30", "14")]
    [InlineData("10:29:59", "14")]
    [InlineData("10:30:01", "TrayAgent has changed nothing since 2026-03-04 10:30:01.")]
    [InlineData("09:00", "13")]
    [InlineData("2026-03-04", "13")]
    [InlineData("2026-03-03 11:00", "1")]
    [InlineData("2026-03-03T11:01", "13")]
    [InlineData("2026-03-03T10:00:00Z", "1")]
    [InlineData("2026-03-03T10:00Z", "1")]
    [InlineData("2026-03-03 10:01Z", "13")]
    [InlineData("09:30Z", "14")]
    [InlineData("09:31Z", "TrayAgent has changed nothing since 2026-03-04 10:31:00.")]
    [InlineData("2020-01-01", "1")]
    [InlineData("2", "wrong: There is no number 2: kept are 1, 13, 14.")]
    [InlineData("99999999999", "wrong: '--to' takes a number of 'trayagent claude undo --list', or a time like '14:30' or '2026-01-31 14:30', and not '99999999999'.")]
    [InlineData("25:00", "wrong: '--to' takes a number of 'trayagent claude undo --list', or a time like '14:30' or '2026-01-31 14:30', and not '25:00'.")]
    [InlineData("0001-01-01 05:00", "wrong: '--to' takes a number of 'trayagent claude undo --list', or a time like '14:30' or '2026-01-31 14:30', and not '0001-01-01 05:00'.")]
    [InlineData("9999-12-31", "wrong: '--to' takes a number of 'trayagent claude undo --list', or a time like '14:30' or '2026-01-31 14:30', and not '9999-12-31'.")]
    [InlineData("14:30ZZ", "wrong: '--to' takes a number of 'trayagent claude undo --list', or a time like '14:30' or '2026-01-31 14:30', and not '14:30ZZ'.")]
    [InlineData("Z", "wrong: '--to' takes a number of 'trayagent claude undo --list', or a time like '14:30' or '2026-01-31 14:30', and not 'Z'.")]
    public void A_number_or_a_time_says_which(string to, string expected) => Assert.Equal(expected, Choice(to, Kept));

    [Fact]
    public void Where_nothing_is_kept_nothing_can_be_chosen()
    {
        Assert.Equal("wrong: There is no number 1: nothing is kept, because TrayAgent has not changed the file.", Choice("1", []));
        Assert.Equal("TrayAgent has changed nothing since 2026-03-04 08:00:00.", Choice("08:00", []));
    }

    [Fact]
    public void A_list_tells_until_when_and_what_came_then() => Assert.Equal(
        """
           N  was there until      and then came
          14  2026-03-04 10:30:00  claude fix
          13  2026-03-04 09:00:00  undo: claude fix
           1  2026-03-03 11:00:00  an edit
        """.ReplaceLineEndings("\n"),
        KeptStates.Text(Kept, Zone));

    [Fact]
    public void A_program_reads_it_in_UTC() => Assert.Equal(
        """
        {
          "schema": 1,
          "file": "/home/ann/.claude/settings.json",
          "kept": [
            {
              "number": 1,
              "until": "2026-03-03T10:00:00Z",
              "edit": null
            }
          ]
        }
        """.ReplaceLineEndings("\n"),
        KeptStates.Json("/home/ann/.claude/settings.json", Kept[2..]));

    private static string Choice(string to, ImmutableArray<KeptState> kept) => KeptChoice.Of(to, kept, At("2026-03-04T11:00:00Z"), Zone) switch
    {
        KeptChoice.Found(var state) => $"{state.Number}",
        KeptChoice.Unchanged(var text) => text,
        KeptChoice.Wrong(var text) => $"wrong: {text}",
        _ => "",
    };

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);
}
