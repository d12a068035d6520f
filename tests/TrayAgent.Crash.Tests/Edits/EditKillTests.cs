using TrayAgent.Crash.Tests.Support;

namespace TrayAgent.Crash.Tests.Edits;

public sealed class EditKillTests(Workshop workshop)
{
    [Theory]
    [InlineData("edit-settings")]
    [InlineData("edit-config")]
    public void A_kill_at_any_file_call_leaves_the_old_or_the_new_file_and_its_backups(string how)
    {
        var run = new EditRun(workshop, how).Kills(Sizes.EditKills);
        run.CheckNothingWrong();
        Assert.Equal((Sizes.EditKills, 0), (run.Killed, run.Completed));
    }

    [Fact]
    public void After_a_kill_at_any_file_call_of_two_files_both_are_old_or_both_are_new_when_we_start_again()
    {
        var run = new EditRun(workshop, "edit-both").Kills(Sizes.TwoFileKills);
        run.CheckNothingWrong();
        Assert.Equal(Sizes.TwoFileKills, run.Killed);
        Assert.True(run.Completed > 0, "No kill met the two writes, so nothing was completed.");
    }

    [Fact]
    public void Control_two_files_without_a_journal_are_left_half() => Assert.Contains(
        new EditRun(workshop, "control-edit-both-without-journal").Kills(60).Wrong,
        wrong => wrong.Contains("half after the next start", StringComparison.Ordinal));

    [Theory]
    [InlineData("edit-settings")]
    [InlineData("edit-config")]
    [InlineData("edit-both")]
    public void A_kill_at_any_system_call_of_an_edit_leaves_the_same(string how)
    {
        var run = new EditRun(workshop, how).KernelKills(Sizes.EditSyscallKills);
        run.CheckNothingWrong();
        Assert.True(run.Killed * 20 >= 19 * Sizes.EditSyscallKills, $"Only {run.Killed} of {Sizes.EditSyscallKills} were killed.");
    }

    [Fact]
    public void Control_two_files_without_a_journal_are_left_half_by_a_kill_at_a_system_call() => Assert.Contains(
        new EditRun(workshop, "control-edit-both-without-journal").KernelKills(120).Wrong,
        wrong => wrong.Contains("half after the next start", StringComparison.Ordinal));
}
