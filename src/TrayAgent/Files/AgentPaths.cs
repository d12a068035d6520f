namespace TrayAgent.Files;

/// <summary>Where TrayAgent keeps its own files.</summary>
/// <param name="SettingsFile">Full path of <c>settings.json</c>; it may not exist.</param>
/// <param name="StateFolder">Full path, 0700: state, inbox, log.</param>
internal sealed record AgentPaths(string SettingsFile, string StateFolder)
{
    public string StateFile => Path.Combine(StateFolder, "state.json");

    /// <summary>Requests from other processes; they may only show or ask.</summary>
    public string Inbox => Path.Combine(StateFolder, "inbox");

    public string LogFile => Path.Combine(StateFolder, "trayagent.log");

    /// <summary>There while the agent sees the screen locked, so that nobody opens a browser.</summary>
    public string ScreenLocked => Path.Combine(StateFolder, "screen-locked");

    /// <summary>Which inference profiles AWS offers, so that nobody need ask again for some days.</summary>
    public string LiveProfiles => Path.Combine(StateFolder, "inference-profiles.json");

    public string InstanceLock => Path.Combine(StateFolder, "instance.lock");

    public static AgentPaths From(ProcessEnvironment environment, string home)
    {
        if (OperatingSystem.IsWindows())
        {
            return new AgentPaths(
                Path.Combine(environment["APPDATA"] ?? Path.Combine(home, "AppData", "Roaming"), "TrayAgent", "settings.json"),
                Path.Combine(environment["LOCALAPPDATA"] ?? Path.Combine(home, "AppData", "Local"), "TrayAgent"));
        }

        return new AgentPaths(
            Path.Combine(Xdg("XDG_CONFIG_HOME", ".config"), "trayagent", "settings.json"),
            Path.Combine(Xdg("XDG_STATE_HOME", Path.Combine(".local", "state")), "trayagent"));

        // Relative values are invalid: https://specifications.freedesktop.org/basedir-spec/latest/
        string Xdg(string variable, string below) =>
            environment[variable] is { } value && Path.IsPathRooted(value) ? value : Path.Combine(home, below);
    }
}
