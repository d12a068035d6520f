using System.Text;
using TrayAgent.Act.Edits;
using TrayAgent.Core.Edit;

namespace TrayAgent.Tests.Act.Edits;

/// <summary>Other programs write to the same file at the same moment, and know nothing of us.</summary>
public sealed class OthersWriteTests : IDisposable
{
    private readonly EditHome _home = new();

    public OthersWriteTests() => _home.Write(_home.Settings, "old\n");

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task What_somebody_writes_after_we_looked_stays_and_gets_our_change()
    {
        var looks = 0;
        var outcome = await Apply(before =>
        {
            if (++looks == 1)
            {
                File.WriteAllText(_home.Settings, "theirs\n");
            }

            return before;
        });
        Assert.IsType<EditOutcome.Written>(outcome);
        Assert.Equal("theirs\nnew\n", File.ReadAllText(_home.Settings));
        Assert.Equal(["theirs\n"], _home.Backups(_home.Settings));
        Assert.Equal("theirs\nnew\n", Undone(await _home.Undo(_home.Settings)));
    }

    [Fact]
    public async Task Who_writes_each_time_keeps_the_file_and_we_give_up_after_three_retries()
    {
        var looks = 0;
        var outcome = await Apply(before =>
        {
            File.WriteAllText(_home.Settings, $"theirs {++looks}\n");
            return before;
        });
        Assert.Equal(
            $"'{_home.Settings}' was left alone: another program wrote there each time in the same moment. Try again when it is done.",
            Assert.IsType<EditOutcome.Contended>(outcome).Text);
        Assert.Equal("theirs 4\n", File.ReadAllText(_home.Settings));
        Assert.Empty(_home.Backups(_home.Settings));
        Assert.Null(_home.Edits.Last(_home.Settings));
        Assert.Equal([_home.Settings], Directory.GetFiles(Path.GetDirectoryName(_home.Settings)!));
    }

    [Fact]
    public async Task A_file_that_somebody_makes_meanwhile_is_not_replaced()
    {
        File.Delete(_home.Settings);
        var looks = 0;
        await Apply(before =>
        {
            if (++looks == 2)
            {
                File.WriteAllText(_home.Settings, "theirs\n");
            }

            return before;
        });
        Assert.Equal("theirs\nnew\n", File.ReadAllText(_home.Settings));
    }

    [Fact]
    public async Task A_change_that_another_program_removes_at_once_is_said_to_be_lost_and_not_made_again()
    {
        _home.Time.Meanwhile = wait =>
        {
            if (wait == EditHome.Check)
            {
                File.WriteAllText(_home.Settings, "{}\n");
            }
        };
        var outcome = Assert.IsType<EditOutcome.Lost>(await _home.Add(_home.Settings, "new"));
        Assert.Equal([_home.Settings], outcome.Files);
        Assert.Equal(
            $"'{_home.Settings}' was changed, but another program at once wrote something else there, without the change. "
            + "Close that program, or make the change there.",
            outcome.Text);
        Assert.Equal("{}\n", File.ReadAllText(_home.Settings));
    }

    [Fact]
    public async Task A_change_is_not_lost_when_another_program_changes_something_else()
    {
        _home.Time.Meanwhile = wait =>
        {
            if (wait == EditHome.Check)
            {
                File.WriteAllText(_home.Settings, "theirs\nnew\n");
            }
        };
        Assert.IsType<EditOutcome.Written>(await _home.Add(_home.Settings, "new"));
    }

    /// <summary>A program that writes in place opened the file before we replaced it: what it writes then has no name any more.</summary>
    [Fact]
    public async Task What_somebody_writes_to_the_file_that_lost_its_place_is_not_lost()
    {
        using var theirs = new FileStream(_home.Settings, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        _home.Time.Meanwhile = wait =>
        {
            if (wait == EditHome.Check)
            {
                theirs.Write("theirs\n"u8);
                theirs.Flush();
            }
        };
        Assert.IsType<EditOutcome.Written>(await _home.Add(_home.Settings, "new"));
        Assert.Equal("theirs\nnew\n", File.ReadAllText(_home.Settings));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# torn")]
    public async Task A_file_that_is_just_being_written_is_waited_for(string torn)
    {
        var now = new HurriedTime(TimeSpan.Zero);
        _home.Write(_home.Settings, torn);
        now.Meanwhile = wait =>
        {
            if (wait != EditHome.Check && File.ReadAllText(_home.Settings) == torn)
            {
                File.WriteAllText(_home.Settings, "whole\n");
            }
        };
        Assert.IsType<EditOutcome.Written>(await _home.With(now).ApplyAsync(
            "add", [EditHome.Adding(_home.Settings, "new")], TestContext.Current.CancellationToken));
        Assert.Equal("whole\nnew\n", File.ReadAllText(_home.Settings));
    }

    [Fact]
    public async Task A_file_that_is_missing_for_a_moment_is_waited_for()
    {
        File.Delete(_home.Settings);
        _home.Time.Meanwhile = _ => File.WriteAllText(_home.Settings, "whole\n");
        await _home.Edits.PreviewAsync([EditHome.Adding(_home.Settings, "new")], TestContext.Current.CancellationToken);
        _home.Time.Meanwhile = _ => { };
        await _home.Add(_home.Settings, "new");
        Assert.Equal("whole\nnew\n", File.ReadAllText(_home.Settings));
    }

    private async Task<EditOutcome> Apply(Func<ReadOnlyMemory<byte>, ReadOnlyMemory<byte>> look) => await _home.Edits.ApplyAsync(
        "add new",
        [
            new EditPlan(_home.Settings, before =>
            {
                var text = Encoding.UTF8.GetString(look(before).Span);
                return new Edited.Content(Encoding.UTF8.GetBytes(text.Contains("new", StringComparison.Ordinal) ? text : text + "new\n"));
            }),
        ],
        TestContext.Current.CancellationToken);

    /// <summary>What was in the file before the undo.</summary>
    private static string Undone(EditOutcome outcome) =>
        Encoding.UTF8.GetString(Assert.Single(Assert.IsType<EditOutcome.Written>(outcome).Edits).Before!.Value.Span);
}
