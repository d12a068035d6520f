using TrayAgent.Desktop.Mac;

namespace TrayAgent.Desktop.Tests.Mac;

public sealed class LaunchAgentTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("launch-agent-").FullName;
    private readonly LaunchAgent _agent;

    public LaunchAgentTests() => _agent = new LaunchAgent(_home);

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public void Turned_on_it_is_a_job_that_starts_at_login_and_after_a_crash()
    {
        _agent.TurnOn("/Applications/Tray & Agent.app/Contents/MacOS/trayagent");

        Assert.Equal(Path.Join(_home, "Library", "LaunchAgents", "dev.trayagent.agent.plist"), _agent.Location);
        Assert.Equal(AutostartState.On, _agent.State);
        Assert.Equal("/Applications/Tray & Agent.app/Contents/MacOS/trayagent", _agent.Program);
        Assert.Equal(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
            <plist version="1.0">
            <dict>
              <key>Label</key>
              <string>dev.trayagent.agent</string>
              <key>ProgramArguments</key>
              <array>
                <string>/Applications/Tray &amp; Agent.app/Contents/MacOS/trayagent</string>
                <string>run</string>
              </array>
              <key>RunAtLoad</key>
              <true/>
              <key>KeepAlive</key>
              <dict>
                <key>SuccessfulExit</key>
                <false/>
              </dict>
              <key>LimitLoadToSessionType</key>
              <string>Aqua</string>
              <key>ProcessType</key>
              <string>Background</string>
            </dict>
            </plist>

            """,
            File.ReadAllText(_agent.Location));
    }

    [Fact]
    public void Turned_off_nothing_is_left()
    {
        _agent.TurnOn("/usr/local/bin/trayagent");
        _agent.TurnOff();
        _agent.TurnOff();

        Assert.False(File.Exists(_agent.Location));
        Assert.Equal(AutostartState.Off, _agent.State);
    }

    [Fact]
    public void A_job_that_says_it_is_disabled_is_seen_and_can_be_turned_on_again()
    {
        Write("<plist><dict><key>Label</key><string>dev.trayagent.agent</string><key>Disabled</key><true/></dict></plist>");
        Assert.Equal(AutostartState.DisabledElsewhere, _agent.State);

        _agent.TurnOn("/usr/local/bin/trayagent");

        Assert.Equal(AutostartState.On, _agent.State);
    }

    [Theory]
    [InlineData("<plist><dict><key>Label</key><string>somebody.else</string></dict></plist>")]
    [InlineData("bplist00\0\u0001")]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><plist><dict><key>Label</key><string>&a;</string></dict></plist>")]
    public void A_file_of_somebody_else_stays(string text)
    {
        Write(text);

        Assert.Equal(AutostartState.DisabledElsewhere, _agent.State);
        Assert.Null(_agent.Program);
        var on = Assert.Throws<IOException>(() => _agent.TurnOn("/usr/local/bin/trayagent"));
        Assert.Throws<IOException>(_agent.TurnOff);
        Assert.Equal(
            $"'{_agent.Location}' was not written by TrayAgent and stays as it is. Edit it, or delete it and try again.", on.Message);
        Assert.Equal(text, File.ReadAllText(_agent.Location));
    }

    private void Write(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_agent.Location)!);
        File.WriteAllText(_agent.Location, text);
    }
}
