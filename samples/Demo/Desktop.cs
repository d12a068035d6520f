namespace TrayAgent.Demo;

/// <summary>Whether there is a desktop on which the agent can show itself.</summary>
internal static class Desktop
{
    private static readonly string[] Openers = ["xdg-open", "x-www-browser", "sensible-browser"];

    /// <summary>Null when there is one, else a sentence.</summary>
    public static string? WhyNone() =>
        !Has("DISPLAY") && !Has("WAYLAND_DISPLAY") ? "There is no screen here (DISPLAY and WAYLAND_DISPLAY are not set)."
        : !HasSessionBus() ? "There is no session bus here (DBUS_SESSION_BUS_ADDRESS is not set)."
        : BrowserOpener() is null ? "No browser can be opened here ('xdg-open' was not found; it is in the package 'xdg-utils')."
        : null;

    /// <summary>The program that hands a page to the person's browser, by full path.</summary>
    public static string? BrowserOpener() => Openers.Select(OnPath).FirstOrDefault(path => path is not null);

    public static string? OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(':', StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Join(folder, program))
        .FirstOrDefault(File.Exists);

    private static bool HasSessionBus() =>
        Has("DBUS_SESSION_BUS_ADDRESS")
        || (Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 } folder && File.Exists(Path.Join(folder, "bus")));

    private static bool Has(string variable) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(variable));
}
