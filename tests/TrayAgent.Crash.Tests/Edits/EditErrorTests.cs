using TrayAgent.Crash.Tests.Support;

namespace TrayAgent.Crash.Tests.Edits;

public sealed class EditErrorTests(Workshop workshop)
{
    [Theory]
    [InlineData("edit-settings")]
    [InlineData("edit-config")]
    [InlineData("edit-both")]
    public void Whichever_call_fails_success_means_all_new_and_failure_means_all_old_or_completed_by_the_next_start(string how) =>
        new EditRun(workshop, how).Failures(Sizes.EditErrors).CheckNothingWrong();

    [Theory]
    [InlineData("edit-settings")]
    [InlineData("edit-config")]
    [InlineData("edit-both")]
    public void Whichever_system_call_fails_the_same_holds(string how) =>
        new EditRun(workshop, how).KernelFailures(Sizes.EditErrors).CheckNothingWrong();

    [Theory]
    [InlineData("edit-settings")]
    [InlineData("edit-config")]
    [InlineData("edit-both")]
    public void Interrupted_and_short_calls_are_made_again(string how) => new EditRun(workshop, how).Interruptions().CheckNothingWrong();

    [Fact]
    public void Control_two_files_without_a_journal_are_left_half_by_a_failing_call() => Assert.Contains(
        new EditRun(workshop, "control-edit-both-without-journal").Failures(_ => [Errno.EIO]).Wrong,
        wrong => wrong.Contains("half after the next start", StringComparison.Ordinal));

    [Fact]
    public void Control_the_same_is_left_half_by_a_failing_system_call() => Assert.Contains(
        new EditRun(workshop, "control-edit-both-without-journal").KernelFailures(_ => [Errno.EIO]).Wrong,
        wrong => wrong.Contains("half after the next start", StringComparison.Ordinal));
}
