using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Facts.Models;
using static TrayAgent.Core.Tests.Assess.Models.ModelMachine;

namespace TrayAgent.Core.Tests.Assess.Models;

/// <summary>What Claude Code chooses itself.</summary>
public sealed class UnpinnedModelTests
{
    [Fact]
    public void Settings_as_every_guide_has_them_are_healthy_but_for_a_hint() => Check(
        Machine("us-west-2", ("env.ANTHROPIC_MODEL", Opus)),
        """
        info claude.model.unpinned env.ANTHROPIC_DEFAULT_HAIKU_MODEL
          'ANTHROPIC_DEFAULT_HAIKU_MODEL' is not set, so Claude Code chooses the model for work in the background itself.
          Write 'ANTHROPIC_DEFAULT_HAIKU_MODEL': 'global.anthropic.claude-haiku-4-5-20251001-v1:0' into 'env' in '/home/ann/.claude/settings.json'.
          + env.ANTHROPIC_DEFAULT_HAIKU_MODEL global.anthropic.claude-haiku-4-5-20251001-v1:0
        """);

    [Fact]
    public void Nothing_pinned() => Check(
        Machine("us-west-2"),
        """
        warning claude.model.unpinned env.ANTHROPIC_MODEL
          'ANTHROPIC_MODEL' is not set, so each update of Claude Code may choose another model, at another price, or one that your account cannot use.
          Write 'ANTHROPIC_MODEL': 'global.anthropic.claude-opus-5-5' and 'ANTHROPIC_DEFAULT_HAIKU_MODEL': 'global.anthropic.claude-haiku-4-5-20251001-v1:0' into 'env' in '/home/ann/.claude/settings.json'.
          + env.ANTHROPIC_MODEL global.anthropic.claude-opus-5-5
          + env.ANTHROPIC_DEFAULT_HAIKU_MODEL global.anthropic.claude-haiku-4-5-20251001-v1:0
        """);

    [Fact]
    public void An_alias_whose_model_is_not_pinned_keeps_the_residency_of_the_other_pins() => Check(
        Machine("eu-central-1", ("model", "sonnet"), ("env.ANTHROPIC_DEFAULT_HAIKU_MODEL", "eu.anthropic.claude-haiku-4-5-20251001-v1:0")),
        """
        warning claude.model.unpinned env.ANTHROPIC_DEFAULT_SONNET_MODEL
          'model' is 'sonnet', and 'ANTHROPIC_DEFAULT_SONNET_MODEL' is not set, so each update of Claude Code may choose another model, at another price, or one that your account cannot use.
          Write 'ANTHROPIC_DEFAULT_SONNET_MODEL': 'eu.anthropic.claude-sonnet-5-5' into 'env' in '/home/ann/.claude/settings.json'.
          + env.ANTHROPIC_DEFAULT_SONNET_MODEL eu.anthropic.claude-sonnet-5-5
        """);

    [Theory]
    [InlineData("""{"fallbackModel":["eu.anthropic.claude-opus-4-8"]}""", "eu.")]
    [InlineData("""{"fallbackModel":[{"id":"eu.anthropic.claude-opus-4-8"}]}""", ModelPicking.Unseen)]
    [InlineData("""{"availableModels":["opus","eu.anthropic.claude-opus-4-8"]}""", "eu.")]
    [InlineData("""{"availableModels":[]}""", null)]
    [InlineData("""{"model":"arn:aws:bedrock:eu-central-1:111122223333:application-inference-profile/a1b2c3"}""", ModelPicking.Unseen)]
    [InlineData("""{"modelOverrides":{"claude-opus-4-8":"arn:aws:bedrock:eu-central-1:111122223333:application-inference-profile/a1"}}""", ModelPicking.Unseen)]
    [InlineData("""{"env":{"ANTHROPIC_CUSTOM_MODEL_OPTION":"eu.anthropic.claude-opus-4-8"}}""", "eu.")]
    [InlineData("""{"env":{"ANTHROPIC_DEFAULT_SONNET_MODEL":"EU.anthropic.claude-sonnet-5"}}""", "eu.")]
    [InlineData("""{"env":{"ANTHROPIC_DEFAULT_SONNET_MODEL":"eu.antropic.claude-sonnet-5"}}""", "eu.")]
    [InlineData("""{"fallbackModel":"bedrock/eu.anthropic.claude-opus-4-8[2m]"}""", "eu.")]
    [InlineData("""{"env":{"ANTHROPIC_BEDROCK_REGION_PREFIX":"EU"}}""", "eu.")]
    public void Every_trace_of_residency_counts(string settings, string? expected) => Assert.Equal(
        expected,
        ModelPicking.Residency(new ClaudeSettings
        {
            UserFile = "settings.json",
            Layers = [ClaudeSettingsParser.Parse("settings.json", System.Text.Encoding.UTF8.GetBytes(settings))],
        }));

    [Fact]
    public void Whose_choice_is_not_to_be_seen_is_asked() => Check(
        Machine("eu-central-1", ("model", "arn:aws:bedrock:eu-central-1:111122223333:application-inference-profile/a1b2c3")),
        """
        info claude.model.unpinned env.ANTHROPIC_DEFAULT_HAIKU_MODEL
          'ANTHROPIC_DEFAULT_HAIKU_MODEL' is not set, so Claude Code chooses the model for work in the background itself.
          Choose a model of 'trayagent models' and write its ID into '/home/ann/.claude/settings.json'.
        """);

    [Fact]
    public void An_ARN_without_a_prefix_is_not_edited() => Assert.Equal(
        "",
        EditOf(
            Machine("eu-central-1", ("env.ANTHROPIC_MODEL", "arn:aws:bedrock:eu-central-1::foundation-model/anthropic.claude-opus-4-8")),
            "claude.model.raw-id"));

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
        warning claude.model.unpinned env.ANTHROPIC_DEFAULT_HAIKU_MODEL
          'ANTHROPIC_DEFAULT_HAIKU_MODEL' is not set, so Claude Code chooses the model for work in the background itself, and in 'ap-northeast-1' takes the prefix 'apac.', which serves no current model.
          Write 'ANTHROPIC_DEFAULT_HAIKU_MODEL': 'jp.anthropic.claude-haiku-4-5-20251001-v1:0' into 'env' in '/home/ann/.claude/settings.json'.
          + env.ANTHROPIC_DEFAULT_HAIKU_MODEL jp.anthropic.claude-haiku-4-5-20251001-v1:0
        """);

    [Fact]
    public void In_Asia_that_holds_for_every_model_that_is_not_pinned()
    {
        Assert.Contains(
            "or one that your account cannot use; in 'ap-northeast-1' Claude Code takes the prefix 'apac.' for what it chooses itself, which serves no current model.",
            Text(Machine("ap-northeast-1")),
            StringComparison.Ordinal);
        Check(
            Machine(
                "ap-northeast-1", ("env.ANTHROPIC_MODEL", "jp.anthropic.claude-opus-5-5"), ("env.CLAUDE_CODE_SUBAGENT_MODEL", "sonnet"),
                ("env.ANTHROPIC_DEFAULT_HAIKU_MODEL", "jp.anthropic.claude-haiku-4-5-20251001-v1:0")),
            """
            warning claude.model.unpinned env.ANTHROPIC_DEFAULT_SONNET_MODEL
              'CLAUDE_CODE_SUBAGENT_MODEL' is 'sonnet', and 'ANTHROPIC_DEFAULT_SONNET_MODEL' is not set: in 'ap-northeast-1' Claude Code takes the prefix 'apac.' for what it chooses itself, which serves no current model.
              Write 'ANTHROPIC_DEFAULT_SONNET_MODEL': 'jp.anthropic.claude-sonnet-4-6' into 'env' in '/home/ann/.claude/settings.json'.
              + env.ANTHROPIC_DEFAULT_SONNET_MODEL jp.anthropic.claude-sonnet-4-6
            """);
    }

    [Theory]
    [InlineData("jp", "info")]
    [InlineData("apac", "warning")]
    public void A_prefix_for_what_it_chooses_decides(string prefix, string severity) => CheckHeads(
        Machine("ap-northeast-1", ("env.ANTHROPIC_MODEL", "jp.anthropic.claude-opus-5-5"), ("env.ANTHROPIC_BEDROCK_REGION_PREFIX", prefix)),
        $"{severity} claude.model.unpinned env.ANTHROPIC_DEFAULT_HAIKU_MODEL");

    [Fact]
    public void Both_halves_of_opusplan_are_to_be_pinned() => Check(
        Machine(
            "us-west-2", ("model", "opusplan"), ("env.ANTHROPIC_DEFAULT_OPUS_MODEL", "us.anthropic.claude-opus-4-8"),
            ("env.ANTHROPIC_DEFAULT_HAIKU_MODEL", Haiku)),
        """
        warning claude.model.unpinned env.ANTHROPIC_DEFAULT_SONNET_MODEL
          'model' is 'opusplan', and 'ANTHROPIC_DEFAULT_SONNET_MODEL' is not set, so each update of Claude Code may choose another model, at another price, or one that your account cannot use.
          Write 'ANTHROPIC_DEFAULT_SONNET_MODEL': 'us.anthropic.claude-sonnet-5-5' into 'env' in '/home/ann/.claude/settings.json'.
          + env.ANTHROPIC_DEFAULT_SONNET_MODEL us.anthropic.claude-sonnet-5-5
        """);

    [Fact]
    public void Where_only_a_project_says_where_data_may_go_nothing_is_written_for_every_folder()
    {
        var machine = Machine("eu-central-1", ("model", "sonnet"));
        var layer = Given.Settings("""{ "env": { "ANTHROPIC_MODEL": "eu.anthropic.claude-opus-4-8" } }""", SettingsScope.Project, "/src/.claude/settings.json");
        Assert.Equal("", EditOf(machine with { Claude = machine.Claude with { Layers = [layer, .. machine.Claude.Layers] } }, "claude.model.unpinned"));
    }

    [Fact]
    public void Who_calls_profiles_of_the_organisation_may_be_denied_the_others() => Check(
        Machine("us-west-2", ("env.ANTHROPIC_MODEL", "arn:aws:bedrock:us-west-2:111122223333:application-inference-profile/a1b2c3")),
        """
        warning claude.model.unpinned env.ANTHROPIC_DEFAULT_HAIKU_MODEL
          'ANTHROPIC_DEFAULT_HAIKU_MODEL' is not set, so Claude Code chooses the model for work in the background itself, and an account that calls application inference profiles may not be allowed to use that.
          Ask for an application inference profile of a Haiku model, and write its ARN for 'ANTHROPIC_DEFAULT_HAIKU_MODEL' in '/home/ann/.claude/settings.json'.
        """);

    [Fact]
    public void Settings_that_cannot_be_read_may_hold_the_pin() => CheckNone(
        Given.Corp("09:00")
            .With(Given.Settings("""{ "env": { "CLAUDE_CODE_USE_BEDROCK": "1" } }""", SettingsScope.ManagedFile, "/etc/claude-code/managed-settings.json"))
            .With(Given.Settings("{ // a comment")),
        "claude.model.unpinned");

    [Fact]
    public void A_pin_that_somebody_removed_is_not_also_missing() => CheckNone(
        Machine("us-west-2", ("env.ANTHROPIC_DEFAULT_HAIKU_MODEL", Haiku)) with
        {
            LostKeys = [new LostKey("/home/ann/.claude/settings.json", "env.ANTHROPIC_MODEL", Opus)],
        },
        "claude.model.unpinned");
}
