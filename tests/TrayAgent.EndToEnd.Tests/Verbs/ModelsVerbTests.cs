using System.Text.Json.Nodes;
using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.EndToEnd.Tests.Verbs;

/// <summary><c>trayagent models</c>: AWS is asked where that needs nobody; else the built-in list, and why.</summary>
public sealed class ModelsVerbTests
{
    /// <summary>Debian's AWS CLI for everything but the list, which it is too old for.</summary>
    private const string NewCli = """
        case "$1" in
          --version) echo 'aws-cli/2.36.7 Python/3.13.0 Linux/6.1 exe/x86_64.debian.12' ;;
          bedrock)
            case "$*" in
              *SYSTEM_DEFINED*) echo '{"inferenceProfileSummaries": [{"inferenceProfileId": "eu.anthropic.claude-opus-9", "inferenceProfileArn": "arn:1", "inferenceProfileName": "EU Claude Opus 9", "status": "ACTIVE", "type": "SYSTEM_DEFINED"}]}' ;;
              *) echo 'An error occurred (AccessDeniedException)' >&2; exit 254 ;;
            esac ;;
          *) exec /usr/bin/aws "$@" ;;
        esac
        """;

    [Fact]
    public Task Without_an_AWS_CLI_that_can_list_the_built_in_list_is_shown_with_the_reason() => Machine.WithoutDesktopAsync(async machine =>
    {
        machine.Files.WriteClaudeSettings(MachineFiles.SessionProfile);
        var end = await machine.RunAsync("models");
        Assert.Equal((0, ""), (end.ExitCode, end.Error));
        Assert.Contains("'/usr/bin/aws' is AWS CLI 2.9.19, which is too old to list inference profiles", end.Out.ReplaceLineEndings(" "));
        Assert.Contains("  Opus    eu.anthropic.claude-opus-5-5\n", end.Out);
        Assert.Contains("  ANTHROPIC_MODEL                eu.anthropic.claude-opus-4-8\n", end.Out);
    });

    [Fact]
    public Task What_AWS_lists_is_shown_and_remembered() => Machine.WithoutDesktopAsync(async machine =>
    {
        machine.Files.WriteClaudeSettings(MachineFiles.SessionProfile);
        machine.Files.WriteSettings($"\"awsCli\": \"{machine.WriteProgram("aws", NewCli)}\"");
        var before = JsonNode.Parse((await machine.RunAsync("models", "--json")).Out)!;
        Assert.Equal("built-in", (string?)before["source"]);
        Assert.Contains("needs you to sign in", (string?)before["reason"]);

        await machine.SignInAsync();
        var live = JsonNode.Parse((await machine.RunAsync("models", "--json")).Out)!;
        Assert.Equal(("live", "eu-west-1", null), ((string?)live["source"], (string?)live["region"], (string?)live["reason"]));
        Assert.Equal("eu.anthropic.claude-opus-9", (string?)live["recommended"]![0]!["id"]);

        // From now on what Claude's settings pin is known not to be there.
        var status = await machine.RunAsync("status");
        Assert.Contains("claude.model.invalid-id", status.Out);
        Assert.Empty(machine.Browser.Pages.Skip(1));
    });

    [Theory]
    [InlineData("'evil.example#' (from '--region') is not a region.", "--region", "evil.example#")]
    [InlineData("'\uFFFD[31m' (from '--region') is not a region.", "--region", "\e[31m")]
    public Task A_region_that_is_none_is_wrong_usage(string message, params string[] arguments) => Machine.WithoutDesktopAsync(async machine =>
    {
        var end = await machine.RunAsync(["models", .. arguments]);
        Assert.Equal((2, ""), (end.ExitCode, end.Out));
        Assert.StartsWith(message, end.Error);
    });

    [Fact]
    public Task Without_any_region_it_is_the_one_that_Claude_Code_would_call() => Machine.WithoutDesktopAsync(async machine =>
    {
        var end = await machine.RunAsync("models");
        Assert.Equal(0, end.ExitCode);
        Assert.StartsWith("No region is named anywhere, so this is 'us-east-1', where Claude Code then calls Bedrock.", end.Error);
        Assert.StartsWith("Claude models that can be called on Bedrock from 'us-east-1'", end.Out);
    });

    [Fact]
    public Task A_profile_that_is_named_asks() => Machine.WithoutDesktopAsync(async machine =>
    {
        var end = await machine.RunAsync("models", "--profile", "nobody");
        Assert.Equal((2, ""), (end.ExitCode, end.Out));
        Assert.StartsWith("There is no profile 'nobody'", end.Error);
    });
}
