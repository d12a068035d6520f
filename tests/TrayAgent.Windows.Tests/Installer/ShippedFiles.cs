using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.Windows.Tests.Support;

namespace TrayAgent.Windows.Tests.Installer;

/// <summary>Both programs as the setup program unpacks them, in a folder of their own, where nothing is installed.</summary>
internal static class ShippedFiles
{
    /// <returns>The folder, as Linux sees it. It is filled once.</returns>
    public static async Task<string> FolderAsync(Wine wine, WindowsMachine machine)
    {
        var folder = Path.Combine(wine.Drive, "shipped");
        if (!Directory.Exists(folder))
        {
            var installed = Path.Combine(wine.Drive, "unpacked");
            await machine.RunToEndAsync(BuiltSetup.Path, "/S", wine.ToWindows(installed).Insert(0, "/D="));
            Directory.CreateDirectory(folder);
            foreach (var name in new[] { "trayagent.exe", "trayagentw.exe" })
            {
                File.Copy(Path.Combine(installed, name), Path.Combine(folder, name));
            }

            // It goes on after its own end.
            await machine.RunToEndAsync(Path.Combine(installed, "uninstall.exe"), "/S");
            await Until.TrueAsync(() => !Directory.Exists(installed), "what was installed is gone");
        }

        return folder;
    }
}
