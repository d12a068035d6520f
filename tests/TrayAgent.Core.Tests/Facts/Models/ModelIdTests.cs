using CsCheck;
using TrayAgent.Core.Facts.Models;

namespace TrayAgent.Core.Tests.Facts.Models;

public sealed class ModelIdTests
{
    [Theory]
    [InlineData("opus", "short name Opus")]
    [InlineData("Sonnet[1m]", "short name Sonnet, long")]
    [InlineData("default", "short name")]
    [InlineData("opusplan", "short name Opus")]
    [InlineData("global.anthropic.claude-opus-4-5-20251101-v1:0", "profile global. of anthropic.claude-opus-4-5-20251101-v1:0")]
    [InlineData("us.anthropic.claude-sonnet-4-6[1m]", "profile us. of anthropic.claude-sonnet-4-6, long")]
    [InlineData(" us-gov.anthropic.claude-opus-4-8 ", "profile us-gov. of anthropic.claude-opus-4-8")]
    [InlineData("in.anthropic.claude-haiku-4-5-20251001-v1:0", "profile in. of anthropic.claude-haiku-4-5-20251001-v1:0")]
    [InlineData("us.anthropic.claude-opus-9", "profile us. of anthropic.claude-opus-9")]
    [InlineData("anthropic.claude-opus-4-5-20251101-v1:0", "raw anthropic.claude-opus-4-5-20251101-v1:0")]
    [InlineData("anthropic.claude-opus-4-6-v1", "raw anthropic.claude-opus-4-6-v1")]
    [InlineData("anthropic.claude-opus-4-8", "raw anthropic.claude-opus-4-8, also Mantle's")]
    [InlineData("anthropic.claude-opus-9", "raw anthropic.claude-opus-9, also Mantle's")]
    [InlineData("anthropic.claude-haiku-4-5", "Mantle's anthropic.claude-haiku-4-5-20251001-v1:0")]
    [InlineData("anthropic.claude-opus-4-6", "Mantle's anthropic.claude-opus-4-6-v1")]
    [InlineData("claude-opus-4-5-20251101", "Anthropic's anthropic.claude-opus-4-5-20251101-v1:0")]
    [InlineData("claude-haiku-4-5", "Anthropic's anthropic.claude-haiku-4-5-20251001-v1:0")]
    [InlineData("claude-opus-9", "Anthropic's unknown")]
    [InlineData(
        "arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.anthropic.claude-opus-4-8[1m]",
        "ARN InferenceProfile aws us-east-1 (profile us. of anthropic.claude-opus-4-8), long")]
    [InlineData(
        "arn:aws-us-gov:bedrock:us-gov-west-1:111122223333:application-inference-profile/abc123def456",
        "ARN ApplicationInferenceProfile aws-us-gov us-gov-west-1")]
    [InlineData(
        "arn:aws:bedrock:eu-west-1::foundation-model/anthropic.claude-opus-4-5-20251101-v1:0",
        "ARN FoundationModel aws eu-west-1 (raw anthropic.claude-opus-4-5-20251101-v1:0)")]
    [InlineData("arn:aws:bedrock:us-east-1:111122223333:provisioned-model/abc", "ARN ProvisionedModel aws us-east-1")]
    [InlineData("arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.x/abc", "ARN CustomModel aws us-east-1")]
    [InlineData("arn:aws:bedrock:us-east-1:111122223333:prompt-router/abc", "ARN Other aws us-east-1")]
    [InlineData("arn:aws:s3:::bucket", "unknown")]
    [InlineData("my-gateway/opus", "unknown")]
    [InlineData("anthropic.claude-opus 4", "unknown")]
    [InlineData("", "unknown")]
    [InlineData("[1m]", "unknown, long")]
    public void An_id_is_told_by_its_form(string text, string expected) => Assert.Equal(expected, Describe(ModelId.Parse(text)));

    [Theory]
    [InlineData("anthropic.claude-opus-4-5-20251101-v1:0", "Opus 4.5 20251101 -v1:0")]
    [InlineData("anthropic.claude-opus-4-20250514-v1:0", "Opus 4.0 20250514 -v1:0")]
    [InlineData("anthropic.claude-opus-4-6-v1", "Opus 4.6  -v1")]
    [InlineData("anthropic.claude-fable-5", "Fable 5.0  ")]
    [InlineData("anthropic.claude-3-7-sonnet-20250219-v1:0", "Sonnet 3.7 20250219 -v1:0")]
    [InlineData("anthropic.claude-3-haiku-20240307-v1:0", "Haiku 3.0 20240307 -v1:0")]
    [InlineData("anthropic.claude-mythos-1", null)]
    [InlineData("anthropic.claude-opus-4-5-20251101-v1:O", null)]
    [InlineData("anthropic.claude-opsu-4-8", null)]
    public void The_id_of_a_model_says_family_version_date_and_suffix(string id, string? expected) => Assert.Equal(
        expected, ModelName.Parse(id) is { } name ? $"{name.Family} {name.Version} {name.Date} {name.Suffix}" : null);

    [Fact]
    public void Any_text_is_some_model_id()
    {
        string[] parts =
        [
            "us.", "global.", "anthropic.", "claude-", "opus", "sonnet-4", "-5", "-20251101", "-v1:0", "[1m]", "arn:aws:bedrock:",
            "us-east-1", ":", "/", "inference-profile", "foundation-model/", "\0", "\ud800", " ", "\n",
        ];
        Gen.OneOf(Gen.String, Gen.Int[0, parts.Length - 1].Array[0, 12].Select(some => string.Concat(some.Select(i => parts[i])))).Sample(
            text =>
            {
                var id = ModelId.Parse(text);
                return id.Text.Length <= text.Length && (id.Like("x") == "x[1m]") == id.IsLong;
            },
            iter: 20_000);
    }

    [Fact]
    public void The_mark_of_the_long_context_stays_when_the_id_is_replaced() => Assert.Equal(
        "eu.anthropic.claude-sonnet-4-6[1m]",
        ModelId.Parse("eu.anthropic.claude-sonnet-4-6-v1[1m]").Like("eu.anthropic.claude-sonnet-4-6"));

    private static string Describe(ModelId id)
    {
        var kind = id switch
        {
            ModelId.ShortName name => $"short name {name.Family}".TrimEnd(),
            ModelId.Profile profile => $"profile {profile.Prefix} of {profile.Base}",
            ModelId.Raw raw => $"raw {raw.Base}{(raw.IsMantleToo ? ", also Mantle's" : "")}",
            ModelId.Mantle mantle => $"Mantle's {mantle.Base}",
            ModelId.Api api => $"Anthropic's {api.Base ?? "unknown"}",
            ModelId.Arn arn => $"ARN {arn.Kind} {arn.Partition} {arn.Region}{(arn.Inner is { } inner ? $" ({Describe(inner)})" : "")}",
            _ => "unknown",
        };
        return id.IsLong ? $"{kind}, long" : kind;
    }
}
