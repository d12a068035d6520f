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

    /// <summary>The machine slept between the question to the service and its answer: the only place for the new token must stay.</summary>
    [Fact]
    public async Task A_temporary_file_that_is_in_use_is_not_removed_however_old_it_is()
    {
        var target = Path.Combine(workshop.Folder("held"), "target.json");
        var writer = new Writer(workshop, "token");
        var written = writer.Calls(target, Content.Of(1)).ToList().FindIndex(call => call.StartsWith("write", StringComparison.Ordinal));
        var gate = Path.Combine(workshop.Folder("gate"), "gate");
        File.WriteAllText(gate, "");
        var writing = Task.Run(() => writer.Write(target, Content.Of(2), Fault.Hold(written + 1, gate)));
        while (!File.Exists(gate + ".reached"))
        {
            Assert.False(writing.IsCompleted, "It did not wait.");
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        Assert.Single(Temporaries.Beside(target)).LastWriteTimeUtc = DateTime.UtcNow - TimeSpan.FromHours(8);
        Assert.True(new Writer(workshop, "sweep").Write(Path.GetDirectoryName(target)!, "").Succeeded);
        File.Delete(gate);
        var end = await writing;
        Assert.True(end.Succeeded, end.Error);
        Assert.Equal(Content.Of(2), File.ReadAllText(target));
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
