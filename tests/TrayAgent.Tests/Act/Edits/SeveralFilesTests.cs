using TrayAgent.Act.Edits;

namespace TrayAgent.Tests.Act.Edits;

/// <summary>Config and settings are changed together or not at all.</summary>
public sealed class SeveralFilesTests : IDisposable
{
    private readonly EditHome _home = new();

    public SeveralFilesTests()
    {
        _home.Write(_home.Config, "config\n");
        _home.Write(_home.Settings, "settings\n");
    }

    public void Dispose() => _home.Dispose();

    private string Journal => Path.Combine(_home.State, "journal.json");

    [Fact]
    public async Task Both_are_changed_and_no_journal_is_left()
    {
        var outcome = Assert.IsType<EditOutcome.Written>(await Apply());
        Assert.Equal([_home.Config, _home.Settings], outcome.Edits.Select(edit => edit.File));
        Check("config\nnew\n", "settings\nnew\n");
        Assert.False(File.Exists(Journal));
    }

    [Fact]
    public async Task When_one_may_not_be_written_neither_is()
    {
        _home.Write(_home.Settings, "# mine\n");
        Assert.IsType<EditOutcome.Refused>(await Apply());
        Check("config\n", "# mine\n");
    }

    /// <summary>It is the same file: when its turn comes, somebody has just written it.</summary>
    [Fact]
    public async Task When_the_second_cannot_be_written_the_first_is_put_back()
    {
        var link = _home.In("link");
        File.CreateSymbolicLink(link, _home.Config);
        Assert.IsType<EditOutcome.Contended>(await _home.Edits.ApplyAsync(
            "both", [PartOf(_home.Config), EditHome.Adding(link, "other")], TestContext.Current.CancellationToken));
        Assert.Equal("config\n", File.ReadAllText(_home.Config));
        Assert.False(File.Exists(Journal));
        Assert.Null(_home.Edits.Last(_home.Config));
        Assert.Empty(_home.Backups(_home.Config));
    }

    [Fact]
    public async Task A_journal_that_is_found_is_completed_and_said()
    {
        Interrupted();
        await _home.Edits.CompleteAsync(TestContext.Current.CancellationToken);
        Check("config\nnew\n", "settings\nnew\n");
        Assert.Equal([$"An edit was interrupted ('both'). '{_home.Config}' was completed now. '{_home.Settings}' was completed now."], _home.Said);
        Assert.False(File.Exists(Journal));
    }

    [Fact]
    public async Task Of_a_journal_only_what_is_not_done_is_done()
    {
        Interrupted();
        _home.Write(_home.Config, "config\nnew\n");
        await _home.Edits.CompleteAsync(TestContext.Current.CancellationToken);
        Check("config\nnew\n", "settings\nnew\n");
        Assert.Equal([$"An edit was interrupted ('both'). '{_home.Settings}' was completed now."], _home.Said);
    }

    [Fact]
    public async Task What_somebody_else_changed_since_a_crash_is_left_alone_and_said()
    {
        Interrupted();
        _home.Write(_home.Settings, "theirs\n");
        await _home.Edits.CompleteAsync(TestContext.Current.CancellationToken);
        Check("config\nnew\n", "theirs\n");
        Assert.Equal(
            [$"An edit was interrupted ('both'). '{_home.Config}' was completed now. "
                + $"'{_home.Settings}' was changed by another program since then and was left as it is."],
            _home.Said);
        Assert.False(File.Exists(Journal));
    }

    [Fact]
    public async Task A_journal_of_which_all_is_done_is_removed_without_a_word()
    {
        Interrupted();
        _home.Write(_home.Config, "config\nnew\n");
        _home.Write(_home.Settings, "settings\nnew\n");
        await _home.Edits.CompleteAsync(TestContext.Current.CancellationToken);
        Assert.Empty(_home.Said);
        Assert.False(File.Exists(Journal));
    }

    [Fact]
    public async Task An_edit_completes_what_it_finds_before_it_begins()
    {
        Interrupted();
        await _home.Add(_home.Settings, "newer");
        Check("config\nnew\n", "settings\nnew\nnewer\n");
        Assert.Single(_home.Said);
    }

    [Fact]
    public async Task A_journal_whose_file_may_not_be_written_waits_for_the_next_start()
    {
        Interrupted();
        File.Delete(_home.Settings);
        Directory.CreateDirectory(_home.Settings);
        await _home.Edits.CompleteAsync(TestContext.Current.CancellationToken);
        Assert.Contains($"'{_home.Settings}' is a folder", Assert.Single(_home.Said), StringComparison.Ordinal);
        Assert.True(File.Exists(Journal));
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{\"what\": \"x\", \"files\": [null]}")]
    [InlineData("{\"what\": \"x\", \"files\": [{\"file\": \"/x\", \"after\": \"!\"}]}")]
    public async Task A_journal_that_cannot_be_read_is_put_aside(string text)
    {
        _home.Write(Journal, text);
        await _home.Edits.CompleteAsync(TestContext.Current.CancellationToken);
        Assert.Equal(
            [$"An edit was interrupted, and what was to become of it cannot be read. It was put aside as '{Journal}.unreadable'."],
            _home.Said);
        Assert.False(File.Exists(Journal));
    }

    private static EditPlan PartOf(string file) => EditHome.Adding(file, "new");

    private async Task<EditOutcome> Apply() => await _home.Edits.ApplyAsync(
        "both", [PartOf(_home.Config), PartOf(_home.Settings)], TestContext.Current.CancellationToken);

    /// <summary>As a process leaves it that was killed after it had written the journal.</summary>
    private void Interrupted() => _home.Write(Journal,
        $$"""
        {
          "what": "both",
          "files": [
            { "file": "{{_home.Config}}", "before": "{{FileEdits.FingerprintOf("config\n"u8)}}", "after": "{{Convert.ToBase64String("config\nnew\n"u8)}}" },
            { "file": "{{_home.Settings}}", "before": "{{FileEdits.FingerprintOf("settings\n"u8)}}", "after": "{{Convert.ToBase64String("settings\nnew\n"u8)}}" }
          ]
        }
        """);

    private void Check(string config, string settings) =>
        Assert.Equal((config, settings), (File.ReadAllText(_home.Config), File.ReadAllText(_home.Settings)));
}
