using System.Text.Json;
using System.Text.Json.Nodes;

namespace TrayAgent.Package;

/// <summary>
/// The bill of materials in CycloneDX JSON, by CycloneDX's own tool, from what the lock files made restore take.
/// https://github.com/CycloneDX/cyclonedx-dotnet
/// </summary>
internal static class Sbom
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public static void Write(Workshop work, string path)
    {
        work.Run(
            "dotnet", "dotnet-CycloneDX", work.In("src", "TrayAgent", "TrayAgent.csproj"), "-o", Path.GetDirectoryName(path)!, "-fn", Path.GetFileName(path),
            "-F", "Json", "-dpr", "-biop", work.In("artifacts", "obj"), "-sn", "trayagent", "-sv", Workshop.Version, "-ns", "-spv", "1.6");
        var bom = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        bom["metadata"]!["timestamp"] = Workshop.Time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
        bom["components"]!.AsArray().RemoveAll(component => IsBuildTool((string?)component!["name"]));
        bom["dependencies"]!.AsArray().RemoveAll(dependency => IsBuildTool(((string?)dependency!["ref"])?["pkg:nuget/".Length..].Split('@')[0]));
        bom["components"]!.AsArray().Add(Runtime());
        File.WriteAllText(path, bom.ToJsonString(Indented) + "\n");
    }

    /// <summary>What the SDK itself takes to publish, and leaves behind.</summary>
    private static bool IsBuildTool(string? name) => name == "Microsoft.NET.ILLink.Tasks";

    /// <summary>Inside every program of ours, but no package that the project names.</summary>
    private static JsonObject Runtime() => new()
    {
        ["type"] = "framework",
        ["name"] = "Microsoft.NETCore.App",
        ["version"] = DotNetRuntime.Version,
        ["description"] = "The runtime and the libraries of .NET",
        ["scope"] = "required",
        ["licenses"] = new JsonArray(new JsonObject { ["license"] = new JsonObject { ["id"] = "MIT" } }),
        ["copyright"] = "© .NET Foundation and Contributors",
    };
}
