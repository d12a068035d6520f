using TrayAgent.Desktop.Linux.DBus.Native;

namespace TrayAgent.Desktop.Linux;

/// <summary>Where the buses listen; null when there is no such bus.</summary>
/// <param name="Session">The bus of the desktop session.</param>
/// <param name="System">The bus of the machine.</param>
/// <param name="SessionId">XDG_SESSION_ID, the name that logind gave the session; null for a user service.</param>
internal sealed record BusAddresses(string? Session, string? System, string? SessionId)
{
    private const string DefaultSystemSocket = "/run/dbus/system_bus_socket";

    /// <summary>
    /// The rules of the specification, without 'autolaunch:', which would start a bus that no desktop listens to.
    /// https://dbus.freedesktop.org/doc/dbus-specification.html#message-bus-types
    /// </summary>
    /// <param name="environment">Looks up an environment variable.</param>
    public static BusAddresses From(Func<string, string?> environment) => new(
        Given(environment("DBUS_SESSION_BUS_ADDRESS")) ?? Socket(Path.Join(RuntimeFolder(environment), "bus")),
        Given(environment("DBUS_SYSTEM_BUS_ADDRESS")) ?? Socket(DefaultSystemSocket),
        Given(environment("XDG_SESSION_ID")));

    private static string? Given(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private static string RuntimeFolder(Func<string, string?> environment) =>
        environment("XDG_RUNTIME_DIR") is { Length: > 0 } folder ? folder : $"/run/user/{LibC.GetUid()}";

    /// <summary>Addresses escape what is not plain: '%20' for a space.</summary>
    private static string? Socket(string path) =>
        File.Exists(path)
            ? "unix:path=" + Uri.EscapeDataString(path).Replace("%2F", "/", StringComparison.Ordinal)
            : null;
}
