using TrayAgent.Crash.Tests.PowerCut;
using TrayAgent.Crash.Tests.Support;

namespace TrayAgent.Crash.Tests.Odd;

public sealed class SweepTests(Workshop workshop)
{
    [Fact]
    public void A_temporary_file_that_cannot_be_removed_does_not_keep_the_others()
    {
        using var disk = new Disk(workshop, FileSystem.Ext4);
        var stuck = Enumerable.Range(0, 5).Select(i => Stale(disk, $"stuck{i}")).ToArray();
        foreach (var i in Enumerable.Range(0, 5))
        {
            Stale(disk, $"loose{i}");
        }

        Tool.Run("chattr", ["+i", .. stuck]);
        try
        {
            Assert.True(new Writer(workshop, "sweep").Write(disk.Folder, "").Succeeded);
            Assert.Equal(stuck, Directory.GetFiles(disk.Folder).Order(StringComparer.Ordinal));
        }
        finally
        {
            Tool.Run("chattr", ["-i", .. stuck]);
        }
    }

    [Fact]
    public void Only_our_own_names_are_removed()
    {
        var folder = workshop.Folder("sweep");
        string[] foreign = [".tmpabc.json", "botocore.trayagent.tmp", ".x.trayagent.tmp.bak"];
        foreach (var name in foreign)
        {
            File.WriteAllText(Path.Combine(folder, name), "");
            File.SetLastWriteTimeUtc(Path.Combine(folder, name), DateTime.UnixEpoch);
        }

        Assert.True(new Writer(workshop, "sweep").Write(folder, "").Succeeded);
        Assert.Equal(
            foreign.Order(StringComparer.Ordinal),
            Directory.GetFiles(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_no_obstacle() =>
        Assert.True(new Writer(workshop, "sweep").Write(Path.Combine(workshop.Root, "nowhere"), "").Succeeded);

    private static string Stale(Disk disk, string name)
    {
        var path = Path.Combine(disk.Folder, $".{name}.trayagent.tmp");
        File.WriteAllText(path, "");
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow - TimeSpan.FromMinutes(11));
        return path;
    }
}
