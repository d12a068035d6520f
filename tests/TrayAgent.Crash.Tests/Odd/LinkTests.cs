using TrayAgent.Crash.Tests.Support;

namespace TrayAgent.Crash.Tests.Odd;

/// <summary>Links, as in a folder of dotfiles: they stay, and what they lead to is written.</summary>
public sealed class LinkTests(Workshop workshop)
{
    [Theory]
    [InlineData("token")]
    [InlineData("state")]
    [InlineData("keep-mode")]
    public void A_link_to_a_file_stays_a_link(string how) =>
        Check(how, nobody => nobody.Link(nobody.In("dotfiles", "real.json"), "target.json"));

    [Theory]
    [InlineData("token")]
    [InlineData("keep-mode")]
    public void A_relative_link_stays_a_link(string how) =>
        Check(how, nobody => nobody.Link("dotfiles/real.json", "target.json"));

    [Theory]
    [InlineData("token")]
    [InlineData("keep-mode")]
    public void A_chain_of_five_links_stays_a_chain(string how) => Check(how, nobody =>
    {
        nobody.Folder("chain");
        nobody.Link("../dotfiles/real.json", "chain", "5");
        nobody.Link("5", "chain", "4");
        nobody.Link(nobody.In("chain", "4"), "chain", "3");
        nobody.Link("./3", "chain", "2");
        nobody.Link("chain/2", "target.json");
    });

    [Theory]
    [InlineData("token")]
    [InlineData("keep-mode")]
    public void A_link_leads_on_from_the_folder_in_which_it_really_lies(string how) => Check(how, nobody =>
    {
        // As 'stow' makes them. Taken as text, the way would lead to the decoy.
        nobody.File("decoy", "real.json");
        nobody.Folder("dotfiles", "deep");
        nobody.Link("../real.json", "dotfiles", "deep", "link");
        nobody.Link("dotfiles/deep", "short");
        nobody.Link("short/link", "target.json");
    });

    [Fact]
    public void A_link_to_a_folder_stays_a_link()
    {
        var nobody = WithDotfiles("token");
        nobody.Link("dotfiles", ".aws");
        Assert.True(nobody.Write(nobody.In(".aws", "real.json"), "new").Succeeded);
        Assert.Equal("dotfiles", new FileInfo(nobody.In(".aws")).LinkTarget);
        Assert.Equal("new", File.ReadAllText(nobody.In("dotfiles", "real.json")));
    }

    [Fact]
    public void A_link_to_a_file_on_another_disk_is_written_there()
    {
        var nobody = new Nobody(workshop, "token");
        using var disk = Mount.OfMemory(nobody.Folder("disk"), "size=1m");
        Nobody.Own(disk.Folder);
        var real = nobody.File("old", "disk", "real.json");
        var link = nobody.Link(real, "target.json");
        var end = nobody.Write(link, "new");
        Assert.True(end.Succeeded, end.Error);
        Assert.Equal("new", File.ReadAllText(real));
        Assert.Equal(real, new FileInfo(link).LinkTarget);
        Assert.Empty(Temporaries.Beside(real));
    }

    [Fact]
    public void A_link_to_a_file_that_does_not_exist_yet_makes_it()
    {
        var nobody = WithDotfiles("token");
        nobody.Link("dotfiles/later.json", "target.json");
        var end = nobody.Write(nobody.In("target.json"), "new");
        Assert.True(end.Succeeded, end.Error);
        Assert.Equal("new", File.ReadAllText(nobody.In("dotfiles", "later.json")));
    }

    [Fact]
    public void Control_a_rename_onto_the_link_replaces_it()
    {
        var nobody = WithDotfiles("control-flush-true");
        var link = nobody.Link("dotfiles/real.json", "target.json");
        Assert.True(nobody.Write(link, "new").Succeeded);
        Assert.Null(new FileInfo(link).LinkTarget);
        Assert.Equal("old", File.ReadAllText(nobody.In("dotfiles", "real.json")));
    }

    private void Check(string how, Action<Nobody> makeLinks)
    {
        var nobody = WithDotfiles(how);
        makeLinks(nobody);
        var before = Tree.Of(nobody.Home);
        var end = nobody.Write(nobody.In("target.json"), "new");
        Assert.True(end.Succeeded, end.Error);

        // Nothing but the bytes has changed; of files with secrets also who may read them.
        var after = before.Select(line => line.Replace(" old", " new", StringComparison.Ordinal));
        Assert.Equal(
            how == "keep-mode" ? after : after.Select(line => line.Replace(" 640 new", " 600 new", StringComparison.Ordinal)),
            Tree.Of(nobody.Home));
    }

    private Nobody WithDotfiles(string how)
    {
        var nobody = new Nobody(workshop, how);
        nobody.Folder("dotfiles");
        var real = nobody.File("old", "dotfiles", "real.json");
        File.SetUnixFileMode(real, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead);
        return nobody;
    }
}
