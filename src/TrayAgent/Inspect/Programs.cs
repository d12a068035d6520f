using System.Runtime.InteropServices;
using System.Text;
using TrayAgent.Files;
using TrayAgent.Files.Native;

namespace TrayAgent.Inspect;

/// <summary>Looks for programs as a shell would, but never in the current folder or in a relative entry of the PATH.</summary>
internal static class Programs
{
    private const int LongestPath = 4096;

    /// <summary>Full paths where a program of one of these names could be, the first on the PATH first.</summary>
    /// <param name="usualFolders">Searched after the PATH.</param>
    public static IEnumerable<string> Candidates(
        ProcessEnvironment environment, string[] names, IEnumerable<string> usualFolders) =>
        (environment["PATH"] ?? "").Split(Path.PathSeparator)
            .Where(Path.IsPathFullyQualified)
            .Concat(usualFolders)
            .SelectMany(folder => names.Select(name => Path.Combine(folder, name)))
            .Distinct(StringComparer.Ordinal);

    public static bool IsProgram(string path)
    {
        const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        try
        {
            return Path.IsPathFullyQualified(path) && File.Exists(path)
                && (OperatingSystem.IsWindows() || (File.GetUnixFileMode(path) & Executable) != 0);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Behind all links; the path itself where there are none, or on Windows.</summary>
    public static unsafe string Resolve(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            return path;
        }

        var buffer = stackalloc byte[LongestPath];
        return Posix.RealPath(path, buffer) is null
            ? path
            : Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(buffer));
    }
}
