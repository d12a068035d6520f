using TrayAgent.Crash.Tests.Support;

namespace TrayAgent.Crash.Tests.Odd;

/// <summary>Settings in odd places, in a person's home: edited where they really are, or left alone with a sentence that says what to do.</summary>
public sealed class EditTargetTests : IDisposable
{
    private const string Old = "{\n  \"model\": \"opus\"\n}\n";
    private const string New = "{\n  \"model\": \"opus\",\n  \"env\": {\n    \"AWS_PROFILE\": \"dev\"\n  },\n  \"awsAuthRefresh\": \"aws sso login --profile dev\"\n}\n";

    private readonly Workshop _workshop;
    private readonly Nobody _nobody;
    private readonly Stack<Action> _undo = new();

    public EditTargetTests(Workshop workshop)
    {
        _workshop = workshop;
        _nobody = new Nobody(workshop, "edit-settings");
        _nobody.Folder(".claude");
        _nobody.Folder("dotfiles");
    }

    public void Dispose()
    {
        foreach (var step in _undo)
        {
            step();
        }
    }

    private string Settings => _nobody.In(".claude", "settings.json");

    private string Dotfile => _nobody.In("dotfiles", "settings.json");

    [Fact]
    public void A_link_stays_a_link_and_its_target_is_edited_in_its_own_folder()
    {
        _nobody.File(Old, "dotfiles", "settings.json");
        _nobody.Link("../dotfiles/settings.json", ".claude", "settings.json");
        CheckEdited(Dotfile);
        Assert.Equal("../dotfiles/settings.json", new FileInfo(Settings).LinkTarget);
    }

    [Fact]
    public void A_linked_folder_stays_a_link()
    {
        Directory.Delete(_nobody.In(".claude"));
        _nobody.File(Old, "dotfiles", "settings.json");
        _nobody.Link("dotfiles", ".claude");
        CheckEdited(Dotfile);
        Assert.Equal("dotfiles", new FileInfo(_nobody.In(".claude")).LinkTarget);
    }

    [Fact]
    public void A_store_of_a_package_manager_is_named_as_such()
    {
        Privilege.Require();
        var store = Store();
        File.WriteAllText(Path.Combine(store, "settings.json"), Old);
        _nobody.Link(Path.Combine(store, "settings.json"), ".claude", "settings.json");
        CheckRefused(
            $"'{Settings}' leads to '{store}/settings.json', which a package manager made, so it was left as it is. "
            + "Change it in the configuration that it is made from (home-manager for instance), or put a file of your own in the place of the link.");
    }

    [Fact]
    public void A_disk_that_is_read_only_is_named_as_such()
    {
        _nobody.File(Old, "dotfiles", "settings.json");
        using var mount = Mount.Bind(_nobody.In("dotfiles"), _nobody.Folder("mount"), BindMode.ReadOnly);
        _nobody.Link(_nobody.In("mount", "settings.json"), ".claude", "settings.json");
        CheckRefused(
            $"'{Settings}' was not written, because '{mount.Folder}' is on a disk that is mounted read-only. "
            + "Mount it for writing, or change the file where it comes from.");
    }

    [Fact]
    public void A_file_that_is_mounted_by_itself()
    {
        _nobody.File("", ".claude", "settings.json");
        using var mount = Mount.Bind(_nobody.File(Old, "dotfiles", "settings.json"), Settings, BindMode.ReadWrite);
        CheckRefused(
            $"'{Settings}' is mounted as a single file, so it cannot be replaced in one step and was left as it is. Mount its folder instead.");
    }

    [Fact]
    public void A_file_with_two_names()
    {
        _nobody.File(Old, ".claude", "settings.json");
        Tool.Run("ln", Settings, Dotfile);
        CheckRefused(
            $"'{Settings}' has 2 names (hard links), and replacing it would part them, so it was left as it is. "
            + $"Make the other name a symbolic link to this one; 'find / -xdev -samefile \"{Settings}\"' finds it.");
    }

    [Fact]
    public void A_file_that_its_owner_protected()
    {
        File.SetUnixFileMode(_nobody.File(Old, ".claude", "settings.json"), UnixFileMode.UserRead);
        CheckRefused($"'{Settings}' is write-protected, so it was left as it is. To let TrayAgent change it: chmod u+w '{Settings}'.");
    }

    [Fact]
    public void A_file_of_another_user()
    {
        Privilege.Require();
        _nobody.File(Old, ".claude", "settings.json");
        Tool.Run("chown", "0:0", Settings);
        Tool.Run("chmod", "0644", Settings);
        CheckRefused(
            $"'{Settings}' belongs to root, so it was left as it is. To make it yours: sudo chown \"$USER\" '{Settings}'.");
    }

    [Fact]
    public void A_group_that_the_person_is_not_in_is_not_taken_away_from_the_file()
    {
        Privilege.Require();
        _nobody.File(Old, ".claude", "settings.json");
        Tool.Run("chgrp", "0", Settings);
        Tool.Run("chmod", "0640", Settings);
        CheckRefused(
            $"'{Settings}' belongs to a group that you are not in (number 0), which it would lose, so it was left as it is. "
            + $"Give it one of yours: sudo chgrp \"$(id -g)\" '{Settings}'.");
    }

    [Fact]
    public void A_group_that_may_do_nothing_with_the_file_is_no_loss()
    {
        Privilege.Require();
        _nobody.File(Old, ".claude", "settings.json");
        Tool.Run("chgrp", "0", Settings);
        CheckEdited(Settings);
    }

    [Fact]
    public void A_folder_in_which_everybody_may_replace_files()
    {
        _nobody.File(Old, ".claude", "settings.json");
        Tool.Run("chmod", "0777", _nobody.In(".claude"));
        CheckRefused(
            $"'{Settings}' was not written, because every user may replace files in '{_nobody.In(".claude")}'. "
            + $"Make the folder yours alone: chmod go-w '{_nobody.In(".claude")}'.");
    }

    [Fact]
    public void A_folder_in_its_place()
    {
        _nobody.Folder(".claude", "settings.json");
        CheckRefused($"'{Settings}' is a folder, so it was left as it is. Move it away.");
    }

    [Fact]
    public void A_pipe_in_its_place()
    {
        Tool.Run("mkfifo", Settings);
        Nobody.Own(Settings);
        CheckRefused($"'{Settings}' is no regular file, so it was left as it is. Move it away.");
    }

    [Fact]
    public void A_link_to_a_device()
    {
        _nobody.Link("/dev/null", ".claude", "settings.json");
        CheckRefused(
            $"'{Settings}' was not written, because its folder '/dev' belongs to another user. Run TrayAgent as that user, or correct the owner.");
    }

    /// <summary>Perhaps the disk with the dotfiles is not there at the moment: what was made now would be in its way.</summary>
    [Fact]
    public void A_link_to_a_file_that_does_not_exist()
    {
        _nobody.Link(Dotfile, ".claude", "settings.json");
        CheckRefused(
            $"'{Settings}' is a link to '{Dotfile}', which does not exist, so nothing was written. Create that file, or remove the link.");
    }

    private void CheckEdited(string real)
    {
        var end = _nobody.Write(_nobody.Home, "dev");
        Assert.True(end.Succeeded, end.Error);
        Assert.Equal(New, File.ReadAllText(real));
        Assert.Equal([real], Directory.GetFileSystemEntries(Path.GetDirectoryName(real)!));
    }

    private void CheckRefused(string words)
    {
        string[] folders = [_nobody.In(".claude"), _nobody.In("dotfiles")];
        var before = folders.SelectMany(Tree.Of).ToArray();
        var end = _nobody.Write(_nobody.Home, "dev");
        Assert.Equal(words, end.Error.Trim());
        Assert.True(end.Failed);
        Assert.Equal(before, folders.SelectMany(Tree.Of));
        Assert.False(Directory.Exists(_nobody.In(".local", "state", "trayagent", "edits", "backups")), "There is a backup of nothing.");
    }

    /// <summary>Where Nix has it; gone at the end.</summary>
    private string Store()
    {
        var top = "/nix";
        var existed = Directory.Exists(top);
        var store = Path.Combine(top, "store", Path.GetFileName(_workshop.Root));
        Directory.CreateDirectory(store);
        _undo.Push(() => Directory.Delete(existed ? store : top, recursive: true));
        return store;
    }
}
