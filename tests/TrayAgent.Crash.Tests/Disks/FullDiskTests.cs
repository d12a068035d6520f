using TrayAgent.Crash.Tests.PowerCut;
using TrayAgent.Crash.Tests.Support;

namespace TrayAgent.Crash.Tests.Disks;

public sealed class FullDiskTests(Workshop workshop)
{
    private readonly string _old = Content.Of(1, 3_000);
    private readonly string _new = Content.Of(2, 5_000);

    [Theory]
    [InlineData("size=64k", "size=1m")]
    [InlineData("nr_inodes=2,size=1m", "nr_inodes=8,size=1m")]
    public void Without_room_nothing_is_reserved_and_with_room_again_it_is_written(string full, string roomy)
    {
        using var disk = Mount.OfMemory(Path.Combine(workshop.Folder("full"), "mount"), full + ",mode=0700");
        var target = Old(disk.Folder);
        var end = new Writer(workshop, "token").Write(target, _new);
        Assert.True(end is { Failed: true, Reserved: false }, end.ToString());
        Assert.Equal($"'{target}' could not be written: No space left on device.", end.Error.Trim());
        CheckUntouched(target);

        disk.Change(roomy + ",mode=0700");
        Assert.True(new Writer(workshop, "token").Write(target, _new).Succeeded);
        Assert.Equal(_new, File.ReadAllText(target));
    }

    [Theory]
    [InlineData("state")]
    [InlineData("keep-mode")]
    public void A_full_disk_keeps_the_old_file(string how)
    {
        using var disk = Mount.OfMemory(Path.Combine(workshop.Folder("full"), "mount"), "size=16k,mode=0700");
        var target = Old(disk.Folder);
        Assert.True(new Writer(workshop, how).Write(target, _new).Failed);
        CheckUntouched(target);
    }

    /// <summary>More than was reserved: the disk becomes full in the middle of the write.</summary>
    [Fact]
    public void A_disk_that_becomes_full_while_it_is_written_keeps_the_old_file()
    {
        using var disk = Mount.OfMemory(Path.Combine(workshop.Folder("full"), "mount"), "size=96k,mode=0700");
        var target = Old(disk.Folder);
        var end = new Writer(workshop, "token").Write(target, Content.Of(2, 120_000));
        Assert.True(end is { Failed: true, Reserved: true }, end.ToString());
        CheckUntouched(target);
    }

    [Fact]
    public void A_disk_that_has_less_than_it_says_keeps_the_old_file_and_the_writer_notices() =>
        Assert.Equal((3, _old), OnThinDisk("token"));

    [Fact]
    public void Control_a_lost_error_of_fsync_is_a_lost_file()
    {
        var (exitCode, found) = OnThinDisk("control-flush-true");
        Assert.Equal(0, exitCode);
        Assert.NotEqual(ThinContent, found);
    }

    /// <summary>So much that it cannot hide in blocks that the disk has already got.</summary>
    private static string ThinContent { get; } = Content.Of(2, 120_000);

    /// <summary>Returns what the writer said, and the file as it is after a restart.</summary>
    private (int ExitCode, string? Found) OnThinDisk(string how)
    {
        using var disk = new Disk(workshop, FileSystem.Ext4WithSmallJournal, memory: "16m");
        var target = Old(disk.Folder);
        UseJournal(disk);
        var filler = Path.Combine(disk.Memory, "filler");
        Fill(filler);
        var end = new Writer(workshop, how).Write(target, ThinContent);
        disk.CutPower(JournalEnd.Lost);
        File.Delete(filler);
        disk.Restart();
        return (end.ExitCode, File.Exists(target) ? File.ReadAllText(target) : null);
    }

    /// <summary>All of it, so that it has its room: only the bytes of the file shall find none.</summary>
    private static void UseJournal(Disk disk)
    {
        var marker = Path.Combine(disk.Folder, "marker");
        for (var i = 0; i < 200; i++)
        {
            File.WriteAllText(marker, $"{i}");
            File.Move(marker, marker + "s", overwrite: true);
            disk.Sync();
        }

        File.Delete(marker + "s");
        disk.Sync();
    }

    private static void Fill(string filler)
    {
        using var file = File.Create(filler, bufferSize: 1);
        try
        {
            while (true)
            {
                file.Write(new byte[4096]);
            }
        }
        catch (IOException)
        {
            // Full, as it shall be.
        }
    }

    private string Old(string folder)
    {
        var target = Path.Combine(folder, "target.json");
        File.WriteAllText(target, _old);
        return target;
    }

    private void CheckUntouched(string target)
    {
        Assert.Equal(_old, File.ReadAllText(target));
        Assert.Empty(Temporaries.Beside(target));
    }
}
