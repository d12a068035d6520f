using System.Collections.Immutable;
using System.Text.Json;

namespace TrayAgent.Core.Facts.Models;

/// <summary>Reads what <c>aws bedrock list-inference-profiles --output json</c> prints; never fails.</summary>
/// <remarks>https://docs.aws.amazon.com/bedrock/latest/APIReference/API_InferenceProfileSummary.html</remarks>
public static class InferenceProfilesParser
{
    private const string ModelMark = "foundation-model/";

    /// <summary>The profiles of Claude models that are ready for use, ordinal by ID; null when the text is no such list.</summary>
    public static ImmutableArray<InferenceProfile>? Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("inferenceProfileSummaries", out var list)
                && list.ValueKind == JsonValueKind.Array
                ?
                [
                    .. list.EnumerateArray().Select(Profile).OfType<InferenceProfile>()
                        .DistinctBy(profile => profile.Arn)
                        .OrderBy(profile => profile.Id, StringComparer.Ordinal),
                ]
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second is for an escape that is half of a surrogate pair.
            return null;
        }
    }

    private static InferenceProfile? Profile(JsonElement summary)
    {
        var models = Models(summary);
        return Text(summary, "inferenceProfileId") is { Length: > 0 } id
            && Text(summary, "inferenceProfileArn") is { Length: > 0 } arn
            && Text(summary, "status") is null or "ACTIVE"
            && (IsClaude(id) || models.Any(IsClaude))
            ? new InferenceProfile(
                id,
                Text(summary, "inferenceProfileName") ?? id,
                arn,
                Text(summary, "type") == "APPLICATION" ? InferenceProfileKind.Application : InferenceProfileKind.SystemDefined,
                models)
            : null;
    }

    private static ImmutableArray<string> Models(JsonElement summary) =>
        summary.ValueKind == JsonValueKind.Object && summary.TryGetProperty("models", out var list) && list.ValueKind == JsonValueKind.Array
            ?
            [
                .. list.EnumerateArray()
                    .Select(model => Text(model, "modelArn"))
                    .OfType<string>()
                    .Select(arn => arn[(arn.LastIndexOf(ModelMark, StringComparison.Ordinal) is >= 0 and var at ? at + ModelMark.Length : 0)..])
                    .Distinct(StringComparer.Ordinal),
            ]
            : [];

    private static bool IsClaude(string id) => id.Contains("anthropic.claude", StringComparison.Ordinal);

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
