using TrayAgent.Act.Edits;
using TrayAgent.Core.Show;

namespace TrayAgent.Tests.Act.Edits;

/// <summary>The way back to what a file held before one of the last ten edits, or the very first.</summary>
public sealed class HistoryTests : IDisposable
{
    private readonly EditHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task What_is_kept_is_listed_with_the_edit_that_came_then()
    {
        Assert.Empty(_home.Edits.Kept(_home.Settings));
        await EditAsync(12);
        Assert.Equal(
            "12 add <12>, 11 add <11>, 10 add <10>, 9 add <9>, 8 add <8>, 7 add <7>, 6 add <6>, 5 add <5>, 4 add <4>, 3 add <3>, 1 ?",
            string.Join(", ", _home.Edits.Kept(_home.Settings).Select(state => $"{state.Number} {state.Edit ?? "?"}")));
    }

    [Theory]
    [InlineData(4, "first <1> <2> <3>")]
    [InlineData(1, "first")]
    public async Task Each_of_it_can_be_had_back_and_that_can_be_undone(int number, string expected)
    {
        await EditAsync(12);
        File.AppendAllText(_home.Settings, "theirs\n");
        var now = Words();
        Assert.IsType<EditOutcome.Written>(await BackToAsync(number));
        Assert.Equal(expected, Words());
        Assert.Equal($"back to {number}", _home.Edits.Last(_home.Settings)?.What);
        Assert.IsType<EditOutcome.Written>(await _home.Undo(_home.Settings));
        Assert.Equal(now, Words());
    }

    [Fact]
    public async Task A_file_that_is_gone_is_made_again()
    {
        await EditAsync(2);
        File.Delete(_home.Settings);
        Assert.IsType<EditOutcome.Written>(await BackToAsync(2));
        Assert.Equal("first <1>", Words());
    }

    [Fact]
    public async Task What_somebody_wrote_after_the_preview_is_not_taken_away()
    {
        await EditAsync(2);
        var state = _home.Edits.Kept(_home.Settings).First();
        var (_, restoring) = await _home.Edits.PreviewRestoreAsync(_home.Settings, state, TestContext.Current.CancellationToken);
        File.AppendAllText(_home.Settings, "theirs\n");
        Assert.Equal(
            $"'{_home.Settings}' was changed meanwhile, so it was left as it is. Look at the change again.",
            Assert.IsType<EditOutcome.Refused>(
                await _home.Edits.RestoreAsync(restoring!, state, TestContext.Current.CancellationToken)).Text);
        Assert.Equal("first <1> <2> theirs", Words());
    }

    [Theory]
    [InlineData(2)]
    [InlineData(1)]
    public async Task What_is_not_kept_any_more_is_not_guessed(int number)
    {
        await EditAsync(12);
        foreach (var backup in Directory.GetFiles(Path.Combine(_home.State, "backups"), "000001-*", SearchOption.AllDirectories))
        {
            File.Delete(backup);
        }

        var (preview, _) = await _home.Edits.PreviewRestoreAsync(
            _home.Settings, new KeptState(number, default, null), TestContext.Current.CancellationToken);
        Assert.Equal(
            $"'{_home.Settings}' was left as it is: its backup is no longer there, or was changed.",
            Assert.IsType<EditPreview.Refused>(preview).Text);
    }

    [Fact]
    public async Task A_backup_that_was_changed_is_not_put_back()
    {
        await EditAsync(1);
        File.WriteAllText(Directory.GetFiles(Path.Combine(_home.State, "backups"), "*", SearchOption.AllDirectories).Single(), "else\n");
        Assert.IsType<EditOutcome.Refused>(await BackToAsync(1));
        Assert.Equal("first <1>", Words());
    }

    private async Task EditAsync(int times)
    {
        _home.Write(_home.Settings, "first\n");
        for (var i = 1; i <= times; i++)
        {
            await _home.Add(_home.Settings, $"<{i}>");
        }
    }

    private async Task<EditOutcome> BackToAsync(int number)
    {
        var state = _home.Edits.Kept(_home.Settings).Single(kept => kept.Number == number);
        var (_, restoring) = await _home.Edits.PreviewRestoreAsync(_home.Settings, state, TestContext.Current.CancellationToken);
        return await _home.Edits.RestoreAsync(restoring!, state, TestContext.Current.CancellationToken);
    }

    private string Words() => File.ReadAllText(_home.Settings).Trim().Replace('\n', ' ');
}
