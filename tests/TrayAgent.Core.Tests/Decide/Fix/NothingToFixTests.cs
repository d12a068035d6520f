using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide.Fix;
using TrayAgent.Core.Facts;

namespace TrayAgent.Core.Tests.Decide.Fix;

public sealed class NothingToFixTests
{
    private const string Healthy = """
        {
          "env": {
            "CLAUDE_CODE_USE_BEDROCK": "1", "AWS_PROFILE": "dev", "AWS_REGION": "eu-central-1",
            "ANTHROPIC_MODEL": "eu.anthropic.claude-opus-4-5-20251101-v1:0",
            "ANTHROPIC_DEFAULT_HAIKU_MODEL": "eu.anthropic.claude-haiku-4-5-20251001-v1:0"
          },
          "awsAuthRefresh": "trayagent auth-refresh --profile dev"
        }
        """;

    private static readonly Snapshot Corp = Given.Corp("09:00") with
    {
        ClaudeCode = new ClaudeCode.Found("/usr/bin/claude", new Version(2, 1, 330)),
    };

    [Theory]
    [InlineData("{}", "Nothing to do: Claude Code does not use Amazon Bedrock, and '/home/ann/.claude/settings.json' does not set it up. "
        + "Run 'trayagent claude fix --mode broker --profile dev' for that.")]
    [InlineData("""{ "env": { "CLAUDE_CODE_USE_VERTEX": "1" } }""", "Nothing to do: Claude Code does not use Amazon Bedrock, and "
        + "'/home/ann/.claude/settings.json' does not set it up. Run 'trayagent claude fix --mode broker --profile dev' for that.")]
    [InlineData(Healthy, "Nothing to do: '/home/ann/.claude/settings.json' is right already.")]
    public void Nothing_to_do_is_no_praise_for_settings_without_Bedrock(string settings, string expected) =>
        Assert.Equal(expected, Nothing(Corp.With(Given.Settings(settings))));

    [Fact]
    public void Without_settings_it_is_the_same_and_who_has_to_choose_a_profile_is_led_through_the_setup()
    {
        const string Nowhere = "Nothing to do: Claude Code does not use Amazon Bedrock, and '/home/ann/.claude/settings.json' does not set it up. Run 'trayagent ";
        Assert.Equal(Nowhere + "claude fix --mode broker --profile dev' for that.", Nothing(Corp));
        Assert.Equal(Nowhere + "setup' for that.", Nothing(Corp.With(Given.Profile("ops", "corp"))));
    }

    [Fact]
    public void Nothing_to_do_with_something_left_over_is_not_called_right() => Assert.Equal(
        "Nothing to do in '/home/ann/.claude/settings.json'.",
        Nothing(Corp.With(Given.Profile("lost", null) with { SsoSession = "gone" }).With(Given.Settings(Healthy.Replace("dev", "lost")))));

    private static string Nothing(Snapshot snapshot) => NothingToFix.Of(Assert.IsType<ClaudeFix.Planned>(
        ClaudeFixes.Of(Assessor.Assess(snapshot, Policy.Default), new(), Policy.Default)));
}
