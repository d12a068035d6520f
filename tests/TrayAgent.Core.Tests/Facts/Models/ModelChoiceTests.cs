using TrayAgent.Core.Facts.Models;

namespace TrayAgent.Core.Tests.Facts.Models;

public sealed class ModelChoiceTests
{
    [Theory]
    [InlineData("us-west-2", null, "global.anthropic.claude-opus-5-5")]
    [InlineData("us-west-2", "global.", "global.anthropic.claude-opus-5-5")]
    [InlineData("us-west-2", "us.", "us.anthropic.claude-opus-5-5")]
    [InlineData("ca-central-1", "us.", "us.anthropic.claude-opus-5-5")]
    [InlineData("ca-central-1", null, "global.anthropic.claude-opus-5-5")]
    [InlineData("eu-central-1", "eu.", "eu.anthropic.claude-opus-5-5")]
    [InlineData("ap-northeast-1", "jp.", "jp.anthropic.claude-opus-5-5")]
    [InlineData("ap-northeast-1", "apac.", "jp.anthropic.claude-opus-5-5")]
    [InlineData("ap-southeast-2", "apac.", "au.anthropic.claude-opus-5-5")]
    [InlineData("us-gov-west-1", null, "us-gov.anthropic.claude-opus-4-8")]
    [InlineData("us-gov-west-1", "global.", "us-gov.anthropic.claude-opus-4-8")]
    [InlineData("ap-southeast-1", "apac.", "ask: global.anthropic.claude-opus-5-5")]
    [InlineData("eu-central-1", "us.", "ask: eu.anthropic.claude-opus-5-5, global.anthropic.claude-opus-5-5")]
    [InlineData("sa-east-1", "us.", "ask: global.anthropic.claude-opus-5-5")]
    [InlineData("cn-north-1", null, "none")]
    public void The_best_Opus_keeps_the_data_where_it_is(string region, string? residency, string expected) =>
        Check(expected, ModelPicking.Best(ModelOffers.In(region, null), ModelFamily.Opus, residency));

    [Theory]
    [InlineData("us-west-2", ModelFamily.Sonnet, "us.", "us.anthropic.claude-sonnet-5-5")]
    [InlineData("ap-northeast-1", ModelFamily.Sonnet, "jp.", "jp.anthropic.claude-sonnet-4-6")]
    [InlineData("us-west-2", ModelFamily.Haiku, "us.", "us.anthropic.claude-haiku-4-5-20251001-v1:0")]
    [InlineData("ap-south-1", ModelFamily.Haiku, "in.", "ask: global.anthropic.claude-haiku-4-5-20251001-v1:0")]
    [InlineData("us-gov-west-1", ModelFamily.Haiku, null, "none")]
    [InlineData("eu-west-1", ModelFamily.Fable, "eu.", "eu.anthropic.claude-fable-5")]
    public void Nothing_doubtful_is_picked_and_no_prefix_is_left_for_a_newer_model(
        string region, ModelFamily family, string? residency, string expected) =>
        Check(expected, ModelPicking.Best(ModelOffers.In(region, null), family, residency));

    [Theory]
    [InlineData("us-west-2", "anthropic.claude-opus-4-5-20251101-v1:0", "us.", "us.anthropic.claude-opus-4-5-20251101-v1:0")]
    [InlineData("us-west-2", "anthropic.claude-opus-4-5-20251101-v1:0", null, "global.anthropic.claude-opus-4-5-20251101-v1:0")]
    [InlineData("ap-northeast-1", "anthropic.claude-opus-5", "jp.", "ask: global.anthropic.claude-opus-5")]
    [InlineData("us-west-2", "anthropic.claude-opus-4-1-20250805-v1:0", null, "us.anthropic.claude-opus-4-1-20250805-v1:0")]
    [InlineData("us-west-2", "anthropic.claude-opus-9", null, "none")]
    public void A_model_that_somebody_chose_is_kept(string region, string model, string? residency, string expected) =>
        Check(expected, ModelPicking.Same(ModelOffers.In(region, null), model, residency));

    [Fact]
    public void A_live_list_overrules_the_built_in_one_and_brings_models_that_nobody_knew()
    {
        var offers = ModelOffers.In("eu-central-1", Live(
            "eu.anthropic.claude-opus-5-5", "eu.anthropic.claude-opus-6-v1", "global.anthropic.claude-opus-4-8",
            "eu.anthropic.claude-mythos-1", "us.amazon.nova-pro-v1:0"));
        Assert.Equal(
            """
            eu.anthropic.claude-opus-6-v1
            eu.anthropic.claude-opus-5-5
            global.anthropic.claude-opus-4-8
            eu.anthropic.claude-mythos-1
            """,
            string.Join('\n', offers.Profiles.Select(profile => profile.Id)));
        Check("eu.anthropic.claude-opus-6-v1", ModelPicking.Best(offers, ModelFamily.Opus, "eu."));
        Check("none", ModelPicking.Best(offers, ModelFamily.Sonnet, "eu."));
    }

    [Fact]
    public void What_is_doubtful_is_not_doubtful_any_more_when_AWS_lists_it() => Check(
        "us.anthropic.claude-haiku-5-5",
        ModelPicking.Best(ModelOffers.In("us-west-2", Live("us.anthropic.claude-haiku-5-5")), ModelFamily.Haiku, "us."));

    [Theory]
    [InlineData("opus", null)]
    [InlineData("global.anthropic.claude-opus-4-8", "global.")]
    [InlineData("global.anthropic.claude-opus-4-8 us.anthropic.claude-sonnet-4-6", "us.")]
    [InlineData("arn:aws:bedrock:eu-west-1:111122223333:inference-profile/eu.anthropic.claude-opus-4-8", "eu.")]
    public void Where_data_may_go_is_what_the_narrowest_pin_says(string pins, string? expected) =>
        Assert.Equal(expected, ModelPicking.Residency(pins.Split(' ').Select(ModelId.Parse)));

    /// <summary>Never from a place to the whole world, whatever is offered where.</summary>
    [Fact]
    public void Nobody_with_a_place_is_ever_moved_to_another_one()
    {
        string[] residencies = ["us.", "eu.", "jp.", "au.", "in.", "us-gov."];
        foreach (var region in ModelCatalogue.BuiltIn.Regions)
        {
            foreach (var residency in residencies)
            {
                foreach (var family in Enum.GetValues<ModelFamily>())
                {
                    if (ModelPicking.Best(ModelOffers.In(region, null), family, residency) is ModelChoice.Pick pick)
                    {
                        Assert.Equal(residency, pick.Profile.Prefix);
                    }
                }
            }
        }
    }

    private static LiveProfiles Live(params string[] ids) => new("eu-central-1", Given.At("08:00"),
    [
        .. ids.Select(id => new InferenceProfile(id, $"Name of {id}", $"arn:{id}", InferenceProfileKind.SystemDefined, [])),
    ]);

    private static void Check(string expected, ModelChoice choice) => Assert.Equal(expected, choice switch
    {
        ModelChoice.Pick pick => pick.Profile.Id,
        ModelChoice.Ask ask => $"ask: {string.Join(", ", ask.Profiles.Select(profile => profile.Id))}",
        _ => "none",
    });
}
