using System.Text.Json.Nodes;
using TrayAgent.EndToEnd.Tests.Support;
using TrayAgent.Loopback;

namespace TrayAgent.EndToEnd.Tests.Verbs.Setup;

/// <summary><c>setup</c> as a person uses it.</summary>
public sealed class SetupOnTerminalTests
{
    /// <summary>Three pages of them.</summary>
    private static readonly CentreOptions Many = new()
    {
        Accounts =
        [
            .. Enumerable.Range(0, 300).Select(number => new Account($"{111122220000 + number}", $"Team {number:000}", ["Auditor", "Developer"])),
        ],
    };

    [Fact]
    public Task From_an_empty_home_to_a_working_profile_and_Claude_settings() => Machine.WithoutDesktopAsync(async machine =>
    {
        Directory.Delete(Path.Combine(machine.Files.Home, ".aws"), recursive: true);
        var window = await TerminalWindow.StartAsync(machine, "setup");
        await SignInAsync(machine, window);

        // Search, arrow keys, and what the arrow keys then choose.
        await window.SeesAsync("300 in all.");
        await window.TypeAsync("team 27");
        await window.SeesAsync("13 of 300 contain 'team 27'.");
        await window.PressAsync("Down", "Down", "Up", "Down");
        await window.SeesAsync("> Team 227  111122220227");
        await window.PressAsync("Enter");
        await window.SeesAsync("2 in all.");
        await window.PressAsync("Down", "Enter");
        await window.IsAskedAsync("Default region (eu-west-1):");
        await window.PressAsync("Enter");
        await window.IsAskedAsync("Profile name (Developer-111122220227):");
        await window.EnterAsync("my work");
        await window.SeesAsync("The name of a profile has English letters");
        await window.EnterAsync("work");
        await ConfigureClaudeAsync(window);
        await window.SeesAsync("Signed in to 'corp' as arn:aws:sts::111122220227:assumed-role/AWSReservedSSO_Developer_");
        await window.IsAskedAsync($"Accept this change of '{machine.Files.ConfigFile}' [y/n]:");
        Assert.False(File.Exists(machine.Files.ConfigFile));
        await window.EnterAsync("y");
        await window.IsAskedAsync($"Accept this change of '{machine.Files.ClaudeFile}' [y/n]:");
        Assert.False(File.Exists(machine.Files.ConfigFile));
        await window.EnterAsync("y");
        Assert.Equal(0, await window.EndAsync());
        await window.SeesAsync("The profile 'work' is ready.");

        Assert.Equal(
            """
            [sso-session corp]
            sso_start_url = https://corp.awsapps.com/start
            sso_region = eu-west-1
            sso_registration_scopes = sso:account:access

            [profile work]
            sso_session = corp
            sso_account_id = 111122220227
            sso_role_name = Developer
            region = eu-west-1

            """,
            await File.ReadAllTextAsync(machine.Files.ConfigFile, TestContext.Current.CancellationToken));
        var settings = JsonNode.Parse(await File.ReadAllTextAsync(machine.Files.ClaudeFile, TestContext.Current.CancellationToken))!;
        Assert.Equal(
            "1 work eu-west-1 global.anthropic.claude-",
            $"{settings["env"]!["CLAUDE_CODE_USE_BEDROCK"]} {settings["env"]!["AWS_PROFILE"]} {settings["env"]!["AWS_REGION"]} "
                + $"{settings["env"]!["ANTHROPIC_MODEL"]!.ToString()["".Length.."global.anthropic.claude-".Length]}");
        Assert.EndsWith(" auth-refresh --profile work", settings["awsAuthRefresh"]!.ToString(), StringComparison.Ordinal);

        await ProfileWorksAsync(machine);
        await NothingIsLeftToDoAsync(machine);
    }, Many);

    [Theory]
    [InlineData("Session name (")]
    [InlineData("Approve in your browser")]
    [InlineData("300 in all.")]
    [InlineData("Accept this change of 'SETTINGS'")]
    public Task Cancelled_at_any_time_it_leaves_everything_as_it_was(string stage) => Machine.WithoutDesktopAsync(async machine =>
    {
        machine.Files.WriteConfig("# mine\r\n[profile x]\r\nregion=us-east-1\r\n");
        machine.Files.WriteClaudeSettings("x");
        var before = HomeCopy.Of(machine);
        var window = await TerminalWindow.StartAsync(machine, "setup");
        await GoToAsync(machine, window, stage.Replace("SETTINGS", machine.Files.ClaudeFile, StringComparison.Ordinal));
        await window.PressAsync("C-c");
        Assert.Equal(4, await window.EndAsync());
        await window.SeesAsync("Cancelled. Nothing was changed.");
        Assert.True(window.HasItsCursorBack());
        before.IsStill(machine);
    }, Many);

    [Fact]
    public Task A_preview_that_is_refused_leaves_everything_as_it_was() => Machine.WithoutDesktopAsync(async machine =>
    {
        machine.Files.WriteConfig("# mine\n[profile x]\nregion=us-east-1\n");
        var before = HomeCopy.Of(machine);
        var window = await TerminalWindow.StartAsync(machine, "setup");
        await GoToAsync(machine, window, $"Accept this change of '{machine.Files.ClaudeFile}'");
        await window.EnterAsync("n");
        Assert.Equal(4, await window.EndAsync());
        before.IsStill(machine);
    }, Many);

    [Fact]
    public Task What_stays_wrong_stands_before_the_last_question() => Machine.WithoutDesktopAsync(async machine =>
    {
        await machine.SignInAsync();
        machine.Files.WriteClaudeSettings("dev");
        var before = HomeCopy.Of(machine);
        var window = await TerminalWindow.StartAsync(
            machine, "setup", "--session-name", "corp", "--account", "Sandbox", "--role", "Developer", "--region", "us-east-1", "--profile", "four",
            "--mode", "broker", "--claude-region", "us-east-1", "--model", "none", "--small-model", "none");
        await window.IsAskedAsync($"Accept this change of '{machine.Files.ConfigFile}' [y/n]:");
        Assert.DoesNotContain("What is wrong", await window.ScreenAsync(), StringComparison.Ordinal);
        await window.EnterAsync("y");
        await window.IsAskedAsync($"Accept this change of '{machine.Files.ClaudeFile}' [y/n]:");
        Assert.Contains("claude.model.prefix-region", await window.ScreenAsync(), StringComparison.Ordinal);
        await window.EnterAsync("n");
        Assert.Equal(4, await window.EndAsync());
        before.IsStill(machine);
    });

    [Theory]
    [InlineData]
    [InlineData("--start-url", "https://corp.awsapps.com/start", "--sso-region", "eu-west-1", "--session-name", "corp", "--scopes", "sso:account:access")]
    public Task A_window_that_is_closed_ends_it(params string[] arguments) => Machine.WithoutDesktopAsync(async machine =>
    {
        var before = HomeCopy.Of(machine);
        var window = await TerminalWindow.StartAsync(machine, ["setup", .. arguments]);
        await window.SeesAsync(arguments.Length == 0 ? "> corp  https://d-1.awsapps.com/start" : "There is a session 'corp'");
        await window.CloseAsync();
        before.IsStill(machine);
    });

    [Fact]
    public Task A_session_and_a_profile_that_exist_are_offered() => Machine.WithoutDesktopAsync(async machine =>
    {
        await machine.SignInAsync();
        var window = await TerminalWindow.StartAsync(machine, "setup", "--no-claude", "--account", "Sandbox", "--role", "ReadOnly");
        await window.SeesAsync("> corp  https://d-1.awsapps.com/start  eu-west-1");
        await window.PressAsync("Enter");
        await window.IsAskedAsync("Default region (eu-west-1):");
        await window.EnterAsync("");
        await window.IsAskedAsync("Profile name (ReadOnly-111122223333):");
        await window.EnterAsync("dev");
        await window.SeesAsync("There is a profile 'dev' with other values: 'sso_role_name' is 'Developer'.");
        await window.SeesAsync("> Change it");
        await window.PressAsync("Enter");
        await window.SeesAsync("-sso_role_name = Developer");
        await window.SeesAsync("+sso_role_name = ReadOnly");
        await window.EnterAsync("y");
        Assert.Equal(0, await window.EndAsync());
        Assert.Equal(
            machine.Files.Config.Replace("sso_role_name = Developer", "sso_role_name = ReadOnly", StringComparison.Ordinal),
            await File.ReadAllTextAsync(machine.Files.ConfigFile, TestContext.Current.CancellationToken));

        // The token that was there is used: nobody signs in twice.
        Assert.Single(machine.Browser.Pages);
    });

    [Fact]
    public Task What_AWS_does_not_know_is_corrected_in_place() => Machine.WithoutDesktopAsync(async machine =>
    {
        Directory.Delete(Path.Combine(machine.Files.Home, ".aws"), recursive: true);
        var window = await TerminalWindow.StartAsync(
            machine, "setup", "--device-code", "--start-url", "https://crop.awsapps.com/start", "--session-name", "corp", "--sso-region", "us-east-1", "--scopes", "sso:account:access");
        await window.SeesAsync(
            "AWS does not know the start URL 'https://crop.awsapps.com/start' in region 'us-east-1'. Check 'sso_start_url' and 'sso_region' of 'corp'.");
        await window.SeesAsync("> Try again");
        await window.PressAsync("Down", "Enter");
        await window.IsAskedAsync("Start URL, as https://corp.awsapps.com/start (https://crop.awsapps.com/start):");
        await window.EnterAsync("https://corp.awsapps.com/start");
        await window.IsAskedAsync("Session name (corp):");
        await window.PressAsync("Enter");
        await window.IsAskedAsync("Region of your IAM Identity Center (us-east-1):");
        await window.EnterAsync("eu-west-1");
        await window.IsAskedAsync("Scopes (");
        await window.PressAsync("Enter");
        await machine.Browser.ApproveNextAsync();
        await window.SeesAsync("2 in all.");
        await window.PressAsync("C-c");
        Assert.Equal(4, await window.EndAsync());
        Assert.Empty(Directory.EnumerateFileSystemEntries(machine.Files.Home));
    }, new CentreOptions { StartUrls = ["https://corp.awsapps.com/start"] });

    private static async Task GoToAsync(Machine machine, TerminalWindow window, string stage)
    {
        Func<Task>[] steps =
        [
            () => StartAsync(window), () => AnswerAsync(window), () => ApproveAsync(machine, window),
            async () =>
            {
                await window.PressAsync("Enter");
                await window.SeesAsync("2 in all.");
                await window.PressAsync("Enter");
                await window.IsAskedAsync("Default region (");
                await window.PressAsync("Enter");
                await window.IsAskedAsync("Profile name (");
                await window.PressAsync("Enter");
                await ConfigureClaudeAsync(window);
                await window.IsAskedAsync($"Accept this change of '{machine.Files.ConfigFile}' [y/n]:");
                await window.EnterAsync("y");
                await window.IsAskedAsync($"Accept this change of '{machine.Files.ClaudeFile}' [y/n]:");
            },
        ];
        foreach (var step in steps)
        {
            await step();
            if ((await window.ScreenAsync()).Contains(stage, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"The terminal never showed '{stage}', but:\n{await window.ScreenAsync()}");
    }

    private static async Task StartAsync(TerminalWindow window)
    {
        await window.IsAskedAsync("Start URL, as https://corp.awsapps.com/start:");
        await window.EnterAsync("corp.awsapps.com/start");
        await window.SeesAsync("The start URL must begin with 'https://'.");
        await window.EnterAsync("https://corp.awsapps.com/start/#/");
        await window.IsAskedAsync("Session name (corp):");
    }

    private static async Task AnswerAsync(TerminalWindow window)
    {
        await window.PressAsync("Enter");
        await window.IsAskedAsync("Region of your IAM Identity Center (us-east-1):");
        await window.EnterAsync("eu-west-1");
        await window.IsAskedAsync("Scopes (sso:account:access):");
        await window.PressAsync("Enter");
        await window.SeesAsync("Approve in your browser at '127.0.0.1'. Ctrl-C cancels.");
        await window.SeesAsync("Waiting for you to sign in to 'corp' in your browser");
    }

    private static async Task ApproveAsync(Machine machine, TerminalWindow window)
    {
        await machine.Browser.ApproveNextAsync();
        await window.SeesAsync("300 in all.");
    }

    private static async Task SignInAsync(Machine machine, TerminalWindow window)
    {
        await StartAsync(window);
        await AnswerAsync(window);
        await ApproveAsync(machine, window);
    }

    private static async Task ConfigureClaudeAsync(TerminalWindow window)
    {
        await window.SeesAsync("> broker");
        await window.PressAsync("Enter");
        await window.IsAskedAsync("Region in which Claude Code calls Bedrock (eu-west-1):");
        await window.PressAsync("Enter");
        await window.SeesAsync("Model for Claude Code:");
        await window.PressAsync("Enter");
        await window.SeesAsync("Model for small tasks:\n");
        await window.PressAsync("Enter");
    }

    private static async Task ProfileWorksAsync(Machine machine)
    {
        var asked = await Machine.EndOfAsync(machine.StartProgram("/usr/bin/aws", "sts", "get-caller-identity", "--profile", "work"));
        Assert.Contains("arn:aws:sts::111122220227:assumed-role/AWSReservedSSO_Developer_", asked.Out, StringComparison.Ordinal);
    }

    private static async Task NothingIsLeftToDoAsync(Machine machine)
    {
        var before = HomeCopy.Of(machine);
        var end = await machine.RunAsync("setup", "--session-name", "corp", "--account", "111122220227", "--role", "Developer", "--yes");
        Assert.Equal((0, "Nothing to do: all of this is set up already. The profile is 'work'."), (end.ExitCode, end.Out));
        before.IsStill(machine);
    }
}
