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
        Assert.Equal("again: add new", _home.Edits.Last(_home.Settings)?.What);
        Assert.IsType<EditOutcome.Written>(await _home.Undo(_home.Settings));
        Assert.Equal("old\n", File.ReadAllText(_home.Settings));
        Assert.Equal("undo: add new", _home.Edits.Last(_home.Settings)?.What);
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
    public async Task When_others_changed_other_settings_only_our_keys_are_taken_back()
    {
        _home.Write(_home.Settings, "{\n  \"env\": { \"AWS_REGION\": \"eu-west-1\" },\n  \"model\": \"opus\"\n}\n");
        await ApplyAsync(new SettingsChange.Put("env.AWS_PROFILE", "dev"), new SettingsChange.Put("model", "sonnet"));
        _home.Write(_home.Settings, File.ReadAllText(_home.Settings).Replace("eu-west-1", "us-east-1", StringComparison.Ordinal));
        Assert.IsType<EditOutcome.Written>(await _home.Undo(_home.Settings));
        Assert.Equal("{\n  \"env\": { \"AWS_REGION\": \"us-east-1\" },\n  \"model\": \"opus\"\n}\n", File.ReadAllText(_home.Settings));
    }

    [Theory]
    [InlineData("{\"model\": \"haiku\"}")]
    [InlineData("{\"model\": \"sonnet\", // theirs\n}")]
    public async Task When_others_changed_our_own_keys_nothing_is_taken_back(string theirs)
    {
        _home.Write(_home.Settings, "{\"model\": \"opus\"}");
        await ApplyAsync(new SettingsChange.Put("model", "sonnet"));
        _home.Write(_home.Settings, theirs);
        Assert.IsType<EditOutcome.Refused>(await _home.Undo(_home.Settings));
        Assert.Equal(theirs, File.ReadAllText(_home.Settings));
    }

    [Fact]
    public async Task What_was_there_before_and_is_no_text_is_not_put_back_by_itself()
    {
        _home.Write(_home.Settings, "{\"model\": null, \"x\": 1}");
        await ApplyAsync(new SettingsChange.Put("model", "sonnet"));
        _home.Write(_home.Settings, "{\"model\": \"sonnet\", \"x\": 2}");
        Assert.IsType<EditOutcome.Refused>(await _home.Undo(_home.Settings));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("{}")]
    [InlineData("{\n}\n")]
    public async Task A_file_that_somebody_deleted_or_wiped_gets_what_was_there_before_our_edit(string? now)
    {
        _home.Write(_home.Settings, "{\"model\": \"opus\"}");
        await ApplyAsync(new SettingsChange.Put("model", "sonnet"));
        File.Delete(_home.Settings);
        if (now is not null)
        {
            _home.Write(_home.Settings, now);
        }

        Assert.IsType<EditOutcome.Written>(await _home.Undo(_home.Settings));
        Assert.Equal("{\"model\": \"opus\"}", File.ReadAllText(_home.Settings));
    }

    [Fact]
    public async Task What_an_edit_left_is_known_also_when_the_file_is_gone()
    {
        _home.Write(_home.Settings, "{\"env\": {\"AWS_REGION\": \"eu-west-1\"}}");
        await ApplyAsync(new SettingsChange.Put("env.AWS_PROFILE", "dev"), new SettingsChange.Put("model", "sonnet"));
        File.Delete(_home.Settings);
        Assert.Equal("env.AWS_PROFILE=dev env.AWS_REGION=eu-west-1 model=sonnet", Left());

        // An undo left what the edit before it had found.
        await _home.Undo(_home.Settings);
        _home.Write(_home.Settings, "{}");
        Assert.Equal("env.AWS_REGION=eu-west-1", Left());
        File.Delete(Directory.GetFiles(Path.Combine(_home.State, "backups"), "000001-*", SearchOption.AllDirectories).Single());
        Assert.Equal("", Left());
    }

    private string Left() => string.Join(' ', OwnEdits.Of(_home.Edits, _home.Settings, null)!.Left
        .OrderBy(key => key.Key, StringComparer.Ordinal).Select(key => $"{key.Key}={key.Value}"));

    [Fact]
    public async Task The_preview_of_an_undo_says_what_it_would_do()
    {
        _home.Write(_home.Settings, "old\n");
        await _home.Add(_home.Settings, "new");
        var edit = Assert.Single(Assert.IsType<EditPreview.Changes>(
            await _home.Edits.PreviewUndoAsync(_home.Settings, TestContext.Current.CancellationToken)).Edits);
        Assert.Equal("old\n"u8.ToArray(), edit.After.ToArray());
        Assert.Equal("old\nnew\n", File.ReadAllText(_home.Settings));
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

    private Task<EditOutcome> ApplyAsync(params SettingsChange[] changes) => _home.Edits.ApplyAsync(
        "set", [EditPlan.Of(new SettingsEdit(_home.Settings, [.. changes]))], TestContext.Current.CancellationToken);

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
