using System.Text;
using TrayAgent.Act.Edits;

namespace TrayAgent.Tests.Act.Edits;

public sealed class FileEditsTests : IDisposable
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly EditHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_file_is_changed_and_what_was_in_it_is_kept()
    {
        _home.Write(_home.Settings, "old\n");
        var outcome = Assert.IsType<EditOutcome.Written>(await _home.Add(_home.Settings, "new"));
        Assert.Equal("old\nnew\n", File.ReadAllText(_home.Settings));
        Assert.Equal(["old\n"], _home.Backups(_home.Settings));
        var edit = Assert.Single(outcome.Edits);
        Assert.Equal((_home.Settings, "old\n", "old\nnew\n"), (edit.File, Text(edit.Before!.Value), Text(edit.After)));
        Assert.Matches($"^'{_home.Settings}' was changed; what was in it before is in '{_home.State}/backups/settings.json-[0-9a-f]{{12}}/000001-[0-9TZ]+'.$", outcome.Text);
    }

    [Fact]
    public async Task A_file_that_is_missing_is_made_with_its_folder_for_its_owner_only()
    {
        var outcome = Assert.IsType<EditOutcome.Written>(await _home.Add(_home.Settings, "new"));
        Assert.Equal($"'{_home.Settings}' was created.", outcome.Text);
        Assert.Null(Assert.Single(outcome.Edits).Before);
        Assert.Equal("new\n", File.ReadAllText(_home.Settings));
        Assert.Equal(OwnerOnly, File.GetUnixFileMode(_home.Settings));
        Assert.Equal(OwnerOnly | UnixFileMode.UserExecute, File.GetUnixFileMode(Path.GetDirectoryName(_home.Settings)!));
        Assert.Empty(_home.Backups(_home.Settings));
    }

    [Fact]
    public async Task What_is_there_already_is_not_written_and_not_backed_up()
    {
        _home.Write(_home.Settings, "new\n");
        var before = File.GetLastWriteTimeUtc(_home.Settings);
        Assert.IsType<EditOutcome.NothingToDo>(await _home.Add(_home.Settings, "new"));
        Assert.Equal(before, File.GetLastWriteTimeUtc(_home.Settings));
        Assert.Empty(Directory.GetFileSystemEntries(_home.State));
    }

    [Fact]
    public async Task What_the_editor_refuses_is_refused_with_its_words()
    {
        _home.Write(_home.Settings, "# mine\n");
        var outcome = Assert.IsType<EditOutcome.Refused>(await _home.Add(_home.Settings, "new"));
        Assert.EndsWith($"'{_home.Settings}' begins with a comment. Remove it.", outcome.Text, StringComparison.Ordinal);
        Assert.StartsWith($"{_home.Settings}:", outcome.Text, StringComparison.Ordinal);
        Assert.Equal("# mine\n", File.ReadAllText(_home.Settings));
        Assert.Empty(Directory.GetFileSystemEntries(_home.State));
    }

    [Fact]
    public async Task A_preview_says_what_would_be_written_and_writes_nothing()
    {
        _home.Write(_home.Config, "old\n");
        var preview = Assert.IsType<EditPreview.Changes>(await _home.Edits.PreviewAsync(
            [EditHome.Adding(_home.Config, "new"), EditHome.Adding(_home.Settings, "new"), EditHome.Adding(_home.Config, "old")],
            TestContext.Current.CancellationToken));
        Assert.Equal(
            [$"{_home.Config}: old\nnew\n", $"{_home.Settings}: new\n"],
            preview.Edits.Select(edit => $"{edit.File}: {Text(edit.After)}"));
        Assert.Equal("old\n", File.ReadAllText(_home.Config));
        Assert.False(Directory.Exists(Path.GetDirectoryName(_home.Settings)));
        Assert.False(Directory.Exists(_home.Agent.StateFolder));
    }

    [Fact]
    public async Task The_mode_of_a_file_stays_and_everything_that_we_keep_is_for_its_owner_only()
    {
        var mode = OwnerOnly | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        _home.Write(_home.Settings, "old\n");
        File.SetUnixFileMode(_home.Settings, mode);
        await _home.Add(_home.Settings, "new");
        Assert.Equal(mode, File.GetUnixFileMode(_home.Settings));
        var ours = Directory.GetFiles(_home.State, "*", SearchOption.AllDirectories);
        Assert.Equal(2, ours.Length);
        Assert.All(ours, file => Assert.Equal(OwnerOnly, File.GetUnixFileMode(file)));
    }

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
