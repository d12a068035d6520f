using System.Collections.Immutable;
using TrayAgent.Core.Assess.Explain.Replies;

namespace TrayAgent.Core.Assess.Explain.Texts;

/// <summary>Models of Amazon Bedrock and access to them.</summary>
internal static class ModelTexts
{
    public static ImmutableArray<KnownError> All { get; } =
    [
        new(
            "model-needs-inference-profile",
            ErrorWeight.Definite,
            "The model can only be called through an inference profile, and its bare ID was sent.",
            ModelReplies.BareId,
            "Invocation of model ID {model} with on-demand throughput isn't supported",
            "on-demand throughput isn't supported",
            "with the ID or ARN of an inference profile that contains this model"),
        new(
            "model-id-invalid",
            ErrorWeight.Definite,
            "Bedrock does not know the model ID: it is mistyped, has a wrong ending, or its prefix cannot be called from this region.",
            ModelReplies.InvalidId,
            "The provided model identifier is invalid"),
        new(
            "model-legacy",
            ErrorWeight.Definite,
            "The model is old, and Bedrock gives it only to accounts that used it lately.",
            ModelReplies.Old,
            "This Model is marked by provider as Legacy",
            "you have not been actively using the model in the last"),
        new(
            "model-ended",
            ErrorWeight.Definite,
            "The model no longer exists on Bedrock: no permission and no sign-in brings it back.",
            ModelReplies.Old,
            "This model version has reached the end of its life"),
        new(
            "use-case-form",
            ErrorWeight.Exact,
            "Nobody has told Anthropic yet what this AWS account uses its models for; the form is filled in once per account.",
            ModelReplies.UseCaseForm,
            "Model use case details have not been submitted for this account",
            "Fill out the Anthropic use case details form before using the model"),
        new(
            "marketplace",
            ErrorWeight.Exact,
            "The model was never used in this AWS account, and the first use subscribes to it in AWS Marketplace, which the role may not do.",
            ModelReplies.Marketplace,
            "is not authorized to perform the required AWS Marketplace actions",
            "aws-marketplace:ViewSubscriptions, aws-marketplace:Subscribe"),
        new(
            "payment-method",
            ErrorWeight.Exact,
            "The model is sold through AWS Marketplace, and the account has no valid means of payment for it.",
            ModelReplies.Payment,
            "Model access is denied due to INVALID_PAYMENT_INSTRUMENT",
            "A valid payment instrument must be provided"),
        new(
            "model-wrapped",
            ErrorWeight.Wrapper,
            "Claude Code could not use the model; the text underneath says why, and it was not pasted.",
            ModelReplies.Wrapped,
            "There's an issue with the selected model",
            "is not available on your bedrock deployment"),
        new(
            "model-not-available",
            ErrorWeight.Vague,
            "The model cannot be called in this region under this ID.",
            ModelReplies.Wrapped,
            "Model not available",
            "Model is not available",
            "Model {claude} not available",
            "Model {claude} is not available in",
            "Model {claude} is not available for"),
        new(
            "region-not-supported",
            ErrorWeight.Vague,
            "Bedrock, or this model, is not offered in the region.",
            ModelReplies.Region,
            "Region not supported",
            "Region is not supported",
            "Bedrock is not available in",
            "is not available in this region",
            "is not supported in this region",
            "not supported in region"),
        new(
            "input-too-long",
            ErrorWeight.Definite,
            "The conversation is longer than the model can take; nothing is wrong with AWS or the sign-in.",
            ModelReplies.TooLong,
            "Input is too long for requested model"),
    ];
}
