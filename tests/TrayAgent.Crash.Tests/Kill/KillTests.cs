using TrayAgent.Crash.Tests.Support;

namespace TrayAgent.Crash.Tests.Kill;

public sealed class KillTests(Workshop workshop)
{
    [Theory]
    [InlineData("token")]
    [InlineData("state")]
    public void A_kill_at_any_file_call_leaves_the_old_or_the_new_file(string how)
    {
        var report = Run(how, Sizes.Kills);
        Assert.Empty(report.Lost);
        Assert.Empty(report.Readable);
        CheckSweep(report);
    }

    /// <summary>The new bytes may be as readable as the old ones were, and not more than that.</summary>
    [Fact]
    public void A_kill_at_any_file_call_leaves_a_file_that_people_edit_old_or_new()
    {
        var report = Run("keep-mode", Sizes.Kills);
        Assert.Empty(report.Lost);
        Assert.Equal(["Old: 644"], report.Readable);
        CheckSweep(report);
    }

    [Fact]
    public void Control_a_file_that_is_written_in_place_is_lost() =>
        Assert.NotEmpty(Run("control-writeallbytes", 48).Lost);

    [Fact]
    public void Control_a_mode_that_is_set_after_creation_leaves_readable_files() =>
        Assert.NotEmpty(Run("control-create-then-chmod", 48).Readable);

    private KillReport Run(string how, int rounds)
    {
        var report = new KillRun(new Writer(workshop, how), new LibraryCalls()).Rounds(rounds);
        Assert.Equal((rounds, 0), (report.Killed, report.Finished));
        return report;
    }

    private void CheckSweep(KillReport report)
    {
        Assert.NotEmpty(Directory.GetFiles(report.Left));
        var inUse = Path.Combine(report.Left, ".target.json.1.trayagent.tmp");
        File.WriteAllText(inUse, "");
        Assert.True(new Writer(workshop, "sweep").Write(report.Left, "").Succeeded);
        Assert.Equal([inUse], Directory.GetFiles(report.Left));
    }
}
