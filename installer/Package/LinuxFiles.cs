namespace TrayAgent.Package;

/// <summary>What desktops of Linux want beside the program.</summary>
internal static class LinuxFiles
{
    public const string Rid = "linux-x64";

    private const UnixFileMode Executable = (UnixFileMode)0b111_101_101;

    private static readonly int[] PictureSizes = [16, 22, 24, 32, 48, 64, 128];

    public static void CopyProgram(Workshop work, string to) => CopyExecutable(work.Program(Rid, "trayagent"), to);

    public static void CopyExecutable(string from, string to)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(to)!);
        File.Copy(from, to);
        File.SetUnixFileMode(to, Executable);
    }

    /// <summary>Below a folder like <c>/usr/share</c>: the entry in menus, and pictures.</summary>
    public static void WriteShare(Workshop work, string share)
    {
        Filled.Copy(work.In("installer", "linux", "trayagent.desktop"), Path.Combine(share, "applications", "trayagent.desktop"));
        foreach (var size in PictureSizes)
        {
            Pictures.WritePng(Path.Combine(share, "icons", "hicolor", $"{size}x{size}", "apps", "trayagent.png"), size);
        }
    }
}
