namespace TrayAgent.Desktop.Linux;

/// <summary>
/// The autostart folder that all desktops read (bare window managers do not).
/// https://specifications.freedesktop.org/autostart-spec/latest/
/// </summary>
/// <param name="configHome"><c>$XDG_CONFIG_HOME</c>, or <c>~/.config</c>.</param>
internal sealed class LinuxAutostart(string configHome) : IAutostart
{
    private const int LongestFile = 64 * 1024;

    /// <summary>A key and no comment: desktops that switch entries off rewrite the file without comments.</summary>
    private const string Marker = "X-TrayAgent-Written";

    public string Location { get; } = Path.Join(configHome, "autostart", "trayagent.desktop");

    public AutostartState State
    {
        get
        {
            if (!IsThere)
            {
                return AutostartState.Off;
            }

            var keys = Read();
            return keys is null || IsSwitchedOff(keys) || !keys.ContainsKey("Exec")
                ? AutostartState.DisabledElsewhere
                : AutostartState.On;
        }
    }

    /// <summary>Also true for a link to nowhere.</summary>
    private bool IsThere =>
        new FileInfo(Location) is { Exists: true } or { LinkTarget: not null } || Directory.Exists(Location);

    public void TurnOn(string executable)
    {
        RefuseForeign();
        var text = $"""
            [Desktop Entry]
            Type=Application
            Name=TrayAgent
            Comment=Keeps the AWS SSO session alive
            Exec={DesktopEntry.Exec(executable, "run")}
            TryExec={DesktopEntry.Escaped(executable)}
            Terminal=false
            X-GNOME-Autostart-enabled=true
            {Marker}=true

            """;
        Guarded(() => WriteAtomically(text));
    }

    public void TurnOff()
    {
        if (IsThere)
        {
            RefuseForeign();
            Guarded(() => File.Delete(Location));
        }
    }

    private static bool IsSwitchedOff(Dictionary<string, string> keys) =>
        keys.GetValueOrDefault("Hidden") == "true" || keys.GetValueOrDefault("X-GNOME-Autostart-enabled") == "false";

    private void RefuseForeign()
    {
        if (IsThere && Read()?.ContainsKey(Marker) != true)
        {
            throw new IOException(
                $"'{Location}' was not written by TrayAgent and stays as it is. Edit it, or delete it and try again.");
        }
    }

    /// <returns>Null when it is no ordinary file that we may read.</returns>
    private Dictionary<string, string>? Read()
    {
        try
        {
            // A device or a pipe has no length; opening a pipe would wait for a writer.
            var target = File.ResolveLinkTarget(Location, returnFinalTarget: true) as FileInfo ?? new FileInfo(Location);
            return target is { Exists: true, Length: > 0 and < LongestFile }
                ? DesktopEntry.Parse(File.ReadAllText(target.FullName))
                : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private void WriteAtomically(string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Location)!);

        // Whoever keeps settings in a folder of their own and links to them wants to keep it so.
        var linked = IsThere ? File.ResolveLinkTarget(Location, returnFinalTarget: true) : null;
        var target = linked?.FullName ?? Location;
        var draft = $"{target}.{Environment.ProcessId}.tmp";
        try
        {
            using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write))
            {
                file.Write(System.Text.Encoding.UTF8.GetBytes(text));
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, target, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private void Guarded(Action change)
    {
        try
        {
            change();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"'{Location}' cannot be changed: {e.Message}", e);
        }
    }
}
