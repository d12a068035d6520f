using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts.Claude;
using static TrayAgent.Core.Tests.Assess.Models.ModelMachine;

namespace TrayAgent.Core.Tests.Assess.Models;

/// <summary>Regions and models at their end; whose file is edited; what hides what.</summary>
public sealed class ModelPinFindingTests
{
    [Theory]
    [InlineData("us.anthropic.claude-opus-4-1-20250805-v1:0", "us.anthropic.claude-opus-5-5")]
    [InlineData("global.anthropic.claude-sonnet-4-20250514-v1:0[1m]", "global.anthropic.claude-sonnet-5-5[1m]")]
    public void A_model_whose_end_is_announced_is_replaced_where_it_is(string id, string right) => Assert.Equal(
        $"+ env.ANTHROPIC_MODEL {right}", EditOf(Pinned("us-west-2", id, Haiku), "claude.model.retired"));

    [Fact]
    public void The_old_name_of_a_variable_is_renamed() => Check(
        Machine("us-west-2", ("env.ANTHROPIC_MODEL", Opus), ("env.ANTHROPIC_SMALL_FAST_MODEL", Haiku)),
        """
        info claude.model.retired env.ANTHROPIC_SMALL_FAST_MODEL
          'ANTHROPIC_SMALL_FAST_MODEL' is the old name of 'ANTHROPIC_DEFAULT_HAIKU_MODEL'; it still works.
          Rename it in '/home/ann/.claude/settings.json:1'.
          + env.ANTHROPIC_DEFAULT_HAIKU_MODEL global.anthropic.claude-haiku-4-5-20251001-v1:0
          - env.ANTHROPIC_SMALL_FAST_MODEL
        """);

    [Theory]
    [InlineData("cn-north-1", "'us-west-2' or 'us-east-1'")]
    [InlineData("eu-cental-1", "'eu-central-1'")]
    [InlineData("us-gov-wst-1", "'us-gov-west-1'")]
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

    [Theory]
    [InlineData("eu-central-3", "eu.", "eu-central-1")]
    [InlineData("eu-cental-1", "eu.", "eu-central-1")]
    [InlineData("eu-cental-1", "global.", "eu-central-1")]
    [InlineData("ap-east-1", "us.", "us-east-1")]
    [InlineData("me-west-1", "jp.", "ap-northeast-1")]
    [InlineData("eu-cental-1", "us.", null)]
    [InlineData("me-west-1", "global.", null)]
    [InlineData("cn-north-1", "us.", null)]
    [InlineData("us-iso-east-1", "us.", null)]
    public void The_region_becomes_one_that_keeps_the_data_where_the_pins_have_it(string region, string prefix, string? right) => Assert.Equal(
        right is null ? "" : $"+ env.AWS_REGION {right}",
        EditOf(Pinned(region, prefix + "anthropic.claude-opus-4-8", null), "claude.region.no-bedrock"));

    [Fact]
    public void Pins_of_a_project_do_not_move_the_users_region()
    {
        var machine = Machine("eu-central-3");
        var layer = Given.Settings("""{ "env": { "ANTHROPIC_MODEL": "eu.anthropic.claude-opus-4-8" } }""", SettingsScope.Project, "/src/.claude/settings.json");
        Assert.Equal("", EditOf(machine with { Claude = machine.Claude with { Layers = [layer, .. machine.Claude.Layers] } }, "claude.region.no-bedrock"));
    }

    [Theory]
    [InlineData("us.anthropic.claude-3-7-sonnet-20250219-v1:0", "Claude 3.7 Sonnet", "us.anthropic.claude-sonnet-5-5")]
    [InlineData("us.anthropic.claude-3-5-sonnet-20241022-v2:0", "Claude 3.5 Sonnet", "us.anthropic.claude-sonnet-5-5")]
    [InlineData("anthropic.claude-3-haiku-20240307-v1:0", "Claude 3 Haiku", "global.anthropic.claude-haiku-4-5-20251001-v1:0")]
    [InlineData("anthropic.claude-v2:1", "Claude 2", "global.anthropic.claude-sonnet-5-5")]
    [InlineData("anthropic.claude-instant-v1", "Claude Instant", "global.anthropic.claude-haiku-4-5-20251001-v1:0")]
    [InlineData("claude-3-5-sonnet-20241022", "Claude 3.5 Sonnet", "global.anthropic.claude-sonnet-5-5")]
    public void A_model_that_has_ended_is_said_once_and_replaced_by_its_family(string id, string name, string right) => Check(
        Pinned("us-west-2", id, Haiku),
        $"""
        warning claude.model.retired env.ANTHROPIC_MODEL
          'ANTHROPIC_MODEL' is '{id}', but Bedrock has ended {name}, as far as is known.
          Write '{right}' for 'ANTHROPIC_MODEL' in '/home/ann/.claude/settings.json:1'.
          + env.ANTHROPIC_MODEL {right}
        """);

    /// <summary>Its data stayed in that region, and no ID of today keeps it there.</summary>
    [Fact]
    public void Nobody_is_moved_to_global_who_called_a_model_in_one_region()
    {
        var machine = Machine("eu-west-1", ("env.ANTHROPIC_MODEL", "anthropic.claude-3-sonnet-20240229-v1:0"));
        Assert.Equal("", EditOf(machine, "claude.model.retired"));
        Assert.Contains(
            "From 'eu-west-1' there is only 'eu.anthropic.claude-sonnet-5-5' and 'global.anthropic.claude-sonnet-5-5', which may send data elsewhere.",
            Text(machine),
            StringComparison.Ordinal);
    }

    /// <summary>That model is in London itself; its background model must not go anywhere else without a word.</summary>
    [Fact]
    public void Who_calls_a_model_in_the_region_itself_is_asked_about_the_others()
    {
        Assert.Equal("", EditOf(Machine("eu-west-2", ("env.ANTHROPIC_MODEL", "anthropic.claude-opus-5-5")), "claude.model.unpinned"));
        Assert.NotEqual("", EditOf(Machine("eu-west-2", ("env.ANTHROPIC_MODEL", "global.anthropic.claude-opus-5-5")), "claude.model.unpinned"));
    }

    [Fact]
    public void What_AWS_does_not_list_either_has_ended() => CheckHeads(
        Pinned("us-west-2", "us.anthropic.claude-3-7-sonnet-20250219-v1:0", Haiku) with
        {
            LiveProfiles = [Live("us-west-2", "09:00", Haiku, "us.anthropic.claude-opus-4-8")],
        },
        "error claude.model.retired env.ANTHROPIC_MODEL");

    [Fact]
    public void What_AWS_still_lists_has_not_ended_yet() => CheckHeads(
        Pinned("us-west-2", "us.anthropic.claude-3-7-sonnet-20250219-v1:0", Haiku) with
        {
            LiveProfiles = [Live("us-west-2", "09:00", Haiku, "us.anthropic.claude-3-7-sonnet-20250219-v1:0")],
        },
        "warning claude.model.retired env.ANTHROPIC_MODEL");

    [Theory]
    [InlineData("""["opus"]""", "[]", "global.anthropic.claude-opus-5-5")]
    [InlineData("""["claude-opus-4-8"]""", "[]", "global.anthropic.claude-opus-4-8")]
    [InlineData("""["opus-4"]""", "[]", "global.anthropic.claude-opus-4-8")]
    [InlineData("""["us.anthropic.claude-opus-4-7"]""", "[]", "us.anthropic.claude-opus-4-7")]
    [InlineData("""["sonnet"]""", "[]", null)]
    [InlineData("[]", "[]", null)]
    [InlineData("null", """["opus-5-5"]""", "global.anthropic.claude-opus-5")]
    public void Nothing_is_written_that_an_administrator_does_not_permit(string available, string denied, string? right)
    {
        var machine = Machine("us-west-2", ("env.ANTHROPIC_DEFAULT_HAIKU_MODEL", Haiku));
        var layer = Given.Settings(
            $$"""{ "availableModels": {{available}}, "deniedModels": {{denied}} }""", SettingsScope.ManagedFile, "/etc/claude-code/managed-settings.json");
        Assert.Equal(
            right is null ? "" : $"+ env.ANTHROPIC_MODEL {right}",
            EditOf(machine with { Claude = machine.Claude with { Layers = [layer, .. machine.Claude.Layers] } }, "claude.model.unpinned"));
    }

    [Fact]
    public void AWS_itself_lists_no_Claude_for_a_region() => Check(
        Pinned("us-west-2", Opus, Haiku) with { LiveProfiles = [Live("us-west-2", "09:00", "us.amazon.nova-pro-v1:0")] },
        """
        error claude.region.no-bedrock us-west-2
          AWS lists no Claude model for the region 'us-west-2', where Claude Code calls Bedrock.
          Set 'AWS_REGION' to 'us-east-1'.
        """);

    [Fact]
    public void A_list_without_one_profile_of_AWS_says_nothing_about_the_region() =>
        Check(Pinned("us-west-2", Opus, Haiku) with { LiveProfiles = [Live("us-west-2", "09:00")] }, "");

    [Fact]
    public void One_pin_has_one_finding() => CheckHeads(
        Machine(
            "eu-central-1", ("env.ANTHROPIC_MODEL", "anthropic.claude-opus-4-1-20250805-v1:0"),
            ("env.ANTHROPIC_DEFAULT_OPUS_MODEL", "us.anthropic.claude-opus-4-1-20250805-v1:0"),
            ("env.ANTHROPIC_DEFAULT_SONNET_MODEL", "us.anthropic.claude-sonnet-4-20250515-v1:0"),
            ("env.ANTHROPIC_DEFAULT_HAIKU_MODEL", "eu.anthropic.claude-haiku-4-5-20251001-v1:0")),
        """
        error claude.model.invalid-id env.ANTHROPIC_DEFAULT_SONNET_MODEL
        error claude.model.prefix-region env.ANTHROPIC_DEFAULT_OPUS_MODEL
        error claude.model.raw-id env.ANTHROPIC_MODEL
        """);

    [Fact]
    public void Without_a_region_no_prefix_is_wrong()
    {
        var machine = Pinned("", "eu.anthropic.claude-opus-4-8", "eu.anthropic.claude-haiku-4-5-20251001-v1:0");
        var snapshot = machine with
        {
            Config = machine.Config with { Profiles = [.. machine.Config.Profiles.Select(profile => profile with { Region = null })] },
        };
        Assert.Contains(Assessor.Assess(snapshot, Policy.Default).Findings, finding => finding.Code == "claude.region.missing");
        CheckNone(snapshot, "claude.model.prefix-region");
    }

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
    [InlineData(SettingsScope.Project, "/src/.claude/settings.json", "in '/src/.claude/settings.json:1'")]
    public void Only_the_users_own_file_is_edited(SettingsScope scope, string file, string where)
    {
        var machine = Machine("us-west-2", ("env.ANTHROPIC_DEFAULT_HAIKU_MODEL", Haiku));
        var layer = Given.Settings("""{ "env": { "ANTHROPIC_MODEL": "anthropic.claude-opus-4-8" } }""", scope, file);
        var snapshot = machine with { Claude = machine.Claude with { Layers = [layer, .. machine.Claude.Layers] } };
        Assert.Equal("", EditOf(snapshot, "claude.model.raw-id"));
        Assert.Contains($"for 'ANTHROPIC_MODEL' {where}.", Text(snapshot), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_shell_sets_is_overruled_in_the_users_file()
    {
        var machine = Machine("us-west-2", ("env.ANTHROPIC_DEFAULT_HAIKU_MODEL", Haiku));
        var snapshot = machine with
        {
            Claude = machine.Claude with { Shell = ShellVariables.Of([new("ANTHROPIC_MODEL", "anthropic.claude-opus-4-8")]) },
        };
        Assert.Equal("+ env.ANTHROPIC_MODEL global.anthropic.claude-opus-4-8", EditOf(snapshot, "claude.model.raw-id"));
        Assert.Contains(
            "for 'ANTHROPIC_MODEL' in 'env' of '/home/ann/.claude/settings.json', which overrules your shell.", Text(snapshot), StringComparison.Ordinal);
    }
}
