using System.Formats.Tar;
using System.Globalization;
using System.IO.Compression;
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

    /// <summary>Of the tarballs and of the .deb: one commit gives one package.</summary>
    [Fact]
    public Task All_files_inside_have_the_time_of_the_commit() => Machine.WithoutDesktopAsync(async machine =>
    {
        var time = DateTimeOffset.Parse(
            (string)JsonNode.Parse(File.ReadAllText(BuiltPackages.Find(".cdx.json")))!["metadata"]!["timestamp"]!, CultureInfo.InvariantCulture);
        var debian = Path.Combine(machine.Files.Home, "deb.tar");
        Assert.Equal(0, await machine.StartProgram("/bin/sh", "-c", "dpkg-deb --fsys-tarfile \"$0\" > \"$1\"", BuiltPackages.Find(".deb"), debian).EndAsync(TimeSpan.FromSeconds(60)));
        using var linux = new GZipStream(File.OpenRead(BuiltPackages.Find("linux-x64.tar.gz")), CompressionMode.Decompress);
        using var plain = File.OpenRead(debian);

        foreach (var archive in new Stream[] { linux, plain })
        {
            using var tar = new TarReader(archive);
            var times = new List<DateTimeOffset>();
            while (await tar.GetNextEntryAsync(cancellationToken: TestContext.Current.CancellationToken) is { } entry)
            {
                times.Add(entry.ModificationTime);
            }

            Assert.True(times.Count > 10);
            Assert.All(times, one => Assert.Equal(time, one));
        }
    });

    [Fact]
    public void The_notices_name_the_maker_of_the_setup_program()
    {
        using var tar = new TarReader(new GZipStream(File.OpenRead(BuiltPackages.Find("linux-x64.tar.gz")), CompressionMode.Decompress));
        while (tar.GetNextEntry() is { } entry)
        {
            if (entry.Name.EndsWith("/THIRD-PARTY-NOTICES.txt", StringComparison.Ordinal))
            {
                Assert.Contains("made by NSIS, https://nsis.sourceforge.io", new StreamReader(entry.DataStream!).ReadToEnd(), StringComparison.Ordinal);
                return;
            }
        }

        Assert.Fail("There are no notices.");
    }

    private static bool IsBuildTool(string package) => package == "Microsoft.NET.ILLink.Tasks";

    private static IEnumerable<string> Locked() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "src", "TrayAgent", "packages.lock.json")))!["dependencies"]!.AsObject()
            .SelectMany(framework => framework.Value!.AsObject())
            .Where(package => (string?)package.Value!["type"] != "Project" && !IsBuildTool(package.Key))
            .Select(package => $"{package.Key} {package.Value!["resolved"]}")
            .Order(StringComparer.OrdinalIgnoreCase);
}
