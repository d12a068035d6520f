using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.EndToEnd.Tests.Verbs;

/// <summary>What wrong usage gets, and where help is.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData("'dance'", "Run 'trayagent --help' to see what is possible.", "dance")]
    [InlineData("'--purple'", "Run 'trayagent status --help' to see what is possible.", "status", "--purple")]
    [InlineData("'off'", "Run 'trayagent autostart status --help' to see what is possible.", "autostart", "status", "off")]
    [InlineData("'@/etc/hostname'", "Run 'trayagent --help' to see what is possible.", "@/etc/hostname")]
    [InlineData("'\uFFFD[31mred'", "Run 'trayagent --help' to see what is possible.", "\e[31mred")]
    [InlineData("There is no profile 'nobody'", "The sessions are 'corp', 'https://d-2.awsapps.com/start'.", "status", "--watch", "--profile", "nobody")]
    [InlineData("--session", "Run 'trayagent login --help' to see what is possible.", "login", "--session")]
    public Task Wrong_usage_is_2_and_names_what_is_wrong(string named, string hint, params string[] arguments) =>
        Machine.WithoutDesktopAsync(async machine =>
        {
            var end = await machine.RunAsync(arguments);
            Assert.Equal((2, ""), (end.ExitCode, end.Out));
            Assert.Contains(named, end.Error);
            Assert.EndsWith(hint, end.Error);
        });

    [Theory]
    [InlineData("login", "nobody")]
    [InlineData("renew", "nobody")]
    [InlineData("logout", "nobody")]
    [InlineData("logout", "")]
    public Task An_unknown_session_is_2_and_the_choices_are_named(string verb, string session) =>
        Machine.WithoutDesktopAsync(async machine =>
        {
            var end = await machine.RunAsync(verb, "--session", session);
            Assert.Equal((2, ""), (end.ExitCode, end.Out));
            Assert.StartsWith($"There is no session '{session}'", end.Error);
            Assert.EndsWith("The sessions are 'corp', 'https://d-2.awsapps.com/start'.", end.Error);
        });

    [Fact]
    public Task Help_names_every_verb_and_the_exit_codes() => Machine.WithoutDesktopAsync(async machine =>
    {
        var end = await machine.RunAsync("--help");
        Assert.Equal((0, ""), (end.ExitCode, end.Error));
        Assert.All(["run", "status", "login", "renew", "logout", "check", "models", "claude", "doctor", "explain", "autostart"], verb => Assert.Contains($"  {verb} ", end.Out));
        Assert.Contains("Exit codes: 0 fine, 1 failed, 2 wrong usage, 3 needs attention, 4 cancelled.", end.Out);
    });
}
