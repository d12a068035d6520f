using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.EndToEnd.Tests.Verbs;

/// <summary><c>trayagent migrate</c>: a diff first, then the question, then the file; and back.</summary>
public sealed class MigrateVerbTests
{
    private const string Diff = """
        @@ -10,8 +10,12 @@
         region = eu-west-1
         
         [profile old]
        -sso_start_url = https://d-2.awsapps.com/start
        -sso_region = eu-west-1
        +sso_session = d-2
         sso_account_id = 444455556666
         sso_role_name = Auditor
         region = eu-west-1
        +
        +[sso-session d-2]
        +sso_start_url = https://d-2.awsapps.com/start
        +sso_region = eu-west-1
        +sso_registration_scopes = sso:account:access
        """;

    [Fact]
    public Task What_is_shown_is_written_and_taken_back_again() => Machine.WithoutDesktopAsync(async machine =>
    {
        var before = machine.Files.Config;
        var look = await machine.RunAsync("migrate", "--dry-run");
        Assert.Equal(0, look.ExitCode);
        Assert.Equal($"--- {machine.Files.ConfigFile}\n+++ {machine.Files.ConfigFile}\n{Diff}", look.Out);
        Assert.Contains("'old' will use '[sso-session d-2]', which is new.", look.Error);
        Assert.Equal(before, await ConfigAsync(machine));

        var written = await machine.RunAsync("migrate", "--profile", "old", "--yes");
        Assert.Equal(0, written.ExitCode);
        Assert.Contains("'trayagent login --session d-2'", written.Error);
        Assert.EndsWith(
            "[profile old]\nsso_session = d-2\nsso_account_id = 444455556666\nsso_role_name = Auditor\nregion = eu-west-1\n\n"
            + "[sso-session d-2]\nsso_start_url = https://d-2.awsapps.com/start\nsso_region = eu-west-1\nsso_registration_scopes = sso:account:access\n",
            await ConfigAsync(machine));

        await NothingToDoAsync(machine, "migrate");
        Assert.Equal(0, (await machine.RunAsync("migrate", "--undo", "--yes")).ExitCode);
        Assert.Equal(before, await ConfigAsync(machine));
    });

    [Fact]
    public Task Without_a_terminal_and_without_yes_nothing_is_written() => Machine.WithoutDesktopAsync(async machine =>
    {
        var end = await machine.RunAsync("migrate");
        Assert.Equal(2, end.ExitCode);
        Assert.EndsWith("Nothing was changed: there is no terminal to ask on. Add '--yes' to write this, or '--dry-run' to look only.", end.Error);
        Assert.Equal(machine.Files.Config, await ConfigAsync(machine));
    });

    [Theory]
    [InlineData("n", 4)]
    [InlineData("", 4)]
    [InlineData("y", 0)]
    public Task A_person_at_a_terminal_is_asked(string answer, int exitCode) => Machine.WithoutDesktopAsync(async machine =>
    {
        var verb = machine.StartProgram("/bin/sh", "-c", "printf '%s\\n' \"$0\" | script -qec \"$1 migrate\" /dev/null", answer, AgentBinary.Path);
        Assert.Equal(exitCode, await verb.EndAsync(TimeSpan.FromSeconds(60)));
        Assert.Contains("Write this? [y/N]", string.Concat(verb.Output));
        Assert.Equal(exitCode == 0, await ConfigAsync(machine) != machine.Files.Config);
    });

    [Theory]
    [InlineData("[profile a]\nregion\n", 1, ":2: The line is no 'key = value'")]
    [InlineData("[profile a]\nsso_start_url: x\nsso_region = eu-west-1\n[profile old]\nsso_start_url = https://d-2.awsapps.com/start\nsso_region = eu-west-1\nsso_account_id = 1\nsso_role_name = x\n", 1, ":2: A colon follows 'sso_start_url'")]
    [InlineData("", 0, "There is nothing to migrate")]
    public Task A_file_that_is_broken_or_done_with_stays(string config, int exitCode, string said) => Machine.WithoutDesktopAsync(async machine =>
    {
        machine.Files.WriteConfig(config);
        var end = await machine.RunAsync("migrate", "--yes");
        Assert.Equal(exitCode, end.ExitCode);
        Assert.Contains(said, end.Error);
        Assert.Equal(config, await ConfigAsync(machine));
    });

    [Theory]
    [InlineData("There is no profile 'nobody'", "--profile", "nobody")]
    [InlineData("leave out '--profile'", "--undo", "--profile", "old")]
    public Task Wrong_usage_is_2(string said, params string[] options) => Machine.WithoutDesktopAsync(async machine =>
    {
        var end = await machine.RunAsync(["migrate", .. options]);
        Assert.Equal((2, ""), (end.ExitCode, end.Out));
        Assert.Contains(said, end.Error);
    });

    private static async Task NothingToDoAsync(Machine machine, params string[] verb)
    {
        var end = await machine.RunAsync(verb);
        Assert.Equal((0, ""), (end.ExitCode, end.Out));
        Assert.StartsWith("There is nothing to migrate", end.Error);
    }

    private static Task<string> ConfigAsync(Machine machine) =>
        File.ReadAllTextAsync(machine.Files.ConfigFile, TestContext.Current.CancellationToken);
}
