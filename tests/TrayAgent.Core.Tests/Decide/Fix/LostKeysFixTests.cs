using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide.Fix;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Tests.Assess.Models;

namespace TrayAgent.Core.Tests.Decide.Fix;

/// <summary>What was lost is put back, and what would be wrong with it is put right in the same edit.</summary>
public sealed class LostKeysFixTests
{
    private const string Pins = """
        {
          "env": {
            "CLAUDE_CODE_USE_BEDROCK": "1", "AWS_PROFILE": "dev", "AWS_REGION": "eu-central-1",
            "ANTHROPIC_DEFAULT_HAIKU_MODEL": "eu.anthropic.claude-haiku-4-5-20251001-v1:0"
          },
          "awsAuthRefresh": "trayagent auth-refresh --profile dev"
        }
        """;

    private static readonly Snapshot Corp = Given.Corp("09:00") with
    {
        ClaudeCode = new ClaudeCode.Found("/usr/bin/claude", new Version(2, 1, 330)),
    };

    [Fact]
    public void Lost_keys_are_put_back_with_the_rest() => FixText.Check(
        Losing("{}", "env.AWS_REGION", "eu-central-1"),
        new(),
        """
        env.AWS_REGION: not set → 'eu-central-1'
        ! 'env.AWS_REGION' was there before and vanished, so this puts back what was there. If that was meant, 'trayagent claude fix --leave-lost' forgets it.
        """);

    [Fact]
    public void A_raw_ID_is_not_put_back_as_it_was() => FixText.Check(
        Losing(Pins, "env.ANTHROPIC_MODEL", "anthropic.claude-opus-4-8"),
        new(),
        """
        env.ANTHROPIC_MODEL: not set → 'eu.anthropic.claude-opus-4-8'
        ! 'env.ANTHROPIC_MODEL' was there before and vanished, so this puts back what was there, 'env.ANTHROPIC_MODEL' with another value. If that was meant, 'trayagent claude fix --leave-lost' forgets it.
        """);

    [Fact]
    public void A_name_that_AWS_does_not_list_comes_back_as_the_one_that_it_does() => FixText.Check(
        Listed(Losing(Pins, "env.ANTHROPIC_MODEL", "eu.anthropic.claude-opus-4-8-v1:0")),
        new(),
        """
        env.ANTHROPIC_MODEL: not set → 'eu.anthropic.claude-opus-4-8'
        ! 'env.ANTHROPIC_MODEL' was there before and vanished, so this puts back what was there, 'env.ANTHROPIC_MODEL' with another value. If that was meant, 'trayagent claude fix --leave-lost' forgets it.
        """);

    /// <summary>Which model it is to be instead is the person's choice.</summary>
    [Fact]
    public void What_is_wrong_with_it_and_cannot_be_repaired_is_said()
    {
        var lost = Listed(Losing(Pins, "env.ANTHROPIC_MODEL", "eu.anthropic.claude-opus-4-5-20251101-v1:0"));
        var planned = (ClaudeFix.Planned)ClaudeFixes.Of(Assessor.Assess(lost, Policy.Default), new(), Policy.Default);
        Assert.Equal([FindingCodes.ClaudeModelInvalidId], planned.Remaining.Select(finding => finding.Code));
    }

    [Fact]
    public void What_was_right_comes_back_as_it_was() => FixText.Check(
        Losing(Pins, "env.ANTHROPIC_MODEL", "eu.anthropic.claude-opus-4-5-20251101-v1:0"),
        new(),
        """
        env.ANTHROPIC_MODEL: not set → 'eu.anthropic.claude-opus-4-5-20251101-v1:0'
        ! 'env.ANTHROPIC_MODEL' was there before and vanished, so this puts back what was there. If that was meant, 'trayagent claude fix --leave-lost' forgets it.
        """);

    private static Snapshot Listed(Snapshot snapshot) => snapshot with
    {
        LiveProfiles =
        [
            ModelMachine.Live("eu-central-1", "08:55", "eu.anthropic.claude-opus-4-8", "eu.anthropic.claude-haiku-4-5-20251001-v1:0"),
        ],
    };

    private static Snapshot Losing(string settings, string key, string value) => Corp.With(Given.Settings(settings)) with
    {
        LostKeys = [new LostKey("/home/ann/.claude/settings.json", key, value)],
    };
}
