using TrayAgent.Crash.Tests.Support;

namespace TrayAgent.Crash.Tests.PowerCut;

public sealed class PowerCutTests(Workshop workshop)
{
    private const int Few = 6;

    [Theory]
    [InlineData("ext4")]
    [InlineData("ext4 noauto_da_alloc")]
    [InlineData("xfs")]
    public void A_power_cut_at_any_file_call_leaves_what_was_confirmed_or_what_is_newer(string fileSystem)
    {
        using var disk = new Disk(workshop, FileSystem.Of(fileSystem));
        Assert.Empty(new PowerCuts(new Writer(workshop, "token"), disk).AtEveryCall(Sizes.PowerCuts));
    }

    [Theory]
    [InlineData("ext4", JournalEnd.Lost)]
    [InlineData("ext4", JournalEnd.Flushed)]
    [InlineData("xfs", JournalEnd.Lost)]
    [InlineData("xfs", JournalEnd.Flushed)]
    public void A_power_cut_takes_no_write_back_that_was_reported_as_done(string fileSystem, object journal) => Assert.Empty(
        AfterSuccess("token", fileSystem, (JournalEnd)journal));

    [Theory]
    [InlineData("ext4 noauto_da_alloc")]
    [InlineData("xfs")]
    public void Control_a_rename_over_bytes_that_are_not_on_the_disk_leaves_an_empty_file(string fileSystem) => Assert.NotEmpty(
        AfterSuccess("control-rename-without-fsync", fileSystem, JournalEnd.Flushed));

    [Theory]
    [InlineData("ext4")]
    [InlineData("xfs")]
    public void Control_a_folder_that_is_not_on_the_disk_brings_the_old_file_back(string fileSystem) => Assert.NotEmpty(
        AfterSuccess("control-no-dir-fsync", fileSystem, JournalEnd.Lost));

    /// <summary>As under <c>eatmydata</c>: every fsync succeeds and does nothing.</summary>
    [Theory]
    [InlineData("ext4")]
    [InlineData("xfs")]
    public void Control_a_disk_that_only_says_so_loses_what_our_writer_wrote(string fileSystem) => Assert.NotEmpty(
        AfterSuccess("token", fileSystem, JournalEnd.Lost, Fault.Lie));

    private IReadOnlyList<string> AfterSuccess(string how, string fileSystem, JournalEnd journal, Fault? fault = null)
    {
        using var disk = new Disk(workshop, FileSystem.Of(fileSystem));
        return new PowerCuts(new Writer(workshop, how), disk).AfterSuccess(Few, journal, fault);
    }
}
