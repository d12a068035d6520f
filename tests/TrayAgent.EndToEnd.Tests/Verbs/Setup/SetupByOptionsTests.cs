using TrayAgent.EndToEnd.Tests.Support;
using TrayAgent.Loopback;

namespace TrayAgent.EndToEnd.Tests.Verbs.Setup;

/// <summary><c>setup</c> as a script uses it: nobody is asked anything.</summary>
public sealed class SetupByOptionsTests
{
    private static readonly string[] Session =
    [
        "--start-url", "https://corp.awsapps.com/start#/", "--sso-region", "eu-west-1",
    ];

    private static readonly string[] All =
    [
        .. Session, "--account", "sandbox", "--role", "ReadOnly", "--region", "eu-central-1", "--profile", "work", "--mode", "isolated",
        "--model", "eu.anthropic.claude-opus-4-8", "--small-model", "none",
    ];

    [Theory]
    [InlineData("browser")]
    [InlineData("code")]
    public Task Everything_is_set_up_and_said(string flow) => Machine.WithoutDesktopAsync(async machine =>
    {
        Directory.Delete(Path.Combine(machine.Files.Home, ".aws"), recursive: true);
        var end = await ApprovedAsync(machine, [.. All, "--yes", .. flow == "code" ? ["--device-code"] : Array.Empty<string>()]);
        Assert.True(end.ExitCode == 0, end.ToString());
        Assert.Contains("\n+[profile work]\n+sso_session = corp\n+sso_account_id = 111122223333\n+sso_role_name = ReadOnly\n+region = eu-central-1\n", end.Out, StringComparison.Ordinal);
        Assert.EndsWith("The profile 'work' is ready.", end.Out, StringComparison.Ordinal);
        Assert.Contains("Signed in to 'corp' as arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_ReadOnly_", end.Error, StringComparison.Ordinal);
        var settings = await File.ReadAllTextAsync(machine.Files.ClaudeFile, TestContext.Current.CancellationToken);
        Assert.Contains("\"ANTHROPIC_MODEL\": \"eu.anthropic.claude-opus-4-8\"", settings, StringComparison.Ordinal);
        Assert.Contains(" credentials --profile work --format claude\"", settings, StringComparison.Ordinal);
        Assert.DoesNotContain("AWS_PROFILE", settings, StringComparison.Ordinal);
        Assert.DoesNotContain("HAIKU", settings, StringComparison.Ordinal);

        // What it wired works.
        Assert.Equal(0, (await machine.RunAsync("auth-refresh", "--profile", "work")).ExitCode);
        Assert.Equal(0, (await machine.RunAsync("credentials", "--profile", "work", "--format", "claude")).ExitCode);

        var before = HomeCopy.Of(machine);
        var again = await machine.RunAsync(["setup", .. All, "--yes"]);
        Assert.Equal((0, "Nothing to do: all of this is set up already. The profile is 'work'."), (again.ExitCode, again.Out));
        before.IsStill(machine);
    });

    [Fact]
    public Task A_dry_run_shows_everything_and_writes_nothing() => Machine.WithoutDesktopAsync(async machine =>
    {
        var before = HomeCopy.Of(machine);
        var end = await ApprovedAsync(machine, [.. All, "--dry-run"]);
        Assert.Equal((0, "Nothing was written, because of '--dry-run'."), (end.ExitCode, end.Error.Split('\n')[^1]));
        Assert.Contains("+[sso-session corp-2]", end.Out, StringComparison.Ordinal);
        before.IsStill(machine);
    });

    [Theory]
    [InlineData("", "'--yes' is needed to accept the changes, or '--dry-run' to see them: there is no terminal to ask on.")]
    [InlineData("--yes", "'--session-name' ('corp') or '--start-url' is needed: there is no terminal to ask on.")]
    [InlineData("--yes --session-name new", "'--start-url' is needed (Start URL, as https://corp.awsapps.com/start): there is no terminal to ask on. 'trayagent setup --help' lists all options.")]
    [InlineData("--yes --start-url https://x.awsapps.com/start", "'--sso-region' is needed (Region of your IAM Identity Center): there is no terminal to ask on. 'trayagent setup --help' lists all options.")]
    [InlineData("--yes --start-url http://x.awsapps.com/start", "'--start-url' cannot be 'http://x.awsapps.com/start'. The start URL must begin with 'https://'.")]
    [InlineData("--yes --session-name corp --start-url https://x.awsapps.com/start",
        "There is a session 'corp' with other values: 'sso_start_url' is 'https://d-1.awsapps.com/start'. '--update' changes it; or give another '--session-name'.")]
    [InlineData("--yes --profile $(id)", "'--profile' cannot be '$(id)'. The name of a profile has English letters, digits, '.', '_' and '-' only, and no '.' at its begin: some tools see no other.")]
    [InlineData("--yes --region Ireland", "'--region' cannot be 'Ireland'. That is no region of AWS. It looks like 'eu-west-1'.")]
    [InlineData("--yes --mode fast", "'--mode' cannot be 'fast'. It is one of 'broker', 'isolated', 'plain'.")]
    [InlineData("--yes --no-claude --mode plain", "'--no-claude' and '--mode' exclude each other: choose one.")]
    [InlineData("--yes --small-model none --no-claude", "'--no-claude' and '--small-model' exclude each other: choose one.")]
    public Task What_is_missing_or_wrong_is_named_before_anybody_signs_in(string options, string expected) => Machine.WithoutDesktopAsync(async machine =>
    {
        var end = await machine.RunAsync(["setup", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        Assert.Equal((2, "", expected), (end.ExitCode, end.Out, end.Error));
        Assert.Empty(machine.Centre.Events);
    });

    [Theory]
    [InlineData("--account 999999999999", "'--account': No account '999999999999' is assigned to you. The accounts are '444455556666' (Production), '111122223333' (Sandbox).")]
    [InlineData("--account Sandbox --role Admin", "'--role': No role 'Admin' is assigned to you in account '111122223333'. The roles are 'Developer', 'ReadOnly'.")]
    [InlineData("--profile other", "'--account' is needed: there is no terminal to ask on. The accounts are '444455556666' (Production), '111122223333' (Sandbox).")]
    [InlineData("--account Sandbox --role ReadOnly --region eu-west-1 --profile dev",
        "There is a profile 'dev' with other values: 'sso_role_name' is 'Developer'. '--update' changes it; or give another '--profile'.")]
    public Task What_AWS_does_not_have_is_answered_with_what_it_has(string options, string expected) => Machine.WithoutDesktopAsync(async machine =>
    {
        await machine.SignInAsync();
        var before = HomeCopy.Of(machine);
        var end = await machine.RunAsync(["setup", "--yes", "--session-name", "corp", .. options.Split(' ')]);
        Assert.Equal((2, "", expected), (end.ExitCode, end.Out, end.Error));
        before.IsStill(machine);
    });

    [Fact]
    public Task Who_has_no_account_is_told_so() => Machine.WithoutDesktopAsync(async machine =>
    {
        var end = await ApprovedAsync(machine, "--yes", "--session-name", "corp");
        Assert.Equal(1, end.ExitCode);
        Assert.EndsWith("You are signed in, but no account is assigned to you. Ask your administrator for an account and a role.", end.Error, StringComparison.Ordinal);
        Assert.Empty(machine.Files.Tokens());
    }, new CentreOptions { Accounts = [] });

    [Theory]
    [InlineData("config")]
    [InlineData("settings")]
    public Task A_file_that_nobody_may_rewrite_is_told_before_anybody_signs_in(string file) => Machine.WithoutDesktopAsync(async machine =>
    {
        if (file == "config")
        {
            machine.Files.WriteConfig("[profile x\n");
        }
        else
        {
            machine.Files.WriteClaudeSettings("x");
            await File.AppendAllTextAsync(machine.Files.ClaudeFile, "// mine", TestContext.Current.CancellationToken);
        }

        var end = await machine.RunAsync(["setup", .. All, "--yes"]);
        Assert.Equal((1, ""), (end.ExitCode, end.Out));
        Assert.Contains(file == "config" ? machine.Files.ConfigFile : machine.Files.ClaudeFile, end.Error, StringComparison.Ordinal);
        Assert.EndsWith("Nothing was changed.", end.Error, StringComparison.Ordinal);
        Assert.Empty(machine.Centre.Events);
    });

    [Fact]
    public Task What_stays_wrong_is_said_instead_of_ready_alone() => Machine.WithoutDesktopAsync(async machine =>
    {
        await machine.SignInAsync();
        machine.Files.WriteClaudeSettings("dev");
        string[] abroad =
        [
            "setup", "--session-name", "corp", "--account", "Sandbox", "--role", "Developer", "--region", "us-east-1", "--profile", "four",
        ];
        var end = await machine.RunAsync([.. abroad, "--yes"]);
        Assert.True(end.ExitCode == 0, end.ToString());
        Assert.Contains("\nerror claude.model.prefix-region\n", end.Out, StringComparison.Ordinal);
        Assert.Contains("→ From 'us-east-1' there is only 'global.anthropic.claude-opus-4-8'", end.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("claude.profile.unknown", end.Out, StringComparison.Ordinal);
        Assert.Contains("The profile 'four' is ready.\nWhat is wrong with Claude Code all the same:\n", end.Out, StringComparison.Ordinal);

        // The same is said where nothing is written, and of what is set up already; the shell counts too.
        machine.Environment["AWS_BEARER_TOKEN_BEDROCK"] = "canary-key";
        var again = await machine.RunAsync([.. abroad, "--yes"]);
        Assert.StartsWith("Nothing to do: all of this is set up already. The profile is 'four'.\nWhat is wrong", again.Out, StringComparison.Ordinal);
        Assert.Contains("\nwarning claude.bearer-shadows-profile\n", again.Out, StringComparison.Ordinal);
        var dry = await machine.RunAsync([.. abroad[..^1], "five", "--dry-run"]);
        Assert.Contains("error claude.model.prefix-region", dry.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-key", again.Out + again.Error + dry.Out + dry.Error, StringComparison.Ordinal);
    });

    [Fact]
    public Task What_isolated_falls_back_to_and_what_lives_on_is_said() => Machine.WithoutDesktopAsync(async machine =>
    {
        await machine.SignInAsync();
        machine.Files.WriteClaudeSettings("dev");
        machine.Files.WriteConfig(machine.Files.Config + "\n[default]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = canary-secret\n");
        var end = await machine.RunAsync(
            "setup", "--session-name", "corp", "--account", "Sandbox", "--role", "ReadOnly", "--region", "eu-west-1", "--profile", "work",
            "--mode", "isolated", "--yes");
        Assert.True(end.ExitCode == 0, end.ToString());
        Assert.Contains(
            "When 'awsCredentialExport' fails, Claude Code goes on without a word with the profile 'default'.", end.Error, StringComparison.Ordinal);
        Assert.Contains(
            "Sessions of Claude Code that run now keep 'env.AWS_PROFILE' as before until they are started anew.", end.Out, StringComparison.Ordinal);
    });

    private static async Task<VerbEnd> ApprovedAsync(Machine machine, params string[] options)
    {
        var setup = machine.Start(["setup", .. options]);
        await machine.Browser.ApproveNextAsync();
        return await Machine.EndOfAsync(setup);
    }
}
