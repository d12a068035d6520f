using TrayAgent.EndToEnd.Tests.Desktop;

namespace TrayAgent.Windows.Tests.Support;

/// <summary>The programs in C of these tests, built when they are needed. Debian: gcc-mingw-w64-x86-64-win32.</summary>
internal static class NativePrograms
{
    private const string Compiler = "x86_64-w64-mingw32-gcc";

    /// <summary>See <c>post.c</c>.</summary>
    public static Task<string> PostAsync(Wine wine) => BuildAsync(wine, "post.c", "post.exe", "-municode", "-mwindows");

    /// <summary>See <c>taskbar.c</c>.</summary>
    public static Task<string> TaskbarAsync(Wine wine) => BuildAsync(wine, "taskbar.c", "taskbar.exe", "-municode");

    /// <summary>See <c>toasts.c</c>.</summary>
    public static Task<string> ToastsAsync(Wine wine) => BuildAsync(wine, "toasts.c", "toasts.dll", "-shared", "-lruntimeobject");

    /// <summary>See <c>locked.c</c>.</summary>
    public static Task<string> LockedAsync(Wine wine) => BuildAsync(wine, "locked.c", "locked.dll", "-shared");

    /// <summary>See <c>hold.c</c>.</summary>
    public static Task<string> HoldAsync(Wine wine) => BuildAsync(wine, "hold.c", "hold.exe", "-municode");

    /// <summary>See <c>access.c</c>.</summary>
    public static Task<string> AccessAsync(Wine wine) => BuildAsync(wine, "access.c", "access.exe", "-municode");

    /// <summary>See <c>press.c</c>.</summary>
    public static Task<string> PressAsync(Wine wine) => BuildAsync(wine, "press.c", "press.exe", "-municode");

    /// <summary>See <c>aws.c</c>.</summary>
    public static Task<string> AwsAsync(Wine wine) => BuildAsync(wine, "aws.c", "aws.exe", "-municode");

    /// <summary>See <c>browser.c</c>.</summary>
    public static Task<string> BrowserAsync(Wine wine) => BuildAsync(wine, "browser.c", "browser.exe", "-municode");

    /// <summary>See <c>wsl.c</c>.</summary>
    public static Task<string> WslAsync(Wine wine) => BuildAsync(wine, "wsl.c", "wsl.exe");

    /// <summary>See <c>witness.c</c>.</summary>
    public static Task<string> WitnessAsync(Wine wine) => BuildAsync(wine, "witness.c", "witness.exe", "-municode");

    /// <summary>See <c>spawn.c</c>.</summary>
    public static Task<string> SpawnAsync(Wine wine) => BuildAsync(wine, "spawn.c", "spawn.exe", "-municode");

    /// <summary>See <c>dialog.c</c>.</summary>
    public static Task<string> DialogAsync(Wine wine) => BuildAsync(wine, "dialog.c", "dialog.exe", "-municode");

    /// <returns>Where it is, as Linux sees it.</returns>
    private static async Task<string> BuildAsync(Wine wine, string source, string name, params string[] options)
    {
        var program = Path.Combine(Directory.CreateDirectory(Path.Combine(wine.Drive, "native")).FullName, name);
        if (!File.Exists(program))
        {
            await OwnedProcess.RunAsync(
                wine.Environment, Compiler, ["-Wall", "-Werror", "-O1", "-o", program, Path.Combine(AppContext.BaseDirectory, "Native", source), .. options]);
        }

        return program;
    }
}
