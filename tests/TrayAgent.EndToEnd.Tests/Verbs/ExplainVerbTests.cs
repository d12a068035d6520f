using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.EndToEnd.Tests.Verbs;

/// <summary><c>trayagent explain</c>: the same text before and after a sign-in, by argument and by standard input.</summary>
public sealed class ExplainVerbTests
{
    private const string Expired = "Token is expired. To refresh this SSO session run 'aws sso login' with the corresponding profile.";

    [Fact]
    public Task The_answer_depends_on_the_machine() => Machine.WithoutDesktopAsync(async machine =>
    {
        machine.Files.WriteClaudeSettings(MachineFiles.SessionProfile);
        var before = await machine.RunAsync("explain", Expired);
        Assert.Equal(
            """
            sso-token-expired
            The token of an AWS SSO session has expired and could not be refreshed.
            Here: The session 'corp' is signed out.
            → Sign in to 'corp'.
                trayagent login --session corp
            """,
            before.Out);
        Assert.Equal((0, ""), (before.ExitCode, before.Error));

        await machine.SignInAsync();
        Assert.EndsWith("    claude --continue", (await machine.RunAsync("explain", Expired)).Out);
    });

    [Fact]
    public Task A_log_on_standard_input_and_words_that_look_like_options() => Machine.WithoutDesktopAsync(async machine =>
    {
        machine.Files.WriteClaudeSettings(MachineFiles.SessionProfile);
        var log = Path.Combine(machine.Files.Home, "error.log");
        MachineFiles.Write(log, "2026-11-23T10:00:00Z ERROR [claude] \u001b[31mThe SSO session token associated with\n"
            + "2026-11-23T10:00:00Z ERROR [claude] profile=dve was not found or is invalid.\u001b[0m\n");
        var piped = await Machine.EndOfAsync(machine.StartProgram("/bin/sh", "-c", "\"$0\" explain < \"$1\"", AgentBinary.Path, log));
        Assert.Equal(0, piped.ExitCode);
        Assert.Contains("has no profile 'dve'. Did you mean 'dev'?", string.Join(' ', piped.Out.Split('\n')));

        var options = await machine.RunAsync("explain", "Unknown", "options:", "--use-device-code");
        Assert.StartsWith("cli-too-old\n", options.Out);
    });

    [Fact]
    public Task Nothing_known_is_1_and_nothing_at_all_on_a_terminal_2() => Machine.WithoutDesktopAsync(async machine =>
    {
        var unknown = await machine.RunAsync("explain", "The cat sat on the mat.");
        Assert.Equal((1, ""), (unknown.ExitCode, unknown.Out));
        Assert.Contains("Run 'trayagent doctor --online'", unknown.Error);

        // 'script' makes a terminal.
        var terminal = await Machine.EndOfAsync(machine.StartProgram(
            "/usr/bin/script", "--quiet", "--return", "--command", $"{AgentBinary.Path} explain", "/dev/null"));
        Assert.Equal(2, terminal.ExitCode);
        Assert.Contains("There is no text to explain.", terminal.Out);
    });
}
