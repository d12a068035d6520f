using System.Text;
using TrayAgent.Files;

namespace TrayAgent.Tests.Files;

public sealed class AtomicFileTests : IDisposable
{
    private const UnixFileMode FileForOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly string _folder = Directory.CreateTempSubdirectory("trayagent-files-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void A_new_file_and_its_folders_are_for_their_owner_only()
    {
        var path = In("a", "b", "state.json");
        Check(path, "new");
        Assert.Equal(FileForOwner, new FileInfo(path).UnixFileMode);
        Assert.Equal(FileForOwner | UnixFileMode.UserExecute, new DirectoryInfo(In("a", "b")).UnixFileMode);
        Assert.Equal(FileForOwner | UnixFileMode.UserExecute, new DirectoryInfo(In("a")).UnixFileMode);
    }

    [Fact]
    public void The_old_content_is_replaced_whole()
    {
        File.WriteAllText(In("state.json"), "a much longer old content");
        Check(In("state.json"), "new");
    }

    [Fact]
    public void A_link_stays_a_link()
    {
        Directory.CreateDirectory(In("dotfiles"));
        File.WriteAllText(In("dotfiles", "state.json"), "old");
        File.CreateSymbolicLink(In("state.json"), Path.Combine("dotfiles", "state.json"));
        Check(In("state.json"), "new");
        Assert.NotNull(new FileInfo(In("state.json")).LinkTarget);
        Assert.Equal("new", File.ReadAllText(In("dotfiles", "state.json")));
    }

    [Fact]
    public void A_target_that_cannot_be_replaced_is_named_and_nothing_is_left_behind()
    {
        Directory.CreateDirectory(In("state.json", "child"));
        var e = Assert.Throws<IOException>(() => AtomicFile.Write(In("state.json"), "new"u8));
        Assert.Equal($"'{In("state.json")}' could not be written: Is a directory.", e.Message);
        Assert.Equal([In("state.json")], Directory.GetFileSystemEntries(_folder));
    }

    private string In(params string[] names) => Path.Combine([_folder, .. names]);

    private static void Check(string path, string content)
    {
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(content));
        Assert.Equal(content, File.ReadAllText(path));
        Assert.DoesNotContain(Directory.GetFiles(Path.GetDirectoryName(path)!), name => name.EndsWith(".tmp", StringComparison.Ordinal));
    }
}
