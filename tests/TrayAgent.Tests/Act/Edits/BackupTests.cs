using TrayAgent.Act.Edits;

namespace TrayAgent.Tests.Act.Edits;

public sealed class BackupTests : IDisposable
{
    private readonly EditHome _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task The_last_ten_are_kept_and_the_very_first()
    {
        _home.Write(_home.Settings, "first\n");
        foreach (var i in Enumerable.Range(1, 14))
        {
            await _home.Add(_home.Settings, $"<{i}>");
        }

        Assert.Equal(
            ["first", .. Enumerable.Range(4, 10).Select(i => $"<{i}>")],
            _home.Backups(_home.Settings).Select(text => text.Trim().Split('\n')[^1]));
    }

    [Fact]
    public async Task Each_file_has_its_own_also_when_two_have_one_name()
    {
        var other = _home.In("other", "settings.json");
        _home.Write(_home.Settings, "mine\n");
        _home.Write(other, "other\n");
        await _home.Add(_home.Settings, "new");
        await _home.Add(other, "new");
        Assert.Equal(["mine\n", "other\n"], _home.Backups(_home.Settings).Order(StringComparer.Ordinal));
        Assert.Equal(2, Directory.GetDirectories(Path.Combine(_home.State, "backups")).Length);
    }

    [Fact]
    public async Task A_file_and_a_link_to_it_are_one()
    {
        _home.Write(_home.In("dotfiles", "settings.json"), "old\n");
        Directory.CreateDirectory(Path.GetDirectoryName(_home.Settings)!);
        File.CreateSymbolicLink(_home.Settings, _home.In("dotfiles", "settings.json"));
        await _home.Add(_home.Settings, "new");
        await _home.Add(_home.In("dotfiles", "settings.json"), "newer");
        Assert.Equal(["old\n", "old\nnew\n"], _home.Backups(_home.Settings));
        Assert.Equal(_home.In("dotfiles", "settings.json"), new FileInfo(_home.Settings).LinkTarget);
        Assert.Equal("add newer", _home.Edits.Last(_home.Settings)?.What);
    }

    [Fact]
    public async Task Without_a_place_for_the_backup_nothing_is_changed()
    {
        _home.Write(_home.Settings, "old\n");
        _home.Write(Path.Combine(_home.State, "backups"), "in the way");
        var outcome = Assert.IsType<EditOutcome.Refused>(await _home.Add(_home.Settings, "new"));
        Assert.Contains("backups", outcome.Text, StringComparison.Ordinal);
        Assert.Equal("old\n", File.ReadAllText(_home.Settings));
        Assert.Equal([_home.Settings], Directory.GetFiles(Path.GetDirectoryName(_home.Settings)!));
    }

    [Fact]
    public async Task The_record_says_what_we_wrote_last_and_when()
    {
        Assert.Null(_home.Edits.Last(_home.Settings));
        await _home.Add(_home.Settings, "new");
        var last = _home.Edits.Last(_home.Settings)!;
        Assert.Equal((_home.Settings, "add new"), (last.File, last.What));
        Assert.Equal(FileEdits.FingerprintOf("new\n"u8), last.Fingerprint);
        Assert.InRange(_home.Time.GetUtcNow() - last.At, TimeSpan.Zero, TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[null, {}]")]
    [InlineData("{")]
    public async Task A_record_that_cannot_be_read_is_begun_anew(string text)
    {
        _home.Write(Path.Combine(_home.State, "record.json"), text);
        Assert.IsType<EditOutcome.Written>(await _home.Add(_home.Settings, "new"));
        Assert.Equal("add new", _home.Edits.Last(_home.Settings)?.What);
    }
}
