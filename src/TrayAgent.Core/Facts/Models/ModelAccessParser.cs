using System.Text.Json;

namespace TrayAgent.Core.Facts.Models;

/// <summary>Reads what <c>aws bedrock get-foundation-model-availability --output json</c> prints; never fails.</summary>
/// <remarks>https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetFoundationModelAvailability.html</remarks>
public static class ModelAccessParser
{
    /// <summary>Null when the text is no such answer.</summary>
    public static ModelAccess? Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return root.ValueKind == JsonValueKind.Object && root.TryGetProperty("agreementAvailability", out var agreement)
                ? new ModelAccess(
                    Agreement(Text(agreement, "status"), Text(root, "entitlementAvailability")),
                    Text(root, "authorizationStatus") switch { "AUTHORIZED" => true, "NOT_AUTHORIZED" => false, _ => null })
                {
                    Error = Text(agreement, "errorMessage"),
                }
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // The second is for an escape that is half of a surrogate pair.
            return null;
        }
    }

    /// <summary>An agreement that is there and has not reached Bedrock yet is pending.</summary>
    private static AgreementState Agreement(string? status, string? entitlement) => status switch
    {
        "AVAILABLE" => entitlement == "NOT_AVAILABLE" ? AgreementState.Pending : AgreementState.Available,
        "PENDING" => AgreementState.Pending,
        "NOT_AVAILABLE" => AgreementState.NotAvailable,
        "ERROR" => AgreementState.Failed,
        _ => AgreementState.Unknown,
    };

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
