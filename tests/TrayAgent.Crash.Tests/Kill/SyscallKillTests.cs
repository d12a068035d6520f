using TrayAgent.Crash.Tests.Support;

namespace TrayAgent.Crash.Tests.Kill;

public sealed class SyscallKillTests(Workshop workshop)
{
    [Fact]
    public void A_kill_at_any_system_call_leaves_the_old_or_the_new_file()
    {
        var report = Run("token", Sizes.SyscallKills);
        Assert.Empty(report.Lost);
        Assert.Empty(report.Readable);
    }

    [Fact]
    public void Control_a_file_that_is_written_in_place_is_lost() =>
        Assert.NotEmpty(Run("control-writeallbytes", 24).Lost);

    private KillReport Run(string how, int rounds)
    {
        var report = new KillRun(new Writer(workshop, how), new KernelCalls()).Rounds(rounds);
        Assert.True(report.Finished * 20 <= rounds, $"{report.Finished} of {rounds} were not killed.");
        return report;
    }
}
