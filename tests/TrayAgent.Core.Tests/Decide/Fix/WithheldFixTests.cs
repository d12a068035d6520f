using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide.Fix;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Tests.Decide.Fix;

/// <summary>The file counts, and TrayAgent may not write it all the same: with a byte order mark, or with a key twice.</summary>
public sealed class WithheldFixTests
{
    private const string Mark = "\uFEFF";

    private const string Right = """
        "env": {
          "CLAUDE_CODE_USE_BEDROCK": "1", "AWS_PROFILE": "dev", "AWS_REGION": "eu-central-1",
          "ANTHROPIC_MODEL": "eu.anthropic.claude-opus-4-8",
          "ANTHROPIC_DEFAULT_HAIKU_MODEL": "eu.anthropic.claude-haiku-4-5-20251001-v1:0"
        },
        "awsAuthRefresh": "trayagent auth-refresh --profile dev"
        """;

    private const string Twice = "\"awsAuthRefresh\": \"trayagent auth-refresh --profile dev\", " + Right;

    private static readonly Snapshot Corp = Given.Corp("09:00") with
    {
        ClaudeCode = new ClaudeCode.Found("/usr/bin/claude", new Version(2, 1, 330)),
    };

    [Theory]
    [InlineData(Mark, Right, "1: The file starts with a byte order mark, and Claude Code's desktop app refuses it. Save it as 'UTF-8 without BOM'.")]
    [InlineData("", Twice, "6: 'awsAuthRefresh' is there a second time, and Claude Code takes the last one. Delete the other.")]
    public void What_would_be_repaired_and_may_not_be_is_no_success(string start, string members, string reason) => FixText.Check(
        Corp.With(Given.Settings(start + "{" + members.Replace("eu.anthropic.claude-opus", "anthropic.claude-opus") + "}")),
        new(),
        $"refused: /home/ann/.claude/settings.json:{reason}");

    [Theory]
    [InlineData(Mark, Right)]
    [InlineData("", Twice)]
    public void Where_nothing_would_be_repaired_the_finding_says_what_is_wrong(string start, string members)
    {
        var settings = Corp.With(Given.Settings(start + "{" + members + "}"));
        FixText.Check(settings, new(), "-");
        var planned = (ClaudeFix.Planned)ClaudeFixes.Of(Assessor.Assess(settings, Policy.Default), new(), Policy.Default);
        Assert.Contains(planned.Remaining, finding => finding.Code == FindingCodes.ClaudeSettingsUnreadable);
    }

    [Fact]
    public void A_command_in_the_wrong_file_is_forgotten_once_there_is_one_in_the_right_one()
    {
        var settings = Corp.With(Given.Settings("{" + Right[..Right.LastIndexOf(',')] + "}"));
        var stray = settings with
        {
            Claude = settings.Claude with { Stray = [new StraySetting("/home/ann/.claude.json", ClaudeKeys.AuthRefresh, 7)] },
        };
        var planned = (ClaudeFix.Planned)ClaudeFixes.Of(Assessor.Assess(stray, Policy.Default), new(), Policy.Default);
        FixText.Check(stray, new(), "awsAuthRefresh: not set → 'trayagent auth-refresh --profile dev'");
        Assert.Equal("", string.Join(", ", planned.Remaining.Select(finding => finding.Code)));
    }
}
