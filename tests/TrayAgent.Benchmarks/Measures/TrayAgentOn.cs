using TrayAgent.EndToEnd.Tests.Desktop;

namespace TrayAgent.Benchmarks.Measures;

/// <summary>The agent on a desktop, with its icon in the panel.</summary>
internal static class TrayAgentOn
{
    public static async Task<OwnedProcess> StartAsync(XfceDesktop desktop, string agent)
    {
        var environment = new Dictionary<string, string>(desktop.Environment) { ["PATH"] = "/usr/local/bin:/usr/bin:/bin" };
        var running = OwnedProcess.Start(environment, agent, "run");
        await Until.TrueAsync(
            async () => (await desktop.RunAsync(
                "dbus-send", "--bus=" + environment["DBUS_SESSION_BUS_ADDRESS"], "--print-reply", "--dest=org.kde.StatusNotifierWatcher",
                "/StatusNotifierWatcher", "org.freedesktop.DBus.Properties.Get",
                "string:org.kde.StatusNotifierWatcher", "string:RegisteredStatusNotifierItems"))
                .Contains("StatusNotifierItem", StringComparison.Ordinal),
            "the agent's icon is in the panel");
        return running;
    }
}
