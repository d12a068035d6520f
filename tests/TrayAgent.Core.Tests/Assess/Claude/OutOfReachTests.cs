using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Decide.Fix;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Tests.Assess.Claude;

/// <summary>The user's settings are a file that we may not write.</summary>
public sealed class OutOfReachTests
{
    private const string Refusal = "'/home/ann/.claude/settings.json' belongs to root, so it was left as it is. To make it yours: sudo chown.";

    private static readonly Snapshot Machine = Given.Corp("09:00").With(Given.Settings("""
        { "env": { "CLAUDE_CODE_USE_BEDROCK": 1, "AWS_PROFILE": "dev", "AWS_REGION": "eu-central-1" } }
        """)) with
    {
        SettingsFile = new SettingsFileLook(Given.At("08:00")) { Refusal = Refusal },
    };

    [Fact]
    public void Its_findings_say_whose_it_is_instead_of_a_command_that_would_fail()
    {
        var findings = Assessor.Assess(Machine, Policy.Default).Findings;
        Assert.Contains(findings, finding => finding.Remedy?.Text == $"Write it as the text \"1\". TrayAgent cannot: {Refusal}");
        Assert.DoesNotContain(findings, finding => finding.Remedy is { Edit: not null } or { Argv: ["trayagent", "claude", "fix", ..] });
    }

    [Fact]
    public void A_key_that_stands_twice_must_be_put_right_by_a_person_first()
    {
        var twice = Given.Corp("09:00").With(Given.Settings("""
            { "env": { "CLAUDE_CODE_USE_BEDROCK": "1", "AWS_REGION": "eu-central-1", "AWS_PROFILE": "dev", "AWS_PROFILE": "dev" } }
            """));
        var findings = Assessor.Assess(twice, Policy.Default).Findings;
        Assert.Contains(findings, finding =>
            finding.Code == FindingCodes.ClaudeModelUnpinned && finding.Remedy!.Text.Contains(" TrayAgent cannot: ", StringComparison.Ordinal));
        Assert.DoesNotContain(findings, finding => finding.Remedy is { Edit: not null } or { Argv: ["trayagent", "claude", "fix", ..] });
    }

    [Fact]
    public void Findings_about_other_files_are_what_they_are()
    {
        var config = Machine.With(Given.Profile("half", null) with { Kind = ProfileKind.Incomplete });
        Assert.Equal(
            Remedies(config with { SettingsFile = SettingsFileLook.Nothing }, "aws."),
            Remedies(config, "aws."));
    }

    [Fact]
    public void Who_asks_for_a_fix_all_the_same_gets_the_attempt_and_its_reason()
    {
        var fix = ClaudeFixes.Of(Assessor.Assess(Machine, Policy.Default), new(), Policy.Default);
        Assert.Contains(Assert.IsType<ClaudeFix.Planned>(fix).Edit.Changes, change => change.Key == ClaudeKeys.UseBedrock);
    }

    [Fact]
    public void Its_last_edit_is_not_offered_to_be_undone()
    {
        var edit = new OwnEdit(Given.At("08:00"), "claude fix", []) { IsLatest = true };
        var machine = Machine with { SettingsFile = Machine.SettingsFile with { OwnEdit = edit } };
        Assert.DoesNotContain(Menu(machine), entry => entry.Contains("Undo", StringComparison.Ordinal));
        Assert.Contains(
            Menu(machine with { SettingsFile = machine.SettingsFile with { Refusal = null } }),
            entry => entry.Contains("Undo", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Menu(Snapshot snapshot) => TrayViews.Of(
        Assessor.Assess(snapshot, Policy.Default), Memory.Empty).Menu.OfType<MenuItem.Command>().Select(item => item.Label);

    private static string Remedies(Snapshot snapshot, string codes) => string.Join('\n', Assessor.Assess(snapshot, Policy.Default).Findings
        .Where(finding => finding.Code.StartsWith(codes, StringComparison.Ordinal))
        .Select(finding => $"{finding.Code}: {finding.Remedy?.Text}"));
}
