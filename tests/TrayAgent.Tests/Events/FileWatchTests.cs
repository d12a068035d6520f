using Microsoft.Extensions.Logging.Abstractions;
using TrayAgent.Events;

namespace TrayAgent.Tests.Events;

public sealed class FileWatchTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("trayagent-watch-").FullName;
    private readonly SemaphoreSlim _changed = new(0);
    private readonly List<FileWatch> _watches = [];

    [Fact]
    public async Task A_file_written_in_place_is_seen()
    {
        Write(".aws/config", "a");
        Watch(".aws/config");
        Write(".aws/config", "b");
        await SeenAsync();
    }

    [Fact]
    public async Task A_file_replaced_by_rename_is_seen()
    {
        Write(".aws/config", "a");
        Watch(".aws/config");
        Write(".aws/config.tmp", "b");
        File.Move(In(".aws/config.tmp"), In(".aws/config"), overwrite: true);
        await SeenAsync();
    }

    [Fact]
    public async Task A_folder_that_appears_later_is_seen_and_then_watched()
    {
        var watch = Watch(".aws/sso/cache/*");
        Directory.CreateDirectory(In(".aws/sso/cache"));
        await SeenAsync();
        watch.Refresh();
        Write(".aws/sso/cache/x.json", "{}");
        await SeenAsync();
    }

    [Fact]
    public async Task A_folder_deleted_and_made_again_is_watched_again()
    {
        Write(".aws/sso/cache/x.json", "{}");
        var watch = Watch(".aws/sso/cache/*");
        Directory.Delete(In(".aws/sso/cache"), recursive: true);
        await SeenAsync();
        watch.Refresh();
        Directory.CreateDirectory(In(".aws/sso/cache"));
        await SeenAsync();
        watch.Refresh();
        Drain();
        Write(".aws/sso/cache/x.json", "{ }");
        await SeenAsync();
    }

    [Fact]
    public async Task A_folder_replaced_at_once_is_watched_again()
    {
        Write(".aws/sso/cache/x.json", "{}");
        var watch = Watch(".aws/sso/cache/*");
        Write("other/x.json", "{}");
        Directory.Move(In(".aws/sso/cache"), In("old"));
        Directory.Move(In("other"), In(".aws/sso/cache"));
        watch.Refresh();
        Drain();
        Write(".aws/sso/cache/x.json", "{ }");
        await SeenAsync();
    }

    [Fact]
    public async Task An_edit_of_a_links_target_is_seen()
    {
        Write("dotfiles/config", "a");
        Directory.CreateDirectory(In(".aws"));
        File.CreateSymbolicLink(In(".aws/config"), "../dotfiles/config");
        Watch(".aws/config");
        Write("dotfiles/config", "b");
        await SeenAsync();
    }

    [Fact]
    public async Task An_edit_behind_a_linked_folder_is_seen_also_after_the_link_was_moved()
    {
        Write("one/config", "a");
        Write("two/config", "a");
        Directory.CreateSymbolicLink(In(".aws"), "one");
        var watch = Watch(".aws/config");
        Write("one/config", "b");
        await SeenAsync();
        Directory.Delete(In(".aws"));
        Directory.CreateSymbolicLink(In(".aws"), "two");
        watch.Refresh();
        Drain();
        Write("two/config", "b");
        await SeenAsync();
    }

    [Fact]
    public void Links_in_a_circle_end()
    {
        Directory.CreateSymbolicLink(In("a"), "b");
        Directory.CreateSymbolicLink(In("b"), "a");
        Watch("a/config");
    }

    [Fact]
    public async Task Other_files_in_the_folder_wake_nobody()
    {
        Write(".claude/settings.json", "{}");
        Watch(".claude/settings.json");
        Write(".claude/history.jsonl", "{}");
        Write(".claude/settings.json", "{ }");
        await SeenAsync();
        Assert.Equal(0, _changed.CurrentCount);
    }

    public void Dispose()
    {
        _watches.ForEach(watch => watch.Dispose());
        Directory.Delete(_home, recursive: true);
        _changed.Dispose();
    }

    private FileWatch Watch(string file)
    {
        var watch = new FileWatch(() => [In(file)], () => _changed.Release(), TimeProvider.System, NullLogger.Instance);
        _watches.Add(watch);
        watch.Refresh();
        return watch;
    }

    private async Task SeenAsync() => Assert.True(
        await _changed.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken), "The change was not seen.");

    private void Drain()
    {
        while (_changed.Wait(0, TestContext.Current.CancellationToken))
        {
        }
    }

    private string In(string path) => Path.Combine(_home, path);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(path))!);
        File.WriteAllText(In(path), text);
    }
}
