using TrayAgent.EndToEnd.Tests.Desktop;

namespace TrayAgent.EndToEnd.Tests.Support;

/// <summary>What somebody who was not there needs to understand a failed test.</summary>
internal static class Evidence
{
    /// <summary>Pictures and the like; kept after the tests.</summary>
    public static string Folder { get; } =
        Directory.CreateDirectory(Path.Combine(AppContext.BaseDirectory, "TestResults")).FullName;

    public static async Task<string> OfAsync(Machine machine, XfceDesktop? desktop, Exception failure) => string.Join('\n',
    [
        failure.Message,
        "",
        .. desktop is null ? [] : new[] { $"Screen: {await PictureAsync(desktop)}", "" },
        $"Log of the agent:\n{machine.Files.Log}",
        .. machine.Processes.Where(process => process.Output.Count > 0).Select(process => $"Process {process.Id} printed:\n{string.Join('\n', process.Output)}"),
        "Identity centre:",
        .. machine.Centre.Events.Where(it => it.Outcome != "AuthorizationPendingException")
            .Select(it => $"{it.At:HH:mm:ss.fff} {it.Operation} {it.Status} {it.Outcome}"),
    ]);

    private static async Task<string> PictureAsync(XfceDesktop desktop)
    {
        var name = TestContext.Current.TestMethod?.MethodName ?? "test";
        var path = Path.Combine(Folder, $"{name}-{DateTime.UtcNow:HHmmss}.png");
        try
        {
            await desktop.ScreenshotAsync(path);
            return path;
        }
        catch (Exception e) when (e is InvalidOperationException or TimeoutException)
        {
            return $"none ({e.Message})";
        }
    }
}
