using System.Text;
using TrayAgent.Files.Writing;

namespace TrayAgent.Tests.Files;

/// <summary>What a write leaves behind, as another program sees it; crashes and failing disks are in tests/TrayAgent.Crash.Tests.</summary>
public sealed class WritingTests : IDisposable
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

    /// <summary>The token store does so while another program's half a file stands there.</summary>
    [Fact]
    public void What_was_kept_back_can_be_written_after_all()
    {
        Check(() => PendingWrite.Reserve(In("a.json"), Audience.OwnerOnly), In("a.json"));
        Check(() => WindowsPendingWrite.Reserve(WriteTarget.Of(In("b.json"))), In("b.json"));

        static void Check(Func<PendingWrite> reserve, string path)
        {
            File.WriteAllText(path, "old");
            using var pending = reserve();
            Assert.Equal(WriteResult.Kept, pending.Commit("new"u8, () => false));
            Assert.Equal("old", File.ReadAllText(path));
            Assert.Equal(WriteResult.Written, pending.Commit("new"u8, () => true));
            Assert.Equal("new", File.ReadAllText(path));
        }
    }

    [Fact]
    public void The_old_content_is_replaced_whole()
    {
        File.WriteAllText(In("state.json"), "a much longer old content");
        Check(In("state.json"), "new");
    }

    [Fact]
    public void A_file_with_secrets_is_closed_to_others_and_one_that_people_edit_keeps_its_mode()
    {
        const UnixFileMode Open = FileForOwner | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        File.WriteAllText(In("token.json"), "old");
        File.WriteAllText(In("config"), "old");
        File.SetUnixFileMode(In("token.json"), Open);
        File.SetUnixFileMode(In("config"), Open);
        Check(In("token.json"), "new");
        Check(In("config"), "new", Audience.AsBefore);
        Assert.Equal(FileForOwner, File.GetUnixFileMode(In("token.json")));
        Assert.Equal(Open, File.GetUnixFileMode(In("config")));
    }

    [Theory]
    [InlineData("dotfiles/state.json")]
    [InlineData("dotfiles/new.json")]
    [InlineData("second")]
    public void A_link_stays_a_link_also_one_to_a_link_or_to_a_file_that_is_not_there_yet(string target)
    {
        Directory.CreateDirectory(In("dotfiles"));
        File.WriteAllText(In("dotfiles", "state.json"), "old");
        File.CreateSymbolicLink(In("second"), Path.Combine("dotfiles", "state.json"));
        File.CreateSymbolicLink(In("state.json"), target);
        Check(In("state.json"), "new");
        Assert.Equal(target, new FileInfo(In("state.json")).LinkTarget);
        Assert.Equal("new", File.ReadAllText(In(target)));
    }

    [Fact]
    public void What_is_no_file_or_is_protected_is_left_alone_with_the_reason()
    {
        Directory.CreateDirectory(In("folder"));
        File.WriteAllText(In("protected"), "old");
        File.SetUnixFileMode(In("protected"), UnixFileMode.UserRead);
        File.CreateSymbolicLink(In("circle"), In("circle"));
        File.CreateSymbolicLink(In("unmounted"), In("usb", "token.json"));
        Refuses("folder", $"'{In("folder")}' is a folder, so it was left as it is. Move it away.");
        Refuses("protected", $"'{In("protected")}' is write-protected, so it was left as it is. To let TrayAgent change it: chmod u+w '{In("protected")}'.");
        Refuses("circle", $"'{In("circle")}' is a link that leads back to itself. Remove it.");
        Refuses("unmounted", $"'{In("unmounted")}' is a link to '{In("usb", "token.json")}', whose folder does not exist. Create the folder, or remove the link.");
        Assert.Equal("old", File.ReadAllText(In("protected")));
        Assert.Equal(4, Directory.GetFileSystemEntries(_folder).Length);
    }

    [Fact]
    public void A_folder_in_which_everybody_may_replace_files_is_refused()
    {
        Directory.CreateDirectory(In("open"), (UnixFileMode)0x1FF);
        File.SetUnixFileMode(In("open"), (UnixFileMode)0x1FF);
        Refuses(Path.Combine("open", "token.json"), "every user may replace files");
        Assert.Empty(Directory.GetFileSystemEntries(In("open")));
    }

    [Fact]
    public void What_somebody_else_wrote_meanwhile_stays()
    {
        File.WriteAllText(In("token.json"), "theirs");
        using (var pending = PendingWrite.Reserve(In("token.json"), Audience.OwnerOnly))
        {
            Assert.Equal(WriteResult.Kept, pending.Commit("ours"u8, () => File.ReadAllText(In("token.json")) != "theirs"));
        }

        Assert.Equal("theirs", File.ReadAllText(In("token.json")));
        Assert.Single(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Nothing_is_left_of_a_write_that_was_prepared_and_given_up()
    {
        PendingWrite.Reserve(In("token.json"), Audience.OwnerOnly).Dispose();
        Assert.Empty(Directory.GetFileSystemEntries(_folder));
    }

    [Fact]
    public void Remains_of_killed_writers_are_swept_and_those_of_living_ones_are_not()
    {
        var now = DateTimeOffset.UtcNow;
        Remains("old", now.AddMinutes(-11));
        Remains("young", now.AddMinutes(-9));
        File.WriteAllText(In("somebody.tmp"), "");
        File.SetLastWriteTimeUtc(In("somebody.tmp"), now.UtcDateTime.AddDays(-1));
        TemporaryNames.Sweep(_folder, now);
        TemporaryNames.Sweep(In("missing"), now);
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
        Assert.Contains(Directory.GetFiles(_folder), file => file.Contains(".young.", StringComparison.Ordinal));
    }

    private void Remains(string name, DateTimeOffset at)
    {
        var file = In(TemporaryNames.For(name));
        File.WriteAllText(file, "");
        File.SetLastWriteTimeUtc(file, at.UtcDateTime);
    }

    private void Refuses(string name, string reason)
    {
        var refusal = Assert.Throws<WriteRefusedException>(() => AtomicFile.Write(In(name), "new"u8));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    private string In(params string[] names) => Path.Combine([_folder, .. names]);

    private static void Check(string path, string content, Audience audience = Audience.OwnerOnly)
    {
        AtomicFile.Write(path, Encoding.UTF8.GetBytes(content), audience);
        Assert.Equal(content, File.ReadAllText(path));
        Assert.DoesNotContain(Directory.GetFiles(Path.GetDirectoryName(path)!), name => name.EndsWith(".tmp", StringComparison.Ordinal));
    }
}
