using System.Collections.Immutable;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Facts.Models;

namespace TrayAgent.Core.Tests.Assess;

/// <summary>Findings about the models that Claude Code calls, and the region from where.</summary>
public sealed class ModelFindingTests
{
    private const string Opus = "global.anthropic.claude-opus-4-5-20251101-v1:0";

    private const string Haiku = "global.anthropic.claude-haiku-4-5-20251001-v1:0";

    [Fact]
    public void Settings_as_every_guide_has_them_are_healthy_but_for_a_hint() => Check(
        Machine("us-west-2", ("env.ANTHROPIC_MODEL", Opus)),
        """
        info claude.model.unpinned ANTHROPIC_DEFAULT_HAIKU_MODEL
          'ANTHROPIC_DEFAULT_HAIKU_MODEL' is not set, so Claude Code chooses the model for work in the background itself.
          Write 'ANTHROPIC_DEFAULT_HAIKU_MODEL': 'global.anthropic.claude-haiku-4-5-20251001-v1:0' into 'env' in '/home/ann/.claude/settings.json'.
          + env.ANTHROPIC_DEFAULT_HAIKU_MODEL global.anthropic.claude-haiku-4-5-20251001-v1:0
        """);

    [Fact]
    public void Nothing_pinned() => Check(
        Machine("us-west-2"),
        """
        warning claude.model.unpinned ANTHROPIC_MODEL
          'ANTHROPIC_MODEL' is not set, so each update of Claude Code may choose another model, at another price, or one that your account cannot use.
          Write 'ANTHROPIC_MODEL': 'global.anthropic.claude-opus-5-5' and 'ANTHROPIC_DEFAULT_HAIKU_MODEL': 'global.anthropic.claude-haiku-4-5-20251001-v1:0' into 'env' in '/home/ann/.claude/settings.json'.
          + env.ANTHROPIC_MODEL global.anthropic.claude-opus-5-5
          + env.ANTHROPIC_DEFAULT_HAIKU_MODEL global.anthropic.claude-haiku-4-5-20251001-v1:0
        """);

    [Fact]
    public void An_alias_whose_model_is_not_pinned_keeps_the_residency_of_the_other_pins() => Check(
        Machine("eu-central-1", ("model", "sonnet"), ("env.ANTHROPIC_DEFAULT_HAIKU_MODEL", "eu.anthropic.claude-haiku-4-5-20251001-v1:0")),
        """
        warning claude.model.unpinned ANTHROPIC_DEFAULT_SONNET_MODEL
          'model' is 'sonnet', and 'ANTHROPIC_DEFAULT_SONNET_MODEL' is not set, so each update of Claude Code may choose another model, at another price, or one that your account cannot use.
          Write 'ANTHROPIC_DEFAULT_SONNET_MODEL': 'eu.anthropic.claude-sonnet-5-5' into 'env' in '/home/ann/.claude/settings.json'.
          + env.ANTHROPIC_DEFAULT_SONNET_MODEL eu.anthropic.claude-sonnet-5-5
        """);

    [Theory]
    [InlineData("model", "eu.anthropic.claude-opus-4-8")]
    [InlineData("model", "opus", "env.ANTHROPIC_DEFAULT_OPUS_MODEL", "eu.anthropic.claude-opus-4-8")]
    [InlineData("env.ANTHROPIC_DEFAULT_MODEL", "eu.anthropic.claude-opus-4-8")]
    [InlineData("env.ANTHROPIC_MODEL", "arn:aws:bedrock:eu-central-1:111122223333:application-inference-profile/a1b2c3")]
    public void Pinned_in_one_of_many_ways(string key, string value, string? other = null, string otherValue = "") => Check(
        Machine(
            "eu-central-1", (key, value), (other ?? key, other is null ? value : otherValue),
            ("env.ANTHROPIC_DEFAULT_HAIKU_MODEL", "eu.anthropic.claude-haiku-4-5-20251001-v1:0")),
        "");

    [Fact]
    public void In_Asia_what_Claude_Code_chooses_itself_cannot_work() => Check(
        Machine("ap-northeast-1", ("env.ANTHROPIC_MODEL", "jp.anthropic.claude-opus-5-5")),
        """
        warning claude.model.unpinned ANTHROPIC_DEFAULT_HAIKU_MODEL
          'ANTHROPIC_DEFAULT_HAIKU_MODEL' is not set, so Claude Code chooses the model for work in the background itself, and in 'ap-northeast-1' takes the prefix 'apac.', which serves no current model.
          Write 'ANTHROPIC_DEFAULT_HAIKU_MODEL': 'jp.anthropic.claude-haiku-4-5-20251001-v1:0' into 'env' in '/home/ann/.claude/settings.json'.
          + env.ANTHROPIC_DEFAULT_HAIKU_MODEL jp.anthropic.claude-haiku-4-5-20251001-v1:0
        """);

    [Fact]
    public void Who_calls_profiles_of_the_organisation_may_be_denied_the_others() => Check(
        Machine("us-west-2", ("env.ANTHROPIC_MODEL", "arn:aws:bedrock:us-west-2:111122223333:application-inference-profile/a1b2c3")),
        """
        warning claude.model.unpinned ANTHROPIC_DEFAULT_HAIKU_MODEL
          'ANTHROPIC_DEFAULT_HAIKU_MODEL' is not set, so Claude Code chooses the model for work in the background itself, and an account that calls application inference profiles may not be allowed to use that.
          Ask for an application inference profile of a Haiku model, and write its ARN for 'ANTHROPIC_DEFAULT_HAIKU_MODEL' in '/home/ann/.claude/settings.json'.
        """);

    [Fact]
    public void A_raw_id_becomes_global_where_nothing_else_says_where_data_may_go() => Check(
        Pinned("us-west-2", "anthropic.claude-opus-4-5-20251101-v1:0", Haiku),
        """
        error claude.model.raw-id ANTHROPIC_MODEL
          'ANTHROPIC_MODEL' is 'anthropic.claude-opus-4-5-20251101-v1:0', a model's own ID. Bedrock wants the ID of an inference profile, with a region prefix.
          Write 'global.anthropic.claude-opus-4-5-20251101-v1:0' for 'ANTHROPIC_MODEL' in '/home/ann/.claude/settings.json:1'.
          + env.ANTHROPIC_MODEL global.anthropic.claude-opus-4-5-20251101-v1:0
        """);

    [Theory]
    [InlineData("anthropic.claude-opus-4-8[1m]", "eu.anthropic.claude-opus-4-8[1m]")]
    [InlineData("anthropic.claude-sonnet-4-6-v1", "eu.anthropic.claude-sonnet-4-6")]
    [InlineData("anthropic.claude-sonnet-4-5", "eu.anthropic.claude-sonnet-4-5-20250929-v1:0")]
    [InlineData("arn:aws:bedrock:eu-central-1::foundation-model/anthropic.claude-opus-4-8", "eu.anthropic.claude-opus-4-8")]
    public void A_raw_id_gets_the_prefix_of_the_other_pins(string raw, string expected) => Assert.Equal(
        $"+ env.ANTHROPIC_MODEL {expected}",
        EditOf(Pinned("eu-central-1", raw, "eu.anthropic.claude-haiku-4-5-20251001-v1:0"), "claude.model.raw-id"));

    [Theory]
    [InlineData("us-west-2", "anthropic.claude-3-haiku-20240307-v1:0", false)]
    [InlineData("eu-west-2", "anthropic.claude-opus-5-5", false)]
    [InlineData("us-west-2", "anthropic.claude-opus-4-8", true)]
    public void Some_raw_ids_can_be_called(string region, string raw, bool mantle) => Check(
        Machine(
            region, ("env.ANTHROPIC_MODEL", raw), ("env.ANTHROPIC_DEFAULT_HAIKU_MODEL", Haiku),
            ("env.CLAUDE_CODE_USE_MANTLE", mantle ? "1" : "0")),
        "");

    [Fact]
    public void A_prefix_of_another_part_of_the_world_is_a_persons_choice() => Check(
        Pinned("eu-central-1", "us.anthropic.claude-opus-4-8", "eu.anthropic.claude-haiku-4-5-20251001-v1:0"),
        """
        error claude.model.prefix-region ANTHROPIC_MODEL
          'ANTHROPIC_MODEL' is 'us.anthropic.claude-opus-4-8', which cannot be called from 'eu-central-1'.
          From 'eu-central-1' there is only 'eu.anthropic.claude-opus-4-8' and 'global.anthropic.claude-opus-4-8', which may send data elsewhere. If that is allowed, write it for 'ANTHROPIC_MODEL' in '/home/ann/.claude/settings.json:1', or call Bedrock from a region of 'us.', such as 'us-east-1'.
        """);

    [Theory]
    [InlineData("ap-northeast-1", "apac.anthropic.claude-opus-4-8", "+ env.ANTHROPIC_MODEL jp.anthropic.claude-opus-4-8")]
    [InlineData("ap-southeast-2", "apac.anthropic.claude-sonnet-4-6", "+ env.ANTHROPIC_MODEL au.anthropic.claude-sonnet-4-6")]
    [InlineData("ap-southeast-1", "apac.anthropic.claude-opus-4-8", "")]
    [InlineData("us-gov-west-1", "global.anthropic.claude-opus-4-8", "+ env.ANTHROPIC_MODEL us-gov.anthropic.claude-opus-4-8")]
    [InlineData("sa-east-1", "us.anthropic.claude-opus-4-8", "")]
    [InlineData("ap-southeast-2", "jp.anthropic.claude-opus-4-8", "")]
    public void A_prefix_that_cannot_be_called_is_replaced_only_where_data_stays(string region, string id, string edit) =>
        Assert.Equal(edit, EditOf(Pinned(region, id, null), "claude.model.prefix-region"));

    [Theory]
    [InlineData("ca-central-1", "us.anthropic.claude-opus-4-8")]
    [InlineData("eu-central-2", "eu.anthropic.claude-opus-4-8")]
    [InlineData("ap-southeast-6", "global.anthropic.claude-opus-4-8")]
    [InlineData("us-east-9", "us.anthropic.claude-opus-4-8")]
    [InlineData("ap-south-1", "in.anthropic.claude-haiku-4-5-20251001-v1:0")]
    public void What_may_be_callable_is_not_held_against_anybody(string region, string id) =>
        CheckNone(Pinned(region, id, null), "claude.model.prefix-region", "claude.model.invalid-id");

    [Theory]
    [InlineData("inference-profile/us.anthropic.claude-opus-4-8")]
    [InlineData("application-inference-profile/a1b2c3")]
    public void An_ARN_of_another_region(string resource) => Assert.Contains(
        "error claude.model.prefix-region ANTHROPIC_MODEL\n"
            + "  'ANTHROPIC_MODEL' is an ARN of 'us-east-1', but Claude Code calls Bedrock in 'us-west-2'.\n"
            + "  Set 'AWS_REGION' to 'us-east-1', or write an ARN of 'us-west-2' in '/home/ann/.claude/settings.json:1'.",
        Text(Pinned("us-west-2", $"arn:aws:bedrock:us-east-1:111122223333:{resource}", Haiku)),
        StringComparison.Ordinal);

    [Fact]
    public void Background_models_may_have_a_region_of_their_own() => Check(
        Machine(
            "eu-central-1", ("env.ANTHROPIC_MODEL", "eu.anthropic.claude-opus-4-8"),
            ("env.ANTHROPIC_DEFAULT_HAIKU_MODEL", "us.anthropic.claude-haiku-4-5-20251001-v1:0"),
            ("env.ANTHROPIC_SMALL_FAST_MODEL_AWS_REGION", "us-east-1")),
        "");

    [Theory]
    [InlineData("us.anthropic.claude-sonnet-4-6-v1", "us.anthropic.claude-sonnet-4-6", "but Claude Sonnet 4.6 is called 'anthropic.claude-sonnet-4-6' on Bedrock.")]
    [InlineData("us.anthropic.claude-opus-4-7-v1:0[1m]", "us.anthropic.claude-opus-4-7[1m]", "but Claude Opus 4.7 is called 'anthropic.claude-opus-4-7' on Bedrock.")]
    [InlineData("us.anthropic.claude-opus-4-6", "us.anthropic.claude-opus-4-6-v1", "but Claude Opus 4.6 is called 'anthropic.claude-opus-4-6-v1' on Bedrock.")]
    [InlineData("us.anthropic.claude-opus-4-5-20251102-v1:0", "us.anthropic.claude-opus-4-5-20251101-v1:0", "but Claude Opus 4.5 is called 'anthropic.claude-opus-4-5-20251101-v1:0' on Bedrock.")]
    [InlineData("us.anthropic.claude-opsu-4-8", "us.anthropic.claude-opus-4-8", "which is no model ID. Did you mean 'us.anthropic.claude-opus-4-8'?")]
    [InlineData("us.antropic.claude-opus-4-8", "us.anthropic.claude-opus-4-8", "which is no model ID. Did you mean 'us.anthropic.claude-opus-4-8'?")]
    public void A_wrong_id_is_put_right(string id, string right, string message)
    {
        var snapshot = Pinned("us-west-2", id, Haiku);
        Assert.Contains(
            $"error claude.model.invalid-id ANTHROPIC_MODEL\n  'ANTHROPIC_MODEL' is '{id.Replace("[1m]", "", StringComparison.Ordinal)}', {message}\n",
            Text(snapshot),
            StringComparison.Ordinal);
        Assert.Equal($"+ env.ANTHROPIC_MODEL {right}", EditOf(snapshot, "claude.model.invalid-id"));
    }

    [Fact]
    public void A_prefix_that_a_model_is_known_not_to_have() => Assert.Contains(
        "error claude.model.invalid-id ANTHROPIC_MODEL\n"
            + "  'ANTHROPIC_MODEL' is 'jp.anthropic.claude-opus-5', but Claude Opus 5 has no inference profile with 'jp.'.\n"
            + "  From 'ap-northeast-1' there is only 'global.anthropic.claude-opus-5', which may send data elsewhere. If that is allowed, "
            + "write it for 'ANTHROPIC_MODEL' in '/home/ann/.claude/settings.json:1', or call Bedrock from a region of 'jp.', such as 'ap-northeast-1'.",
        Text(Pinned("ap-northeast-1", "jp.anthropic.claude-opus-5", null)),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("ca.anthropic.claude-opus-4-8", "warning")]
    [InlineData("claude-opus-4-8", "warning")]
    public void What_AWS_or_Claude_Code_may_have_learned_meanwhile_is_a_warning(string id, string severity) => Assert.Contains(
        $"{severity} claude.model.invalid-id ANTHROPIC_MODEL", Text(Pinned("us-west-2", id, Haiku)), StringComparison.Ordinal);

    [Theory]
    [InlineData("us.anthropic.claude-opus-9")]
    [InlineData("us.anthropic.claude-opus-5-6")]
    [InlineData("us.anthropic.claude-mythos-1")]
    [InlineData("us.anthropic.claude-haiku-5-5-v1:0")]
    [InlineData("my-gateway/opus")]
    [InlineData("claude-opus-9")]
    public void What_is_unknown_is_not_wrong(string id) => Check(Pinned("us-west-2", id, Haiku), "");

    [Fact]
    public void An_override_says_what_is_sent_for_a_name_of_Anthropics() => Check(
        Machine(
            "us-west-2", ("model", "claude-opus-4-8"), ("modelOverrides.claude-opus-4-8", "us.anthropic.claude-opus-4-8"),
            ("env.ANTHROPIC_DEFAULT_HAIKU_MODEL", Haiku)),
        "");

    [Fact]
    public void An_override_is_judged_but_never_edited() => Check(
        Machine(
            "us-west-2", ("model", "claude-opus-4-8"), ("modelOverrides.claude-opus-4-8", "anthropic.claude-opus-4-8"),
            ("env.ANTHROPIC_DEFAULT_HAIKU_MODEL", Haiku)),
        """
        error claude.model.raw-id modelOverrides.claude-opus-4-8
          'modelOverrides.claude-opus-4-8' is 'anthropic.claude-opus-4-8', a model's own ID. Bedrock wants the ID of an inference profile, with a region prefix.
          Write 'global.anthropic.claude-opus-4-8' for 'modelOverrides.claude-opus-4-8' in '/home/ann/.claude/settings.json:1'.
        """);

    [Fact]
    public void A_live_list_knows_what_is_missing() => Check(
        Pinned("us-west-2", "us.anthropic.claude-opus-5-6", Haiku) with { LiveProfiles = [Live("us-west-2", "09:00", Haiku, "us.anthropic.claude-opus-5-5")] },
        """
        error claude.model.invalid-id ANTHROPIC_MODEL
          'ANTHROPIC_MODEL' is 'us.anthropic.claude-opus-5-6', which is not among the inference profiles that AWS lists for 'us-west-2'. Did you mean 'us.anthropic.claude-opus-5-5'?
          Choose another model for 'ANTHROPIC_MODEL' in '/home/ann/.claude/settings.json:1': 'trayagent models' lists them.
        """);

    [Fact]
    public void A_live_list_knows_what_is_new()
    {
        var odd = Pinned("eu-central-1", "us.anthropic.claude-sonnet-4-6-v1", "us.anthropic.claude-haiku-4-5-20251001-v1:0");
        Check(
            odd with
            {
                LiveProfiles = [Live("eu-central-1", "09:00", "us.anthropic.claude-sonnet-4-6-v1", "us.anthropic.claude-haiku-4-5-20251001-v1:0")],
            },
            "");
    }

    [Theory]
    [InlineData("us-east-1", "09:00")]
    [InlineData("us-west-2", "2026-11-16 09:00")]
    public void A_list_of_another_region_or_an_old_one_proves_nothing(string region, string at) => Check(
        Pinned("us-west-2", "us.anthropic.claude-opus-5-6", Haiku) with { LiveProfiles = [Live(region, at, Haiku)] }, "");

    [Theory]
    [InlineData("us.anthropic.claude-opus-4-1-20250805-v1:0", "us.anthropic.claude-opus-5-5")]
    [InlineData("global.anthropic.claude-sonnet-4-20250514-v1:0[1m]", "global.anthropic.claude-sonnet-5-5[1m]")]
    public void A_model_whose_end_is_announced_is_replaced_where_it_is(string id, string right) => Assert.Equal(
        $"+ env.ANTHROPIC_MODEL {right}", EditOf(Pinned("us-west-2", id, Haiku), "claude.model.retired"));

    [Fact]
    public void The_old_name_of_a_variable_is_renamed() => Check(
        Machine("us-west-2", ("env.ANTHROPIC_MODEL", Opus), ("env.ANTHROPIC_SMALL_FAST_MODEL", Haiku)),
        """
        info claude.model.retired ANTHROPIC_SMALL_FAST_MODEL
          'ANTHROPIC_SMALL_FAST_MODEL' is the old name of 'ANTHROPIC_DEFAULT_HAIKU_MODEL'; it still works.
          Rename it in '/home/ann/.claude/settings.json:1'.
          + env.ANTHROPIC_DEFAULT_HAIKU_MODEL global.anthropic.claude-haiku-4-5-20251001-v1:0
          - env.ANTHROPIC_SMALL_FAST_MODEL
        """);

    [Theory]
    [InlineData("cn-north-1", "'us-west-2' or 'us-east-1'")]
    [InlineData("ap-east-1", "'ap-east-2'")]
    [InlineData("eu-cental-1", "'eu-central-1'")]
    [InlineData("us-iso-east-1", "'us-west-2' or 'us-east-1'")]
    public void A_region_without_Claude_hides_what_is_wrong_with_the_pins(string region, string advice) => Check(
        Machine(
            region, ("model", "anthropic.claude-opus-4-8"), ("env.ANTHROPIC_DEFAULT_OPUS_MODEL", "us.anthropic.claude-opus-4-1-20250805-v1:0"),
            ("env.ANTHROPIC_DEFAULT_SONNET_MODEL", "us.anthropic.claude-sonnet-4-6-v1")),
        $"""
        error claude.region.no-bedrock {region}
          No Claude model is known in the region '{region}', where Claude Code calls Bedrock.
          Set 'AWS_REGION' to {advice}.
        """);

    [Fact]
    public void AWS_itself_lists_no_Claude_for_a_region() => Check(
        Pinned("us-west-2", Opus, Haiku) with { LiveProfiles = [Live("us-west-2", "09:00")] },
        """
        error claude.region.no-bedrock us-west-2
          AWS lists no Claude model for the region 'us-west-2', where Claude Code calls Bedrock.
          Set 'AWS_REGION' to 'us-east-1'.
        """);

    [Fact]
    public void One_pin_has_one_finding() => CheckHeads(
        Machine(
            "eu-central-1", ("env.ANTHROPIC_MODEL", "anthropic.claude-opus-4-1-20250805-v1:0"),
            ("env.ANTHROPIC_DEFAULT_OPUS_MODEL", "us.anthropic.claude-opus-4-1-20250805-v1:0"),
            ("env.ANTHROPIC_DEFAULT_SONNET_MODEL", "us.anthropic.claude-sonnet-4-20250515-v1:0"),
            ("env.ANTHROPIC_DEFAULT_HAIKU_MODEL", "eu.anthropic.claude-haiku-4-5-20251001-v1:0")),
        """
        error claude.model.invalid-id ANTHROPIC_DEFAULT_SONNET_MODEL
        error claude.model.prefix-region ANTHROPIC_DEFAULT_OPUS_MODEL
        error claude.model.raw-id ANTHROPIC_MODEL
        """);

    [Fact]
    public void Settings_that_cannot_be_read_may_hold_the_pin() => CheckNone(
        Given.Corp("09:00")
            .With(Given.Settings("""{ "env": { "CLAUDE_CODE_USE_BEDROCK": "1" } }""", SettingsScope.ManagedFile, "/etc/claude-code/managed-settings.json"))
            .With(Given.Settings("{ // a comment")),
        "claude.model.unpinned");

    [Theory]
    [InlineData("env.CLAUDE_CODE_USE_BEDROCK", "0")]
    [InlineData("env.CLAUDE_CODE_SKIP_BEDROCK_AUTH", "1")]
    [InlineData("env.ANTHROPIC_BEDROCK_BASE_URL", "https://gateway.example")]
    public void Who_does_not_call_Bedrock_itself_is_left_alone(string key, string value) => CheckNone(
        Machine("cn-north-1", ("env.ANTHROPIC_MODEL", "anthropic.claude-opus-4-8"), (key, value)),
        "claude.region.no-bedrock", "claude.model.raw-id", "claude.model.prefix-region", "claude.model.invalid-id", "claude.model.unpinned",
        "claude.model.retired");

    [Theory]
    [InlineData(SettingsScope.ManagedFile, "/etc/claude-code/managed-settings.json", "in '/etc/claude-code/managed-settings.json:1'")]
    [InlineData(SettingsScope.Project, "/work/.claude/settings.json", "in '/work/.claude/settings.json:1'")]
    public void Only_the_users_own_file_is_edited(SettingsScope scope, string file, string where)
    {
        var machine = Machine("us-west-2", ("env.ANTHROPIC_DEFAULT_HAIKU_MODEL", Haiku));
        var layer = Given.Settings("""{ "env": { "ANTHROPIC_MODEL": "anthropic.claude-opus-4-8" } }""", scope, file);
        var snapshot = machine with { Claude = machine.Claude with { Layers = [layer, .. machine.Claude.Layers] } };
        Assert.Equal("", EditOf(snapshot, "claude.model.raw-id"));
        Assert.Contains($"for 'ANTHROPIC_MODEL' {where}.", Text(snapshot), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_shell_sets_is_corrected_there()
    {
        var machine = Machine("us-west-2", ("env.ANTHROPIC_DEFAULT_HAIKU_MODEL", Haiku));
        var snapshot = machine with
        {
            Claude = machine.Claude with { Shell = ShellVariables.Of([new("ANTHROPIC_MODEL", "anthropic.claude-opus-4-8")]) },
        };
        Assert.Equal("", EditOf(snapshot, "claude.model.raw-id"));
        Assert.Contains("for 'ANTHROPIC_MODEL' where your shell sets it.", Text(snapshot), StringComparison.Ordinal);
    }

    private static Snapshot Pinned(string region, string main, string? haiku) => haiku is null
        ? Machine(region, ("env.ANTHROPIC_MODEL", main))
        : Machine(region, ("env.ANTHROPIC_MODEL", main), ("env.ANTHROPIC_DEFAULT_HAIKU_MODEL", haiku));

    /// <summary>All on line 1 of the user's file.</summary>
    private static Snapshot Machine(string region, params (string Key, string Value)[] settings)
    {
        (string Key, string Value)[] usual = [("env.CLAUDE_CODE_USE_BEDROCK", "1"), ("env.AWS_PROFILE", "dev"), ("env.AWS_REGION", region)];
        var all = settings.Concat(usual).DistinctBy(one => one.Key);
        return Given.Corp("09:00").With(new ClaudeSettingsLayer
        {
            File = "/home/ann/.claude/settings.json",
            Settings = [.. all.Select(one => new ClaudeSetting(one.Key, one.Value, System.Text.Json.JsonValueKind.String, 1))],
        });
    }

    private static LiveProfiles Live(string region, string at, params string[] ids) => new(
        region,
        Given.At(at),
        [.. ids.Select(id => new InferenceProfile(id, id, $"arn:{id}", InferenceProfileKind.SystemDefined, []))]);

    private static ImmutableArray<Finding> Findings(Snapshot snapshot) =>
    [
        .. Assessor.Assess(snapshot, Policy.Default).Findings.Where(finding =>
            finding.Code.StartsWith("claude.model.", StringComparison.Ordinal) || finding.Code == "claude.region.no-bedrock"),
    ];

    private static void Check(Snapshot snapshot, string expected) => Assert.Equal(expected, Text(snapshot));

    private static void CheckHeads(Snapshot snapshot, string expected) =>
        Assert.Equal(expected, string.Join('\n', Text(snapshot).Split('\n').Where(line => !line.StartsWith(' '))));

    private static void CheckNone(Snapshot snapshot, params string[] codes) =>
        Assert.DoesNotContain(Assessor.Assess(snapshot, Policy.Default).Findings, finding => codes.Contains(finding.Code));

    private static string Text(Snapshot snapshot) => string.Join('\n', Findings(snapshot).Select(finding =>
    {
        var edit = Edit(finding.Remedy?.Edit);
        return $"{finding.Severity.ToString().ToLowerInvariant()} {finding.Code} {finding.Subject}\n  {finding.Message}\n  {finding.Remedy?.Text}"
            + (edit.Length > 0 ? "\n  " + edit.Replace("\n", "\n  ", StringComparison.Ordinal) : "");
    }));

    private static string EditOf(Snapshot snapshot, string code) =>
        Edit(Assert.Single(Findings(snapshot), finding => finding.Code == code).Remedy?.Edit);

    private static string Edit(SettingsEdit? edit) => edit is null ? "" : string.Join('\n', edit.Changes.Select(change => change switch
    {
        SettingsChange.Put put => $"+ {put.Key} {put.Value}",
        _ => $"- {change.Key}",
    }));
}
