using System.Formats.Tar;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.EndToEnd.Tests.Packages;

/// <summary>As text and as bytes: there is no Mac here.</summary>
public sealed class MacTarballTests
{
    private const UnixFileMode Executable = (UnixFileMode)0b111_101_101;

    [Fact]
    public void It_is_a_bundle_that_macOS_can_start_without_an_icon_in_the_dock()
    {
        var entries = Entries();
        var root = entries.Keys.First().Split('/')[0];
        var contents = $"{root}/TrayAgent.app/Contents";
        var plist = Keys(entries[$"{contents}/Info.plist"].Bytes);

        Assert.Equal("trayagent", plist["CFBundleExecutable"]);
        Assert.Equal("APPL", plist["CFBundlePackageType"]);
        Assert.Equal("true", plist["LSUIElement"]);
        Assert.Equal($"trayagent-{plist["CFBundleVersion"]}-osx-arm64", root);
        var program = entries[$"{contents}/MacOS/trayagent"];
        Assert.Equal(Executable, program.Mode);

        // A Mach-O of 64 bits, little-endian; the SDK has signed it: https://github.com/dotnet/runtime/pull/110417
        Assert.Equal([0xCF, 0xFA, 0xED, 0xFE], program.Bytes[..4]);
        Assert.Equal("icns"u8.ToArray(), entries[$"{contents}/Resources/trayagent.icns"].Bytes[..4]);
        Assert.Equal(Executable, entries[$"{root}/trayagent.30s.sh"].Mode);
        Assert.All(["LICENSE", "THIRD-PARTY-NOTICES.txt", "trayagent.cdx.json"], name => Assert.True(entries.ContainsKey($"{contents}/Resources/{name}"), name));
    }

    [Fact]
    public Task The_plugin_prints_the_menu_and_is_not_taken_for_broken_when_something_needs_attention() => Machine.WithoutDesktopAsync(async machine =>
    {
        var entries = Entries();
        var plugin = machine.WriteProgram("plugin", "");
        File.WriteAllBytes(plugin, entries.First(entry => entry.Key.EndsWith("/trayagent.30s.sh", StringComparison.Ordinal)).Value.Bytes);
        machine.Environment["PATH"] = $"{Path.GetDirectoryName(AgentBinary.Path)}:/usr/bin:/bin";

        var end = await Machine.EndOfAsync(machine.StartProgram(plugin));

        Assert.Equal(0, end.ExitCode);
        Assert.StartsWith("| sfimage=", end.Out, StringComparison.Ordinal);
        Assert.Contains($"bash=\"{AgentBinary.Path}\" param0=login param1=--session param2=corp terminal=false refresh=true", end.Out, StringComparison.Ordinal);
        Assert.Equal(3, (await machine.RunAsync("status", "--format", "swiftbar")).ExitCode);
    });

    [Fact]
    public Task The_plugin_without_the_program_says_so_in_its_menu() => Machine.WithoutDesktopAsync(async machine =>
    {
        var plugin = machine.WriteProgram("plugin", "");
        File.WriteAllBytes(plugin, Entries().First(entry => entry.Key.EndsWith("/trayagent.30s.sh", StringComparison.Ordinal)).Value.Bytes);

        var end = await Machine.EndOfAsync(machine.StartProgram(plugin));

        Assert.Equal(new VerbEnd(0, "TrayAgent?\n---\ntrayagent was not found: move TrayAgent.app into Applications", ""), end);
    });

    private static Dictionary<string, (UnixFileMode Mode, byte[] Bytes)> Entries()
    {
        using var file = File.OpenRead(BuiltPackages.Find("osx-arm64.tar.gz"));
        using var tar = new TarReader(new GZipStream(file, CompressionMode.Decompress));
        var entries = new Dictionary<string, (UnixFileMode, byte[])>();
        while (tar.GetNextEntry() is { } entry)
        {
            using var bytes = new MemoryStream();
            entry.DataStream?.CopyTo(bytes);
            entries[entry.Name.TrimEnd('/')] = (entry.Mode, bytes.ToArray());
        }

        return entries;
    }

    private static Dictionary<string, string> Keys(byte[] plist)
    {
        using var reader = XmlReader.Create(new MemoryStream(plist), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore });
        return XDocument.Load(reader).Root!.Element("dict")!.Elements("key").ToDictionary(
            key => key.Value,
            key => key.ElementsAfterSelf().First() is var value && value.Name == "string" ? value.Value : value.Name.LocalName);
    }
}
