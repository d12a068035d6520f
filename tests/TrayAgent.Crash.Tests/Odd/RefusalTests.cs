using TrayAgent.Crash.Tests.PowerCut;
using TrayAgent.Crash.Tests.Support;

namespace TrayAgent.Crash.Tests.Odd;

/// <summary>What is not to be written, in a person's home: one sentence says why, and nothing has changed.</summary>
public sealed class RefusalTests(Workshop workshop)
{
    private readonly Nobody _nobody = new(workshop, "token");

    [Fact]
    public void A_folder() => Check(_nobody.Folder("target.json"), "is a folder, so it was left as it is. Move it away.");

    [Fact]
    public void A_pipe() => Check(Made("mkfifo", "{0}"), "is no regular file, so it was left as it is. Move it away.");

    [Fact]
    public void A_device()
    {
        Privilege.Require();
        Check(Made("mknod", "{0}", "c", "1", "5"), "is no regular file, so it was left as it is. Move it away.");
    }

    [Fact]
    public void A_socket() => Check(
        Made("python3", "-c", "import socket, sys; socket.socket(socket.AF_UNIX).bind(sys.argv[1])", "{0}"),
        "is no regular file, so it was left as it is. Move it away.");

    [Fact]
    public void A_link_to_itself() => Check(_nobody.Link("target.json", "target.json"), "is a link that leads back to itself. Remove it.");

    [Fact]
    public void A_circle_of_links()
    {
        _nobody.Link("a", "b");
        _nobody.Link("b", "a");
        Check(_nobody.Link("a", "target.json"), "is a link that leads back to itself. Remove it.");
    }

    [Fact]
    public void A_link_into_a_folder_that_does_not_exist() => Check(
        _nobody.Link("missing/real.json", "target.json"),
        $"is a link to '{_nobody.In("missing", "real.json")}', whose folder does not exist. Create the folder, or remove the link.");

    [Fact]
    public void A_link_to_a_device() => Check(
        _nobody.Link("/dev/null", "target.json"),
        "was not written, because its folder '/dev' belongs to another user. Run TrayAgent as that user, or correct the owner.");

    [Fact]
    public void A_file_that_its_owner_protected()
    {
        var target = _nobody.File("old", "target.json");
        File.SetUnixFileMode(target, UnixFileMode.UserRead);
        Check(target, $"is write-protected, so it was left as it is. To let TrayAgent change it: chmod u+w '{target}'.");
    }

    [Fact]
    public void A_folder_that_its_owner_protected()
    {
        var target = _nobody.File("old", "target.json");
        var before = File.GetUnixFileMode(_nobody.Home);
        File.SetUnixFileMode(_nobody.Home, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            Check(
                target,
                $"was not written, because its folder '{_nobody.Home}' is write-protected. "
                + $"To let TrayAgent write there: chmod u+w '{_nobody.Home}'.");
        }
        finally
        {
            File.SetUnixFileMode(_nobody.Home, before);
        }
    }

    [Fact]
    public void A_folder_of_another_user()
    {
        Privilege.Require();
        var target = _nobody.File("old", "target.json");
        Tool.Run("chown", "0:0", _nobody.Home);
        Check(
            target,
            $"was not written, because its folder '{_nobody.Home}' belongs to another user. "
            + "Run TrayAgent as that user, or correct the owner.");
    }

    [Fact]
    public void A_folder_in_which_everybody_may_replace_files()
    {
        var target = _nobody.File("old", "target.json");
        Tool.Run("chmod", "0777", _nobody.Home);
        Check(
            target,
            $"was not written, because every user may replace files in '{_nobody.Home}'. "
            + $"Make the folder yours alone: chmod go-w '{_nobody.Home}'.");
    }

    [Fact]
    public void A_disk_that_is_read_only()
    {
        _nobody.Folder("disk");
        _nobody.File("old", "disk", "target.json");
        using var mount = Mount.Bind(_nobody.In("disk"), _nobody.Folder("mount"), BindMode.ReadOnly);
        Check(
            _nobody.In("mount", "target.json"),
            $"was not written, because '{mount.Folder}' is on a disk that is mounted read-only. "
            + "Mount it for writing, or change the file where it comes from.");
    }

    [Fact]
    public void A_file_that_is_mounted_by_itself()
    {
        var target = _nobody.File("", "target.json");
        using var mount = Mount.Bind(_nobody.File("old", "outside.json"), target, BindMode.ReadWrite);
        Check(
            target,
            "is mounted as a single file, so it cannot be replaced in one step and was left as it is. Mount its folder instead.");
    }

    [Theory]
    [InlineData("+i")]
    [InlineData("+a")]
    public void A_file_that_even_root_may_not_replace(string attribute)
    {
        using var disk = new Disk(workshop, FileSystem.Ext4);
        var target = OnDisk(disk);
        CheckWithAttribute(
            attribute,
            target,
            $"is write-protected, so it was left as it is. To let TrayAgent change it: sudo chattr -ia '{target}'.",
            disk.Folder);
    }

    /// <summary>With +a files can be made, but not renamed, nor even removed.</summary>
    [Theory]
    [InlineData("+i")]
    [InlineData("+a")]
    public void A_folder_that_even_root_may_not_change(string attribute)
    {
        using var disk = new Disk(workshop, FileSystem.Ext4);
        var target = OnDisk(disk);
        CheckWithAttribute(
            attribute,
            disk.Folder,
            $"was not written, because its folder '{disk.Folder}' is write-protected. "
            + $"To let TrayAgent write there: sudo chattr -ia '{disk.Folder}'.",
            disk.Folder,
            target);
    }

    private static string OnDisk(Disk disk)
    {
        Nobody.Own(disk.Folder);
        var target = Path.Combine(disk.Folder, "target.json");
        File.WriteAllText(target, "old");
        Nobody.Own(target);
        return target;
    }

    private void CheckWithAttribute(string attribute, string of, string words, string folder, string? target = null)
    {
        Tool.Run("chattr", attribute, of);
        try
        {
            Check(target ?? of, words, folder);
        }
        finally
        {
            Tool.Run("chattr", "-ia", of);
        }
    }

    /// <param name="words">What follows on the name of the file; a beginning is enough.</param>
    private void Check(string target, string words, string? folder = null)
    {
        var before = Tree.Of(folder ?? _nobody.Home);
        var end = _nobody.Write(target, "new");
        Assert.StartsWith($"'{target}' {words}", end.Error, StringComparison.Ordinal);
        Assert.True(end.Failed);
        Assert.False(end.Reserved, "A token would be lost: the refusal comes after the service was asked for a new one.");
        Assert.Equal(before, Tree.Of(folder ?? _nobody.Home));
    }

    /// <summary>By a program that makes it; <c>{0}</c> is its path.</summary>
    private string Made(string program, params string[] arguments)
    {
        var path = _nobody.In("target.json");
        Tool.Run(program, [.. arguments.Select(argument => argument.Replace("{0}", path, StringComparison.Ordinal))]);
        Nobody.Own(path);
        return path;
    }
}
