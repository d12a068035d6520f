using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.EndToEnd.Tests.Verbs;

/// <summary>Standard output and error that do not take what is written.</summary>
public sealed class OutputTests
{
    /// <summary>A pipe whose reader has gone, as that of <c>| head -1</c> soon is.</summary>
    private const string BrokenPipe = "mkfifo \"$0.pipe\"; exec 3<>\"$0.pipe\" 4>\"$0.pipe\" 3<&-; ";

    [Theory]
    [InlineData("\"$1\" status >/dev/full", "The result could not be written: No space left on device.")]
    [InlineData("\"$1\" --help >/dev/full", "The result could not be written: No space left on device.")]
    [InlineData("\"$1\" status >&-", "The result could not be written: Bad file descriptor.")]
    [InlineData(BrokenPipe + "\"$1\" status --watch >&4", "The result could not be written: Broken pipe.")]
    public Task A_result_that_cannot_be_written_is_1_and_one_sentence(string script, string expected) =>
        CheckAsync(script, 1, expected);

    [Theory]
    [InlineData("\"$1\" status 2>/dev/full >/dev/null", 3)]
    [InlineData("\"$1\" login --session nobody 2>/dev/full", 2)]
    [InlineData("\"$1\" login --session nobody <&- >&- 2>&-", 2)]
    public Task Who_cannot_be_told_is_not_told(string script, int expected) => CheckAsync(script, expected, "");

    private static Task CheckAsync(string script, int exitCode, string error) => Machine.WithoutDesktopAsync(async machine =>
    {
        var end = await Machine.EndOfAsync(machine.StartProgram(machine.WriteProgram("output", script), AgentBinary.Path));
        Assert.Equal((exitCode, "", error), (end.ExitCode, end.Out, end.Error));
    });
}
