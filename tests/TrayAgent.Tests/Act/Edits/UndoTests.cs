using TrayAgent.Act.Edits;
using TrayAgent.Core.Edit;

namespace TrayAgent.Tests.Act.Edits;

public sealed class UndoTests : IDisposable
{
    private readonly EditHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task An_undo_puts_back_what_was_there_and_the_next_one_takes_that_back()
    {
        _home.Write(_home.Settings, "old\n");
        await _home.Add(_home.Settings, "new");
        Assert.IsType<EditOutcome.Written>(await _home.Undo(_home.Settings));
        Assert.Equal("old\n", File.ReadAllText(_home.Settings));
        Assert.Equal("undo: add new", _home.Edits.Last(_home.Settings)?.What);
        Assert.IsType<EditOutcome.Written>(await _home.Undo(_home.Settings));
        Assert.Equal("old\nnew\n", File.ReadAllText(_home.Settings));
        Assert.IsType<EditOutcome.Written>(await _home.Undo(_home.Settings));
        Assert.Equal("old\n", File.ReadAllText(_home.Settings));
    }

    [Fact]
    public async Task A_file_that_we_made_is_taken_away_and_made_again()
    {
        await _home.Add(_home.Settings, "new");
        var outcome = Assert.IsType<EditOutcome.Written>(await _home.Undo(_home.Settings));
        Assert.Matches($"^'{_home.Settings}' was removed; what was in it is in '.*/000001-[0-9TZ]+'.$", outcome.Text);
        Assert.False(File.Exists(_home.Settings));
        Assert.IsType<EditOutcome.Written>(await _home.Undo(_home.Settings));
        Assert.Equal("new\n", File.ReadAllText(_home.Settings));
    }

    [Fact]
    public async Task What_others_changed_since_then_is_left_alone_with_the_way_to_the_old_content()
    {
        _home.Write(_home.Settings, "old\n");
        await _home.Add(_home.Settings, "new");
        _home.Write(_home.Settings, "old\nnew\ntheirs\n");
        var outcome = Assert.IsType<EditOutcome.Refused>(await _home.Undo(_home.Settings));
        Assert.Matches(
            $"^'{_home.Settings}' was changed since TrayAgent wrote it, so it was left as it is. "
            + $"What was in it before is in '(.*)'; this shows the difference: diff '\\1' '{_home.Settings}'.$",
            outcome.Text);
        Assert.Equal("old\nnew\ntheirs\n", File.ReadAllText(_home.Settings));
        Assert.Equal("old\n", File.ReadAllText(outcome.Text.Split('\'')[3]));
    }

    [Fact]
    public async Task An_edit_that_was_killed_before_it_was_made_is_passed_over()
    {
        _home.Write(_home.Settings, "old\n");
        await _home.Add(_home.Settings, "new");
        await _home.Add(_home.Settings, "killed");
        _home.Write(_home.Settings, "old\nnew\n");
        Assert.IsType<EditOutcome.Written>(await _home.Undo(_home.Settings));
        Assert.Equal("old\n", File.ReadAllText(_home.Settings));
    }

    [Fact]
    public async Task What_we_never_changed_cannot_be_undone()
    {
        _home.Write(_home.Settings, "old\n");
        var outcome = Assert.IsType<EditOutcome.NothingToDo>(await _home.Undo(_home.Settings));
        Assert.Equal($"TrayAgent has not changed '{_home.Settings}'.", outcome.Text);
    }

    [Fact]
    public async Task A_backup_that_was_changed_is_not_put_back()
    {
        _home.Write(_home.Settings, "old\n");
        await _home.Add(_home.Settings, "new");
        var backup = Directory.GetFiles(Path.Combine(_home.State, "backups"), "*", SearchOption.AllDirectories).Single();
        _home.Write(backup, "else\n");
        Assert.Equal(
            $"'{_home.Settings}' was left as it is: its backup '{backup}' is no longer there, or was changed.",
            Assert.IsType<EditOutcome.Refused>(await _home.Undo(_home.Settings)).Text);
        Assert.Equal("old\nnew\n", File.ReadAllText(_home.Settings));
    }

    [Fact]
    public async Task An_undo_puts_back_bytes_that_are_no_text()
    {
        byte[] odd = [0xEF, 0xBB, 0xBF, (byte)'{', (byte)'}', 0xFF, 0, (byte)'\r'];
        _home.Write(_home.Config, "");
        File.WriteAllBytes(_home.Config, odd);
        await _home.Edits.ApplyAsync(
            "odd", [new EditPlan(_home.Config, _ => new Edited.Content("x"u8.ToArray()))], TestContext.Current.CancellationToken);
        await _home.Undo(_home.Config);
        Assert.Equal(odd, File.ReadAllBytes(_home.Config));
    }
}
