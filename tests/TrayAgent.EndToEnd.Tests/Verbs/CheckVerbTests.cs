using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.EndToEnd.Tests.Verbs;

/// <summary><c>trayagent check</c>: the exit code is the answer.</summary>
public sealed class CheckVerbTests
{
    [Fact]
    public Task The_exit_code_says_whether_the_session_will_last() => Machine.WithoutDesktopAsync(async machine =>
    {
        await CheckAsync(machine, 3, "is signed out. Run: trayagent login --session");
        await machine.SignInAsync(MachineFiles.LegacySession);
        await CheckAsync(machine, 0, "is signed in.");
        await CheckAsync(machine, 0, "lasts: it ends at", "--for", "90m");
        await CheckAsync(machine, 3, "does not last that long for certain", "--for", "9h");
    });

    [Theory]
    [InlineData("8")]
    [InlineData("-1h")]
    [InlineData("soon")]
    public Task A_length_that_is_none_is_wrong_usage(string length) => Machine.WithoutDesktopAsync(async machine =>
    {
        var end = await machine.RunAsync("check", "--profile", "dev", "--for", length);
        Assert.Equal((2, ""), (end.ExitCode, end.Out));
        Assert.StartsWith($"'{length}' is not a length of time.", end.Error);
    });

    private static async Task CheckAsync(Machine machine, int exitCode, string answer, params string[] options)
    {
        var end = await machine.RunAsync(["check", "--profile", MachineFiles.LegacyProfile, .. options]);
        Assert.True(end.ExitCode == exitCode && end.Error.Length == 0, end.ToString());
        Assert.Contains(answer, end.Out);
    }
}
