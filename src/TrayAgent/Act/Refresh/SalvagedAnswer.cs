using System.Text.Json;
using Amazon.SSOOIDC.Model;

namespace TrayAgent.Act.Refresh;

/// <summary>
/// The tokens of an answer that the SDK cannot read, because some other value in it is absurd: the old token was spent for them.
/// How long they live is then unknown, and counts as no time, so that they are exchanged again soon.
/// </summary>
internal static class SalvagedAnswer
{
    public static CreateTokenResponse? Of(byte[] answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            return Text(json.RootElement, "accessToken") is { } access
                ? new CreateTokenResponse { AccessToken = access, RefreshToken = Text(json.RootElement, "refreshToken") }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
