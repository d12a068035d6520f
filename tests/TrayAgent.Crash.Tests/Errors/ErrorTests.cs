using TrayAgent.Crash.Tests.Support;

namespace TrayAgent.Crash.Tests.Errors;

public sealed class ErrorTests(Workshop workshop)
{
    [Theory]
    [InlineData("token")]
    [InlineData("state")]
    [InlineData("keep-mode")]
    public void Whichever_call_fails_success_means_new_and_on_the_disk_and_failure_means_old(string how) =>
        Assert.Empty(new ErrorRun(new Writer(workshop, how)).Violations(Sizes.Failures));

    [Fact]
    public void Whichever_call_fails_a_link_stays_a_link() =>
        Assert.Empty(new ErrorRun(new Writer(workshop, "token"), WrittenAs.LinkToFile).Violations(Sizes.Failures));

    [Theory]
    [InlineData("control-flush-true")]
    [InlineData("control-writeallbytes")]
    public void Control_a_writer_that_loses_errors_is_found(string how) =>
        Assert.NotEmpty(new ErrorRun(new Writer(workshop, how)).Violations([Errno.EIO, Errno.ENOSPC]));

    [Theory]
    [InlineData("write")]
    [InlineData("fallocate")]
    [InlineData("ftruncate")]
    [InlineData("fsync")]
    public void A_call_that_is_interrupted_is_made_again(string call)
    {
        var (target, calls) = Learn();
        var end = new Writer(workshop, "token").Write(target, Content.Of(2), Fault.Failure(calls.IndexOf(call) + 1, Errno.EINTR, times: 5));
        Assert.True(end.Succeeded, end.Error);
        Assert.Equal(Content.Of(2), File.ReadAllText(target));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(Fault.Always)]
    public void A_write_that_takes_only_a_part_is_continued(int times)
    {
        var (target, calls) = Learn();
        var text = Content.Of(2, 100_000);
        var end = new Writer(workshop, "token").Write(target, text, Fault.ShortWrite(calls.IndexOf("write") + 1, times));
        Assert.True(end.Succeeded, end.Error);
        Assert.Equal(text, File.ReadAllText(target));
    }

    [Theory]
    [InlineData("token")]
    [InlineData("state")]
    [InlineData("keep-mode")]
    public void The_bytes_are_on_the_disk_before_they_get_their_name_and_the_name_before_it_is_reported(string how)
    {
        var (_, calls) = Learn(how);
        var renamed = calls.IndexOf("rename");
        Assert.InRange(calls.IndexOf("fsync"), calls.LastIndexOf("write") + 1, renamed - 1);
        Assert.True(calls.LastIndexOf("fsync") > renamed, string.Join(' ', calls));
    }

    private (string Target, List<string> Calls) Learn(string how = "token")
    {
        var target = Path.Combine(workshop.Folder("calls"), "target.json");
        File.WriteAllText(target, Content.Of(0));
        return (target, [.. new Writer(workshop, how).Calls(target, Content.Of(1)).Select(call => call.Split(' ')[0])]);
    }
}
