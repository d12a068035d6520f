namespace TrayAgent.Desktop.Linux;

/// <summary>
/// The autostart folder that all desktops read (bare window managers do not).
/// https://specifications.freedesktop.org/autostart-spec/latest/
/// </summary>
internal sealed class LinuxAutostart : IAutostart
{
    /// <summary>A key and no comment: desktops that switch entries off rewrite the file without comments.</summary>
    private const string Marker = "X-TrayAgent-Written";

    private readonly AutostartFile _file;

    /// <param name="configHome"><c>$XDG_CONFIG_HOME</c>, or <c>~/.config</c>.</param>
    public LinuxAutostart(string configHome)
    {
        Location = Path.Join(configHome, "autostart", "trayagent.desktop");
        _file = new AutostartFile(Location, text => DesktopEntry.Parse(text).ContainsKey(Marker));
    }

    public string Location { get; }

    public AutostartState State
    {
        get
        {
            if (!_file.IsThere)
            {
                return AutostartState.Off;
            }

            var keys = _file.Read() is { } text ? DesktopEntry.Parse(text) : null;
            return keys is null || IsSwitchedOff(keys) || !keys.ContainsKey("Exec")
                ? AutostartState.DisabledElsewhere
                : AutostartState.On;
        }
    }

    public string? Program =>
        _file.Read() is { } text && DesktopEntry.Parse(text).TryGetValue("Exec", out var exec) && DesktopEntry.Program(exec) is ['/', ..] program
            ? program
            : null;

    public void TurnOn(string executable) => _file.Write($"""
        [Desktop Entry]
        Type=Application
        Name=TrayAgent
        Comment=Keeps the AWS SSO session alive
        Exec={DesktopEntry.Exec(executable, "run")}
        TryExec={DesktopEntry.Escaped(executable)}
        Terminal=false
        X-GNOME-Autostart-enabled=true
        {Marker}=true

        """);

    public void TurnOff() => _file.Delete();

    private static bool IsSwitchedOff(Dictionary<string, string> keys) =>
        keys.GetValueOrDefault("Hidden") == "true" || keys.GetValueOrDefault("X-GNOME-Autostart-enabled") == "false";
}
