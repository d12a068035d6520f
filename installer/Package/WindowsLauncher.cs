namespace TrayAgent.Package;

/// <summary><c>trayagentw.exe</c>, which starts the program without a console: in C, by mingw, linked with nothing but Windows itself.</summary>
internal sealed class WindowsLauncher(Workshop work)
{
    private const string Tools = "x86_64-w64-mingw32-";

    /// <param name="folder">Where it is put; <c>trayagent.ico</c> lies there.</param>
    public void Build(string folder)
    {
        var version = typeof(Workshop).Assembly.GetName().Version!;
        var resources = Path.Combine(work.Stage("launcher"), "trayagentw.o");
        work.Run(
            $"{Tools}windres", $"-DMAJOR={version.Major}", $"-DMINOR={version.Minor}", $"-DPATCH={version.Build}",
            "-I", folder, "-I", work.In("src", "TrayAgent"), work.In("installer", "windows", "trayagentw.rc"), resources);

        // Without the time of the build: packages made twice are the same.
        work.Run(
            $"{Tools}gcc", "-Wall", "-Wextra", "-Werror", "-Os", "-ffreestanding", "-mwindows", "-nostdlib", "-s",
            "-Wl,--entry=entry", "-Wl,--no-insert-timestamp", "-o", Path.Combine(folder, "trayagentw.exe"),
            work.In("installer", "windows", "trayagentw.c"), resources, "-lkernel32", "-luser32");
    }
}
