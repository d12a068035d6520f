using System.Collections.Immutable;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Facts.Models;

namespace TrayAgent.Core.Tests.Assess.Models;

/// <summary>A machine whose Claude Code calls Bedrock, and its findings about models as text.</summary>
internal static class ModelMachine
{
    public const string Opus = "global.anthropic.claude-opus-4-5-20251101-v1:0";

    public const string Haiku = "global.anthropic.claude-haiku-4-5-20251001-v1:0";

    public static Snapshot Pinned(string region, string main, string? haiku) => haiku is null
        ? Machine(region, ("env.ANTHROPIC_MODEL", main))
        : Machine(region, ("env.ANTHROPIC_MODEL", main), ("env.ANTHROPIC_DEFAULT_HAIKU_MODEL", haiku));

    /// <summary>All on line 1 of the user's file.</summary>
    public static Snapshot Machine(string region, params (string Key, string Value)[] settings)
    {
        (string Key, string Value)[] usual = [("env.CLAUDE_CODE_USE_BEDROCK", "1"), ("env.AWS_PROFILE", "dev"), ("env.AWS_REGION", region)];
        var all = settings.Concat(usual).DistinctBy(one => one.Key);
        return Given.Corp("09:00").With(new ClaudeSettingsLayer
        {
            File = "/home/ann/.claude/settings.json",
            Settings = [.. all.Select(one => new ClaudeSetting(one.Key, one.Value, System.Text.Json.JsonValueKind.String, 1))],
        });
    }

    public static LiveProfiles Live(string region, string at, params string[] ids) => new(
        region,
        Given.At(at),
        [.. ids.Select(id => new InferenceProfile(id, id, $"arn:{id}", InferenceProfileKind.SystemDefined, []))]);

    private static ImmutableArray<Finding> Findings(Snapshot snapshot) =>
    [
        .. Assessor.Assess(snapshot, Policy.Default).Findings.Where(finding =>
            finding.Code.StartsWith("claude.model.", StringComparison.Ordinal) || finding.Code == "claude.region.no-bedrock"),
    ];

    public static void Check(Snapshot snapshot, string expected) => Assert.Equal(expected, Text(snapshot));

    public static void CheckHeads(Snapshot snapshot, string expected) =>
        Assert.Equal(expected, string.Join('\n', Text(snapshot).Split('\n').Where(line => !line.StartsWith(' '))));

    public static void CheckNone(Snapshot snapshot, params string[] codes) =>
        Assert.DoesNotContain(Assessor.Assess(snapshot, Policy.Default).Findings, finding => codes.Contains(finding.Code));

    public static string Text(Snapshot snapshot) => string.Join('\n', Findings(snapshot).Select(finding =>
    {
        var edit = Edit(finding.Remedy?.Edit);
        return $"{finding.Severity.ToString().ToLowerInvariant()} {finding.Code} {finding.Subject}\n  {finding.Message}\n  {finding.Remedy?.Text}"
            + (edit.Length > 0 ? "\n  " + edit.Replace("\n", "\n  ", StringComparison.Ordinal) : "");
    }));

    public static string EditOf(Snapshot snapshot, string code) =>
        Edit(Assert.Single(Findings(snapshot), finding => finding.Code == code).Remedy?.Edit);

    private static string Edit(SettingsEdit? edit) => edit is null ? "" : string.Join('\n', edit.Changes.Select(change => change switch
    {
        SettingsChange.Put put => $"+ {put.Key} {put.Value}",
        _ => $"- {change.Key}",
    }));
}
