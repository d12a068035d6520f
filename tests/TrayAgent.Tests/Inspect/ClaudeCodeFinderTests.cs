using System.Collections.Immutable;
using System.Runtime.Versioning;
using TrayAgent.Core.Facts;
using TrayAgent.Files;
using TrayAgent.Inspect;

namespace TrayAgent.Tests.Inspect;

[UnsupportedOSPlatform("windows")]
public sealed class ClaudeCodeFinderTests : IDisposable
{
    private readonly TempHome _home = new();

    [Fact]
    public void The_native_installer_has_the_version_in_the_path()
    {
        Program(".local/share/claude/versions/2.1.240");
        Link(".local/bin/claude", "../share/claude/versions/2.1.240");
        Check(".local/bin", ".local/bin/claude 2.1.240");
    }

    [Fact]
    public void The_package_of_npm_tells_its_version()
    {
        Program("usr/lib/node_modules/@anthropic-ai/claude-code/cli.js");
        Text("usr/lib/node_modules/@anthropic-ai/claude-code/package.json", """{"name":"x","version":"2.1.178"}""");
        Link("usr/bin/claude", "../lib/node_modules/@anthropic-ai/claude-code/cli.js");
        Check("usr/bin", "usr/bin/claude 2.1.178");
    }

    [Fact]
    public void A_script_beside_its_packages_is_how_it_once_was_installed()
    {
        Program(".claude/local/claude");
        Text(".claude/local/node_modules/@anthropic-ai/claude-code/package.json", """{"version":"1.0.53"}""");
        Check(".claude/local", ".claude/local/claude 1.0.53");
    }

    [Theory]
    [InlineData("Caskroom/claude-code/2.1.239/claude")]
    [InlineData("Caskroom/claude-code@latest/2.1.239/claude")]
    [InlineData("nix/store/abc-claude-code-2.1.239/bin/claude")]
    [InlineData("mise/installs/claude/2.1.239/claude")]
    public void Package_managers_have_the_version_in_the_path(string program)
    {
        Program(program);
        Link("bin/claude", "../" + program);
        Check("bin", "bin/claude 2.1.239");
    }

    [Fact]
    public void A_copy_of_a_version_has_its_length()
    {
        Program(".local/bin/claude", "the same");
        Text(".local/share/claude/versions/2.1.239", "the same");
        Text(".local/share/claude/versions/2.1.240", "another length");
        Check(".local/bin", ".local/bin/claude 2.1.239");
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("[]")]
    [InlineData("""{"version":7}""")]
    [InlineData("""{"version":"\ud800"}""")]
    [InlineData("""{"version":"next"}""")]
    public void A_version_that_no_file_tells_is_unknown(string package)
    {
        Program("bin/claude");
        Text("bin/node_modules/@anthropic-ai/claude-code/package.json", package);
        Check("bin", "bin/claude ");
    }

    [Fact]
    public void What_may_not_be_started_is_none_and_an_update_is_noticed()
    {
        Text("bin/claude", "");
        Check("bin", "missing");

        var finder = Finder("bin");
        File.Delete(Path.Combine(_home.Folder, "bin/claude"));
        foreach (var version in new[] { "2.1.239", "2.1.240" })
        {
            Program($"claude/versions/{version}");
            File.Delete(Path.Combine(_home.Folder, "bin/claude"));
            Link("bin/claude", $"../claude/versions/{version}");
            Assert.Equal(version, (finder.Find() as ClaudeCode.Found)?.Version?.ToString());
        }
    }

    [Fact]
    public void Only_the_first_trayagent_of_the_PATH_may_be_called_by_its_bare_name()
    {
        Program("own/trayagent");
        Program("other/trayagent");
        Link("links/trayagent", "../own/trayagent");
        var own = Path.Combine(_home.Folder, "own", "trayagent");

        Assert.True(Own("links:other").IsOnPath);
        Assert.False(Own("other:links").IsOnPath);
        Assert.False(Own("empty").IsOnPath);
        Assert.Equal(own, Own("own").Path);

        OwnProgram Own(string folders) => OwnProgramFinder.Find(WithPath(folders), own);
    }

    public void Dispose() => _home.Dispose();

    private void Check(string folder, string expected) => Assert.Equal(expected, Finder(folder).Find() switch
    {
        ClaudeCode.Found found => $"{Path.GetRelativePath(_home.Folder, found.Path)} {found.Version}",
        _ => "missing",
    });

    private ClaudeCodeFinder Finder(string folder) => new(WithPath(folder), []);

    private ProcessEnvironment WithPath(string folders) => new(ImmutableDictionary<string, string>.Empty.Add(
        "PATH", string.Join(':', folders.Split(':').Select(folder => Path.Combine(_home.Folder, folder)))));

    private void Program(string name, string text = "")
    {
        Text(name, text);
        File.SetUnixFileMode(Path.Combine(_home.Folder, name), UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    private void Link(string name, string target)
    {
        var path = Path.Combine(_home.Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.CreateSymbolicLink(path, target);
    }

    private void Text(string name, string text)
    {
        var path = Path.Combine(_home.Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
