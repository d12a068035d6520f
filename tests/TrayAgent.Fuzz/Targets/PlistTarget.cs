using System.Text.Json;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Facts.Claude.Plist;
using TrayAgent.Fuzz.Support;

namespace TrayAgent.Fuzz.Targets;

/// <summary>Property lists of macOS: what comes out is JSON, and not a thousand times as long as what went in.</summary>
internal static class PlistTarget
{
    private const int Growth = 1000;

    public static void Run(byte[] input)
    {
        if (PlistJson.Of(input) is not { } json)
        {
            return;
        }

        Invariant.Holds(json.Length <= 10_000 + (Growth * input.Length), $"{input.Length} bytes became {json.Length}");
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 1000 });
        _ = ClaudeSettingsParser.Parse("plist", json);
    }
}
