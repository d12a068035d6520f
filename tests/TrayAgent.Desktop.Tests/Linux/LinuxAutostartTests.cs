using TrayAgent.Desktop.Linux;

namespace TrayAgent.Desktop.Tests.Linux;

public sealed class LinuxAutostartTests : IDisposable
{
    private readonly string _home = Directory.CreateTempSubdirectory("autostart-").FullName;
    private readonly LinuxAutostart _autostart;

    public LinuxAutostartTests() => _autostart = new LinuxAutostart(_home);

    public void Dispose() => Directory.Delete(_home, recursive: true);

    [Fact]
    public void Turned_on_it_is_an_entry_that_every_desktop_understands()
    {
        _autostart.TurnOn("/opt/tray agent/trayagent");

        Assert.Equal(Path.Join(_home, "autostart", "trayagent.desktop"), _autostart.Location);
        Assert.Equal(
            """
            [Desktop Entry]
            Type=Application
            Name=TrayAgent
            Comment=Keeps the AWS SSO session alive
            Exec="/opt/tray agent/trayagent" run
            TryExec=/opt/tray agent/trayagent
            Terminal=false
            X-GNOME-Autostart-enabled=true
            X-TrayAgent-Written=true

            """,
            File.ReadAllText(_autostart.Location));
        Assert.Equal(AutostartState.On, _autostart.State);
        Assert.Equal([_autostart.Location], Directory.GetFiles(Path.GetDirectoryName(_autostart.Location)!));
    }

    [Fact]
    public void Turned_off_nothing_is_left()
    {
        _autostart.TurnOn("/usr/bin/trayagent");
        _autostart.TurnOff();
        _autostart.TurnOff();

        Assert.False(File.Exists(_autostart.Location));
        Assert.Equal(AutostartState.Off, _autostart.State);
    }

    [Theory]
    [InlineData("Hidden=true")]
    [InlineData("X-GNOME-Autostart-enabled=false")]
    public void Switched_off_in_the_desktops_settings_is_seen_and_can_be_turned_on_again(string line)
    {
        Write($"[Desktop Entry]\nExec=trayagent run\nX-TrayAgent-Written=true\n{line}\n");
        Assert.Equal(AutostartState.DisabledElsewhere, _autostart.State);

        _autostart.TurnOn("/usr/bin/trayagent");

        Assert.Equal(AutostartState.On, _autostart.State);
    }

    [Theory]
    [InlineData("[Desktop Entry]\nExec=trayagent run --headless\n", AutostartState.On)]
    [InlineData("[Desktop Entry]\nExec=trayagent run\nHidden=true\n[Other]\nX-TrayAgent-Written=true\n", AutostartState.DisabledElsewhere)]
    [InlineData("", AutostartState.DisabledElsewhere)]
    [InlineData("\0\u0001 nonsense", AutostartState.DisabledElsewhere)]
    public void A_file_of_somebody_else_counts_and_stays(string text, AutostartState state)
    {
        Write(text);

        Assert.Equal(state, _autostart.State);
        var on = Assert.Throws<IOException>(() => _autostart.TurnOn("/usr/bin/trayagent"));
        Assert.Throws<IOException>(_autostart.TurnOff);
        Assert.Equal(
            $"'{_autostart.Location}' was not written by TrayAgent and stays as it is. Edit it, or delete it and try again.",
            on.Message);
        Assert.Equal(text, File.ReadAllText(_autostart.Location));
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_named()
    {
        File.WriteAllText(Path.Join(_home, "autostart"), "a file");

        var refused = Assert.Throws<IOException>(() => _autostart.TurnOn("/usr/bin/trayagent"));

        Assert.StartsWith($"'{_autostart.Location}' cannot be changed: ", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_is_followed_so_that_a_folder_of_settings_stays_one()
    {
        var target = Path.Join(_home, "dotfiles.desktop");
        File.WriteAllText(target, "[Desktop Entry]\nX-TrayAgent-Written=true\nExec=old\n");
        Directory.CreateDirectory(Path.GetDirectoryName(_autostart.Location)!);
        File.CreateSymbolicLink(_autostart.Location, target);

        _autostart.TurnOn("/usr/bin/trayagent");

        Assert.Equal(target, File.ResolveLinkTarget(_autostart.Location, returnFinalTarget: true)?.FullName);
        Assert.Contains("Exec=/usr/bin/trayagent run", File.ReadAllText(target), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/usr/bin/a", "/usr/bin/a run")]
    [InlineData("/a b", "\"/a b\" run")]
    [InlineData("/100%", "\"/100%%\" run")]
    [InlineData("/a\"b$c`d\\e", "\"/a\\\\\"b\\\\$c\\\\`d\\\\\\\\e\" run")]
    [InlineData("/a\nb", "\"/a\\nb\" run")]
    public void A_path_is_quoted_as_the_specification_says(string executable, string expected)
    {
        Assert.Equal(expected, DesktopEntry.Exec(executable, "run"));
        Assert.Equal(executable, DesktopEntry.Program(expected));
    }

    [Theory]
    [InlineData("Exec=/opt/old/trayagent run", "/opt/old/trayagent")]
    [InlineData("Exec=/opt/old", "/opt/old")]
    [InlineData("Exec=trayagent run", null)]
    [InlineData("Exec=\"/opt/no end", "/opt/no end")]
    [InlineData("Exec=\"/opt/no end\\\\", "/opt/no end\\")]
    [InlineData("Exec=/opt/100%", "/opt/100%")]
    [InlineData("Exec=", null)]
    [InlineData("Name=x", null)]
    public void The_program_of_an_entry_is_told(string line, string? program)
    {
        Assert.Null(_autostart.Program);

        Write($"[Desktop Entry]\n{line}\n");

        Assert.Equal(program, _autostart.Program);
    }

    private void Write(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_autostart.Location)!);
        File.WriteAllText(_autostart.Location, text);
    }
}
