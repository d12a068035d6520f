using TrayAgent.Core.Facts.Models;
using static TrayAgent.Core.Tests.Assess.Models.ModelMachine;

namespace TrayAgent.Core.Tests.Assess.Models;

/// <summary>IDs that Bedrock does not take: raw, of elsewhere, wrong.</summary>
public sealed class ModelIdFindingTests
{
    [Fact]
    public void A_raw_id_becomes_global_where_nothing_else_says_where_data_may_go() => Check(
        Pinned("us-west-2", "anthropic.claude-opus-4-5-20251101-v1:0", Haiku),
        """
        error claude.model.raw-id env.ANTHROPIC_MODEL
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
        error claude.model.prefix-region env.ANTHROPIC_MODEL
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
        "error claude.model.prefix-region env.ANTHROPIC_MODEL\n"
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
            $"error claude.model.invalid-id env.ANTHROPIC_MODEL\n  'ANTHROPIC_MODEL' is '{id.Replace("[1m]", "", StringComparison.Ordinal)}', {message}\n",
            Text(snapshot),
            StringComparison.Ordinal);
        Assert.Equal($"+ env.ANTHROPIC_MODEL {right}", EditOf(snapshot, "claude.model.invalid-id"));
    }

    [Theory]
    [InlineData("bedrock/us.anthropic.claude-opus-4-8", "'bedrock/' in front is how another program writes it", "us.anthropic.claude-opus-4-8")]
    [InlineData("bedrock/converse/us.anthropic.claude-opus-4-8[1m]", "'bedrock/converse/' in front is how another program writes it", "us.anthropic.claude-opus-4-8[1m]")]
    [InlineData("us.anthropic.claude-opus-4-8[2m]", "the only mark that Claude Code knows is '[1m]', not '[2m]'", "us.anthropic.claude-opus-4-8[1m]")]
    [InlineData("us.anthropic.claude-opus-4-8[fast]", "the only mark that Claude Code knows is '[1m]', not '[fast]'", "us.anthropic.claude-opus-4-8")]
    [InlineData("bedrock/us.claude-opus-4-8[2m]", "'bedrock/' in front is how another program writes it", "us.anthropic.claude-opus-4-8[1m]")]
    [InlineData("us.claude-opus-4-8", "'anthropic.' is missing", "us.anthropic.claude-opus-4-8")]
    public void A_form_that_is_none_of_Bedrocks_is_put_right(string id, string mistake, string right) => Check(
        Pinned("us-west-2", id, Haiku),
        $"""
        error claude.model.invalid-id env.ANTHROPIC_MODEL
          'ANTHROPIC_MODEL' is '{id}': {mistake}. Did you mean '{right}'?
          Write '{right}' for 'ANTHROPIC_MODEL' in '/home/ann/.claude/settings.json:1'.
          + env.ANTHROPIC_MODEL {right}
        """);

    [Theory]
    [InlineData(" us.anthropic.claude-opus-4-8", "us.anthropic.claude-opus-4-8")]
    [InlineData("us.anthropic.claude-opus-4-8\t", "us.anthropic.claude-opus-4-8")]
    [InlineData("us.anthropic.claude-opus-4-8[1m] ", "us.anthropic.claude-opus-4-8[1m]")]
    public void Blanks_around_an_ID_are_taken_away(string id, string right)
    {
        CheckHeads(Pinned("us-west-2", id, Haiku), "warning claude.model.invalid-id env.ANTHROPIC_MODEL");
        Assert.Equal($"+ env.ANTHROPIC_MODEL {right}", EditOf(Pinned("us-west-2", id, Haiku), "claude.model.invalid-id"));
    }

    [Theory]
    [InlineData("ap-northeast-1", "jp.anthropic.claude-sonnet-5-5", "warning claude.model.invalid-id env.ANTHROPIC_MODEL")]
    [InlineData("ap-southeast-2", "au.anthropic.claude-sonnet-5-5", "warning claude.model.invalid-id env.ANTHROPIC_MODEL")]
    [InlineData("eu-central-1", "eu.anthropic.claude-fable-5-1", "warning claude.model.invalid-id env.ANTHROPIC_MODEL")]
    [InlineData("ap-southeast-2", "au.anthropic.claude-opus-4-7", "")]
    public void A_prefix_that_the_sources_of_a_model_do_not_have(string region, string id, string expected) =>
        CheckHeads(Pinned(region, id, Haiku), expected);

    [Theory]
    [InlineData("arn:aws:bedrock:us-west-2:111122223333:inference-profiles/us.anthropic.claude-opus-4-8", "error", "Bedrock has no 'inference-profiles'. Did you mean 'inference-profile'?")]
    [InlineData(" arn:aws:bedrock:us-west-2:111122223333:inference-profiles/us.anthropic.claude-opus-4-8", "error", "Bedrock has no 'inference-profiles'.")]
    [InlineData("arn:aws:bedrock:us-west-2:111122223333:model-garden/opus", "warning", "no kind 'model-garden' of Bedrock is known.")]
    [InlineData("arn:aws:bedrok:us-west-2:111122223333:inference-profile/us.anthropic.claude-opus-4-8", "error", "is no ARN of Bedrock")]
    [InlineData("arn:aws:bedrock:us-west-2:111122223333:inference-profile/us.antropic.claude-opus-4-8", "error", "Did you mean 'us.anthropic.claude-opus-4-8'?")]
    public void An_ARN_that_stands_for_nothing(string arn, string severity, string message)
    {
        var text = Text(Pinned("us-west-2", arn, Haiku));
        Assert.StartsWith($"{severity} claude.model.invalid-id env.ANTHROPIC_MODEL", text, StringComparison.Ordinal);
        Assert.Contains(message, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("arn:aws:bedrock:us-west-2:111122223333:imported-model/abc")]
    [InlineData("arn:aws:sagemaker:us-west-2:111122223333:endpoint/opus")]
    public void Other_ARNs_that_Bedrock_takes(string arn) => CheckNone(Pinned("us-west-2", arn, Haiku), "claude.model.invalid-id");

    [Theory]
    [InlineData("111122223333", "a1", true)]
    [InlineData("111122223333", "b2", false)]
    [InlineData("444455556666", "b2", true)]
    public void A_profile_of_the_organisation_that_AWS_does_not_list(string account, string name, bool isFine)
    {
        var live = Live("us-west-2", "09:00", Haiku);
        var own = new InferenceProfile("a1", "team", "arn:aws:bedrock:us-west-2:111122223333:application-inference-profile/a1", InferenceProfileKind.Application, []);
        var machine = Pinned("us-west-2", $"arn:aws:bedrock:us-west-2:{account}:application-inference-profile/{name}", Haiku) with
        {
            LiveProfiles = [live with { Profiles = [.. live.Profiles, own] }],
        };
        CheckHeads(machine, isFine ? "" : "warning claude.model.invalid-id env.ANTHROPIC_MODEL");
    }

    [Fact]
    public void An_ARN_of_where_there_is_no_Claude_is_no_reason_to_go_there() => Assert.Contains(
        "'cn-north-1' has no Claude model: write an ARN of 'us-west-2' in '/home/ann/.claude/settings.json:1'.",
        Text(Pinned("us-west-2", "arn:aws-cn:bedrock:cn-north-1:111122223333:application-inference-profile/a1", Haiku)),
        StringComparison.Ordinal);

    [Fact]
    public void Each_model_of_a_list_is_judged_and_none_is_edited()
    {
        var machine = Machine("us-west-2", ("env.ANTHROPIC_MODEL", "us.anthropic.claude-opus-4-8"), ("env.ANTHROPIC_DEFAULT_HAIKU_MODEL", Haiku));
        var layer = Given.Settings("""{ "fallbackModel": ["us.anthropic.claude-opus-4-8", "anthropic.claude-sonnet-5"] }""");
        Check(
            machine with { Claude = machine.Claude with { Layers = [layer, .. machine.Claude.Layers] } },
            """
            error claude.model.raw-id fallbackModel[1]
              'fallbackModel[1]' is 'anthropic.claude-sonnet-5', a model's own ID. Bedrock wants the ID of an inference profile, with a region prefix.
              Write 'us.anthropic.claude-sonnet-5' for 'fallbackModel[1]' in '/home/ann/.claude/settings.json:1'.
            """);
    }

    [Fact]
    public void A_prefix_that_a_model_is_known_not_to_have() => Assert.Contains(
        "error claude.model.invalid-id env.ANTHROPIC_MODEL\n"
            + "  'ANTHROPIC_MODEL' is 'jp.anthropic.claude-opus-5', but Claude Opus 5 has no inference profile with 'jp.'.\n"
            + "  From 'ap-northeast-1' there is only 'global.anthropic.claude-opus-5', which may send data elsewhere. If that is allowed, "
            + "write it for 'ANTHROPIC_MODEL' in '/home/ann/.claude/settings.json:1'.",
        Text(Pinned("ap-northeast-1", "jp.anthropic.claude-opus-5", null)),
        StringComparison.Ordinal);

    [Theory]
    [InlineData("eu-central-1", "eu.anthropic.claude-opus-4.5", "eu.anthropic.claude-opus-4-5-20251101-v1:0")]
    [InlineData("us-west-2", "us.anthropic.claude-opus-4.6[1m]", "us.anthropic.claude-opus-4-6-v1[1m]")]
    [InlineData("eu-central-1", "EU.anthropic.claude-opus-4-8", "eu.anthropic.claude-opus-4-8")]
    [InlineData("eu-central-1", "es.antropic.claude-opus-4-8", "eu.anthropic.claude-opus-4-8")]
    [InlineData("us-west-2", "es.antropic.claude-opus-4-8", "us.anthropic.claude-opus-4-8")]
    public void A_typo_becomes_the_model_that_was_typed(string region, string id, string right) =>
        Assert.Equal($"+ env.ANTHROPIC_MODEL {right}", EditOf(Pinned(region, id, "global.anthropic.claude-haiku-4-5-20251001-v1:0"), "claude.model.invalid-id"));

    [Theory]
    [InlineData("us.antropic.claude-opus-4-9")]
    [InlineData("us.anthropic.claude-opus-9.1")]
    public void A_typo_never_becomes_another_version(string id) => CheckNone(Pinned("us-west-2", id, Haiku), "claude.model.invalid-id");

    [Theory]
    [InlineData("ca.anthropic.claude-opus-4-8", "warning")]
    [InlineData("claude-opus-4-8", "warning")]
    public void What_AWS_or_Claude_Code_may_have_learned_meanwhile_is_a_warning(string id, string severity) => Assert.Contains(
        $"{severity} claude.model.invalid-id env.ANTHROPIC_MODEL", Text(Pinned("us-west-2", id, Haiku)), StringComparison.Ordinal);

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
        error claude.model.invalid-id env.ANTHROPIC_MODEL
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
}
