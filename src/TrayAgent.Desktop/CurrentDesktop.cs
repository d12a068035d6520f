using TrayAgent.Desktop.Headless;
using TrayAgent.Desktop.Linux;
using TrayAgent.Desktop.Mac;
using TrayAgent.Desktop.Windows;
using TrayAgent.Desktop.Windows.Autostart;

namespace TrayAgent.Desktop;

/// <summary>The only place that asks which system this is in order to choose an adapter.</summary>
public static class CurrentDesktop
{
    /// <summary>Never fails: without a desktop there is nothing to show, and the reason is told.</summary>
    /// <param name="stateFolder">Where files are put that the desktop itself reads.</param>
    /// <param name="tell">Hears full sentences for the log, from any thread.</param>
    public static IDesktop Open(string stateFolder, Action<string> tell)
    {
        // OperatingSystem.IsX() is a constant to the AOT compiler, so the other adapters are not linked.
        if (OperatingSystem.IsLinux())
        {
            return LinuxDesktop.Open(BusAddresses.From(Environment.GetEnvironmentVariable), tell);
        }

        if (OperatingSystem.IsMacOS())
        {
            return new MacDesktop(command => Osascript.Start(command, tell), tell);
        }

        if (OperatingSystem.IsWindows())
        {
            return WindowsDesktop.Open(stateFolder, tell);
        }

        tell("There is no tray icon on this system yet.");
        return new HeadlessDesktop();
    }

    /// <summary>Start at login, or null where it is not supported yet.</summary>
    /// <param name="configHome">On Linux <c>$XDG_CONFIG_HOME</c>, or <c>~/.config</c>.</param>
    /// <param name="home">The person's home.</param>
    public static IAutostart? Autostart(string configHome, string home) =>
        OperatingSystem.IsLinux() ? new LinuxAutostart(configHome)
        : OperatingSystem.IsMacOS() ? new LaunchAgent(home)
        : OperatingSystem.IsWindows() ? new RunKey()
        : null;

    /// <summary>Makes the programs of a folder commands of this user's new terminals; false where PATH is no setting of its own.</summary>
    /// <exception cref="IOException">It cannot be changed; the message names it.</exception>
    public static bool AddToPath(string folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            return false;
        }

        new UserPath("Environment").Add(folder);
        return true;
    }

    /// <summary>Takes that back.</summary>
    /// <exception cref="IOException">As above.</exception>
    public static bool RemoveFromPath(string folder)
    {
        if (!OperatingSystem.IsWindows())
        {
            return false;
        }

        new UserPath("Environment").Remove(folder);
        return true;
    }

    /// <summary>To be called by a program that a person clicked, before the agent does what they want: what it opens may then come to the front.</summary>
    public static void LetAgentComeToFront()
    {
        if (OperatingSystem.IsWindows())
        {
            Foreground.GiveToAgent();
        }
    }

    /// <summary>Hands a page to the person's browser. The caller has vetted the address: anything is started here.</summary>
    public static async Task<BrowserOutcome> OpenUrlAsync(Uri page, CancellationToken cancellationToken) =>
        OperatingSystem.IsLinux()
            ? await new BrowserOpener(Environment.GetEnvironmentVariable).OpenAsync(page, cancellationToken)
            : DefaultBrowser.Open(page);

    /// <summary>
    /// What keeps a page from being opened, or null.
    /// Renewing asks before it ends a session that nobody could start again.
    /// </summary>
    public static BrowserOutcome.NoBrowser? WhyNoBrowser() =>
        OperatingSystem.IsLinux() ? new BrowserOpener(Environment.GetEnvironmentVariable).WhatIsMissing() : null;
}
