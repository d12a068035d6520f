using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TrayAgent.Demo;

/// <summary>What the story needs of <c>trayagent status --json</c>.</summary>
/// <param name="Overall">healthy, attention, sign-in-needed or unknown.</param>
/// <param name="EndsAt">When the session ends; null when it is over or nobody knows.</param>
internal sealed record Status(string Overall, DateTimeOffset? EndsAt)
{
    public const string Healthy = "healthy";
    public const string Attention = "attention";
    public const string SignInNeeded = "sign-in-needed";

    public static Status? Parse(string json)
    {
        try
        {
            var root = JsonNode.Parse(json)!;
            var session = root["sessions"]!.AsArray().FirstOrDefault(it => Text(it, "name") == DemoFiles.Session);
            return new Status(
                Text(root, "overall")!,
                Text(session?["estimatedEnd"], "earliest") is { } end ? DateTimeOffset.Parse(end, CultureInfo.InvariantCulture) : null);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonNode? node, string name) => node?[name]?.GetValue<string>();
}
