using System.Text;
using TrayAgent.Core.Decide.Setup;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Facts.Models;

namespace TrayAgent.Core.Tests.Decide.Setup;

/// <summary>Which models are suggested, and which are refused.</summary>
public sealed class ModelAnswerTests
{
    private static readonly ModelOffers Europe = Offers("eu-west-1", "global.anthropic.claude-opus-5-5", "eu.anthropic.claude-opus-5-5", "eu.anthropic.claude-haiku-4-5-20251001-v1:0");

    [Theory]
    [InlineData("{}", "global.anthropic.claude-opus-5-5")]
    [InlineData("""{"env":{"ANTHROPIC_DEFAULT_SONNET_MODEL":"eu.anthropic.claude-sonnet-5"}}""", "eu.anthropic.claude-opus-5-5")]
    [InlineData("""{"env":{"ANTHROPIC_MODEL":"eu.anthropic.claude-haiku-4-5-20251001-v1:0"}}""", "eu.anthropic.claude-haiku-4-5-20251001-v1:0")]
    [InlineData("""{"env":{"ANTHROPIC_MODEL":"us.anthropic.claude-opus-5-5"}}""", null)]
    [InlineData("""{"env":{"ANTHROPIC_MODEL":"anthropic.claude-opus-5-5"}}""", "global.anthropic.claude-opus-5-5")]
    public void The_data_stays_where_the_user_has_it(string settings, string? expected)
    {
        var claude = Settings(settings);
        Assert.Equal(expected, ModelAnswer.Suggested(claude, Europe, ModelPins.Main, ModelFamily.Opus, ModelAnswer.Residency(claude)));
    }

    [Fact]
    public void The_old_name_of_the_variable_for_small_tasks_says_it_already() => Assert.Null(ModelAnswer.Suggested(
        Settings("""{"env":{"ANTHROPIC_SMALL_FAST_MODEL":"eu.anthropic.claude-haiku-4-5-20251001-v1:0"}}"""),
        Europe,
        ModelPins.Haiku,
        ModelFamily.Haiku,
        residency: null));

    [Theory]
    [InlineData("none", null)]
    [InlineData("eu.anthropic.claude-opus-5-5", null)]
    [InlineData("eu.anthropic.claude-opus-5-5[1m]", null)]
    [InlineData("arn:aws:bedrock:eu-west-1:111122223333:application-inference-profile/x", null)]
    [InlineData("arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/x",
        "'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/x' is no inference profile of 'eu-west-1'. 'trayagent models' lists what can be called.")]
    [InlineData("anthropic.claude-opus-5-5",
        "'anthropic.claude-opus-5-5' is no inference profile. Use 'eu.anthropic.claude-opus-5-5' or 'global.anthropic.claude-opus-5-5'.")]
    [InlineData("us.anthropic.claude-opus-5-5",
        "'us.anthropic.claude-opus-5-5' cannot be called from 'eu-west-1'. Use 'eu.anthropic.claude-opus-5-5' or 'global.anthropic.claude-opus-5-5'.")]
    [InlineData("jp.anthropic.claude-new-1", "'jp.anthropic.claude-new-1' cannot be called from 'eu-west-1'. 'trayagent models' lists what can be called.")]
    [InlineData("opus", "'opus' is no inference profile. 'trayagent models' lists what can be called.")]
    [InlineData("gpt\n", "'gpt\uFFFD' is no model that TrayAgent knows of. 'trayagent models' lists what can be called.")]
    public void Only_what_can_be_called_is_written(string id, string? expected) => Assert.Equal(expected, ModelAnswer.Problem(id, Europe));

    [Theory]
    [InlineData("none", null)]
    [InlineData("eu.anthropic.claude-opus-5-5", null)]
    [InlineData("arn:aws:bedrock:eu-west-1:111122223333:application-inference-profile/x", null)]
    [InlineData("anthropic.claude-opus-5-5", "'anthropic.claude-opus-5-5' is no inference profile. 'trayagent models' lists what can be called.")]
    [InlineData("opus", "'opus' is no inference profile. 'trayagent models' lists what can be called.")]
    [InlineData("gpt", "'gpt' is no model that TrayAgent knows of. 'trayagent models' lists what can be called.")]
    public void What_is_wrong_everywhere_is_known_before_the_region(string id, string? expected) => Assert.Equal(expected, ModelAnswer.Problem(id));

    [Theory]
    [InlineData(null, null, "global.anthropic.claude-haiku-4-5-20251001-v1:0")]
    [InlineData("eu.anthropic.claude-opus-5-5", null, "eu.anthropic.claude-haiku-4-5-20251001-v1:0")]
    [InlineData("arn:aws:bedrock:eu-west-1:111122223333:application-inference-profile/x", null, null)]
    [InlineData("arn:aws:bedrock:eu-west-1:111122223333:application-inference-profile/x", "eu.", "eu.anthropic.claude-haiku-4-5-20251001-v1:0")]
    [InlineData("arn:aws:bedrock:eu-west-1:111122223333:inference-profile/eu.anthropic.claude-opus-5-5", null, "eu.anthropic.claude-haiku-4-5-20251001-v1:0")]
    public void The_model_for_small_tasks_stays_where_the_chosen_one_keeps_the_data(string? model, string? before, string? expected)
    {
        var offers = Offers("eu-west-1", "global.anthropic.claude-haiku-4-5-20251001-v1:0", "eu.anthropic.claude-haiku-4-5-20251001-v1:0");
        Assert.Equal(
            expected,
            ModelAnswer.Suggested(Settings("{}"), offers, ModelPins.Haiku, ModelFamily.Haiku, ModelAnswer.Residency(model, before)));
    }

    [Fact]
    public void The_family_that_is_asked_for_comes_first() => Assert.Equal(
        "eu.anthropic.claude-haiku-4-5-20251001-v1:0", ModelAnswer.Choices(Europe, ModelFamily.Haiku)[0].Id);

    private static ModelOffers Offers(string region, params string[] ids) => ModelOffers.In(region, new LiveProfiles(
        region,
        Given.At("09:00"),
        [.. ids.Select(id => new InferenceProfile(id, id, "", InferenceProfileKind.SystemDefined, []))]));

    private static ClaudeSettings Settings(string json) => new()
    {
        UserFile = "settings.json",
        Layers = [ClaudeSettingsParser.Parse("settings.json", Encoding.UTF8.GetBytes(json))],
    };
}
