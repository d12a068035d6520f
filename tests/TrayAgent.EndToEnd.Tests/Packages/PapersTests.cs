using System.Text.Json.Nodes;
using TrayAgent.Core.Tests;
using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.EndToEnd.Tests.Packages;

/// <summary>Checksums, and what the packages say that they are made of.</summary>
public sealed class PapersTests
{
    [Fact]
    public Task The_checksums_are_those_of_all_packages() => Machine.WithoutDesktopAsync(async machine =>
    {
        var end = await Machine.EndOfAsync(machine.StartProgram("/bin/sh", "-c", "cd \"$0\" && sha256sum --check --strict SHA256SUMS", BuiltPackages.Folder));

        Assert.Equal(0, end.ExitCode);
        Assert.Equal(
            Directory.GetFiles(BuiltPackages.Folder).Select(Path.GetFileName).Where(name => name != "SHA256SUMS").Order(StringComparer.Ordinal),
            end.Out.Split('\n').Select(line => line.Split(':')[0]));
    });

    [Fact]
    public void The_bill_of_materials_lists_what_the_lock_file_does()
    {
        var bom = JsonNode.Parse(File.ReadAllText(BuiltPackages.Find(".cdx.json")))!;
        var listed = bom["components"]!.AsArray().Where(component => (string?)component!["type"] == "library");

        Assert.Equal("CycloneDX", (string?)bom["bomFormat"]);
        Assert.Equal(Locked(), listed.Select(component => $"{component!["name"]} {component["version"]}").Order(StringComparer.OrdinalIgnoreCase));
        Assert.All(bom["components"]!.AsArray(), component => Assert.NotNull(component!["licenses"]?[0]?["license"]?["id"]));
    }

    private static IEnumerable<string> Locked() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src", "TrayAgent", "packages.lock.json")))!["dependencies"]!.AsObject()
            .SelectMany(framework => framework.Value!.AsObject())
            .Where(package => (string?)package.Value!["type"] != "Project")
            .Select(package => $"{package.Key} {package.Value!["resolved"]}")
            .Order(StringComparer.OrdinalIgnoreCase);
}
