using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Tests.Facts.Claude;

public sealed class WiringTests
{
    private static readonly OwnProgram OnPath = new("/usr/bin/trayagent") { IsOnPath = true };

    [Theory]
    [InlineData("""{"awsAuthRefresh":"aws sso login --profile dev"}""", WiringMode.Plain)]
    [InlineData("""{"awsAuthRefresh":"/usr/local/bin/aws sso login --sso-session corp"}""", WiringMode.Plain)]
    [InlineData("""{"awsAuthRefresh":"trayagent auth-refresh --profile dev"}""", WiringMode.Broker)]
    [InlineData("""{"awsAuthRefresh":"'/opt/my tools/trayagent' auth-refresh --profile dev"}""", WiringMode.Broker)]
    [InlineData("""{"awsAuthRefresh":"\"C:/Program Files/TrayAgent/trayagent.exe\" auth-refresh --profile dev"}""", WiringMode.Broker)]
    [InlineData("""{"awsAuthRefresh":"trayagent auth-refresh --profile dev","awsCredentialExport":"trayagent credentials --profile dev --format claude"}""", WiringMode.Isolated)]
    [InlineData("""{"awsAuthRefresh":"saml2aws login"}""", null)]
    [InlineData("""{"awsAuthRefresh":"aws sso login","awsCredentialExport":"my-export"}""", null)]
    [InlineData("{}", null)]
    public void The_mode_is_recognised(string json, WiringMode? expected) => Assert.Equal(
        expected, Wiring.ModeOf(new ClaudeSettings { UserFile = "", Layers = [Given.Settings(json)] }));

    [Theory]
    [InlineData(WiringMode.Plain, "aws sso login --profile dev", null)]
    [InlineData(WiringMode.Broker, "trayagent auth-refresh --profile dev", null)]
    [InlineData(WiringMode.Isolated, "trayagent auth-refresh --profile dev", "trayagent credentials --profile dev --format claude")]
    public void Each_mode_has_its_commands_and_is_recognised_by_them(WiringMode mode, string refresh, string? export)
    {
        var commands = Assert.IsType<Wiring.Commands>(Wiring.For(mode, "dev", OnPath));
        Assert.Equal((refresh, export), (commands.AuthRefresh, commands.CredentialExport));
        var json = $"{{\"awsAuthRefresh\":\"{refresh}\"{(export is null ? "" : $",\"awsCredentialExport\":\"{export}\"")}}}";
        Assert.Equal(mode, Wiring.ModeOf(new ClaudeSettings { UserFile = "", Layers = [Given.Settings(json)] }));
    }

    [Theory]
    [InlineData("dev", true)]
    [InlineData("Dev.eu-1@corp+x_y", true)]
    [InlineData("_x", true)]
    [InlineData("", false)]
    [InlineData("-x", false)]
    [InlineData(".x", false)]
    [InlineData("a b", false)]
    [InlineData("a'b", false)]
    [InlineData("$(id)", false)]
    [InlineData("`id`", false)]
    [InlineData("%PATH%", false)]
    [InlineData("a\n", false)]
    [InlineData("a\r\nb", false)]
    [InlineData("a\0", false)]
    [InlineData("é", false)]
    [InlineData("a\u202Eb", false)]
    public void Only_a_name_that_no_shell_interprets_is_wired(string profile, bool expected)
    {
        Assert.Equal(expected, Wiring.IsSafeName(profile));
        Assert.Equal(expected, Wiring.For(WiringMode.Plain, profile, OnPath) is Wiring.Commands);
        Assert.False(Wiring.IsSafeName(profile + new string('x', 129)));
    }

    [Theory]
    [InlineData("/opt/trayagent", "/opt/trayagent")]
    [InlineData("/opt/my tools/trayagent", "'/opt/my tools/trayagent'")]
    [InlineData("/opt/a'b/trayagent", null)]
    [InlineData("/opt/$x/trayagent", null)]
    [InlineData("/opt/a\nb/trayagent", null)]
    [InlineData("/opt/a\\b/trayagent", null)]
    [InlineData("C:\\Program Files\\TrayAgent\\trayagent.exe", "\"C:/Program Files/TrayAgent/trayagent.exe\"")]
    [InlineData("C:\\Users\\a%b\\trayagent.exe", null)]
    [InlineData("C:\\Users\\a&b\\trayagent.exe", null)]
    public void Off_the_PATH_the_full_path_is_written_as_a_shell_needs_it(string path, string? expected)
    {
        var program = new OwnProgram(path);
        Assert.Equal(expected, program.ShellWord);
        Assert.Equal("trayagent", (program with { IsOnPath = true }).ShellWord);
        Assert.Equal(
            expected is null ? null : $"{expected} auth-refresh --profile dev",
            (Wiring.For(WiringMode.Broker, "dev", program) as Wiring.Commands)?.AuthRefresh);
    }
}
