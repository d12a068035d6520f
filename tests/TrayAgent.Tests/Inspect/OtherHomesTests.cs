using System.Collections.Immutable;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Inspect;

namespace TrayAgent.Tests.Inspect;

/// <summary>The homes of other systems on this machine, played by folders.</summary>
public sealed class OtherHomesTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("trayagent-wsl-").FullName;
    private readonly DateTimeOffset _now = DateTimeOffset.UtcNow;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void The_home_of_its_user_is_read()
    {
        Write("etc/passwd", "root:x:0:0::/root:/bin/sh\nann:x:1000:1000::/home/ann:/bin/sh\n");
        Write("home/ann/.aws/config", "[sso-session corp]\nsso_start_url = https://d-1.awsapps.com/start\nsso_region = eu-west-1\n");
        Write("home/ann/.aws/sso/cache/ee0bfd2552fbd840c02cc48b6e823320543c450f.json", """{"accessToken": "t", "expiresAt": "2099-01-01T00:00:00Z"}""");
        Write("home/ann/.claude/settings.json", """{"env": {"AWS_PROFILE": "dev"}}""");

        var home = Assert.IsType<OtherHome.Seen>(Assert.Single(Read(new OtherPlace("WSL Ubuntu", _root, 1000))));

        Assert.Equal(("WSL Ubuntu", Path.Combine(_root, "home", "ann"), "dev"), (home.Name, home.Folder, home.ClaudeProfile));
        Assert.IsType<CacheFile.Token>(home.Cache[Assert.Single(home.Config.Sessions).CacheFileName]);
    }

    [Fact]
    public void One_that_does_not_run_is_named_and_one_without_files_of_ours_is_not()
    {
        Write("etc/passwd", "root:x:0:0::/root:/bin/sh\n");
        Directory.CreateDirectory(Path.Combine(_root, "root"));
        Assert.Equal(
            [new OtherHome.AtRest("WSL Debian")],
            Read(new OtherPlace("WSL Debian", null, 1000), new OtherPlace("WSL Empty", _root, 0), new OtherPlace("WSL Odd", _root, 7), new OtherPlace("WSL Gone", "/nowhere", 0)));
    }

    private ImmutableArray<OtherHome> Read(params OtherPlace[] places) => new OtherHomes(() => [.. places], TimeProvider.System).Read(_now);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_root, path))!);
        File.WriteAllText(Path.Combine(_root, path), text);
    }
}
