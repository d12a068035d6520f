namespace TrayAgent.Desktop.Linux.DBus;

/// <summary>An interface of an object of a peer.</summary>
internal readonly record struct BusTarget(string Name, string Path, string Interface)
{
    public static readonly BusTarget Daemon =
        new("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus");

    public BusTarget Properties => this with { Interface = "org.freedesktop.DBus.Properties" };
}
