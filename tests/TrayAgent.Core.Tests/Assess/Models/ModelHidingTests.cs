using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;
using static TrayAgent.Core.Tests.Assess.Models.ModelMachine;

namespace TrayAgent.Core.Tests.Assess.Models;

/// <summary>Each symptom of a pin beside its cause, and without it.</summary>
public sealed class ModelHidingTests
{
    [Theory]
    [InlineData("us.anthropic.claude-opus-4-1-20250805-v1:0", "claude.model.retired")]
    [InlineData("anthropic.claude-opus-4-1-20250805-v1:0", "claude.model.raw-id")]
    [InlineData("jp.anthropic.claude-opus-4-1-20250805-v1:0", "claude.model.prefix-region")]
    [InlineData("us.anthropic.claude-opus-4-1-20250805", "claude.model.invalid-id")]
    public void A_wrong_ID_hides_that_its_model_is_at_its_end(string id, string expected) => Assert.Equal(expected, Codes(Pinned("us-west-2", id, Haiku)));

    [Fact]
    public void A_wrong_ID_hides_that_its_model_ends_or_its_variable_is_old()
    {
        Assert.Equal("claude.model.invalid-id", Codes(Pinned("us-west-2", "xx.anthropic.claude-opus-4-1-20250805-v1:0", Haiku)));
        Assert.Equal("claude.model.invalid-id", Codes(SmallFast("us.anthropic.claude-haiku-4-5-20251001")));
        Assert.Equal("claude.model.retired", Codes(SmallFast(Haiku)));

        static Snapshot SmallFast(string id) => Machine(
            "us-west-2", ("env.ANTHROPIC_MODEL", Opus), ("env.ANTHROPIC_SMALL_FAST_MODEL", id));
    }

    [Fact]
    public void A_region_that_nobody_chose_hides_that_a_prefix_does_not_fit()
    {
        var chosen = Pinned("us-east-1", "eu.anthropic.claude-opus-4-8", Haiku);
        Assert.Equal("claude.model.prefix-region", Codes(chosen));

        var layer = Assert.Single(chosen.Claude.Layers);
        var nobody = chosen with
        {
            Claude = chosen.Claude with { Layers = [layer with { Settings = [.. layer.Settings.Where(setting => setting.Key != "env.AWS_REGION")] }] },
            Config = chosen.Config with { Profiles = [.. chosen.Config.Profiles.Select(profile => profile with { Region = null })] },
        };
        Assert.Equal("claude.region.missing", Codes(nobody));
    }

    private static string Codes(Snapshot snapshot) => string.Join(' ', Assessor.Assess(snapshot, Policy.Default).Findings
        .Where(finding => finding.Code.StartsWith("claude.model.", StringComparison.Ordinal) || finding.Code.StartsWith("claude.region.", StringComparison.Ordinal))
        .Select(finding => finding.Code));
}
