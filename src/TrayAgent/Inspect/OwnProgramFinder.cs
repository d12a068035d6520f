using TrayAgent.Core.Facts;
using TrayAgent.Files;

namespace TrayAgent.Inspect;

/// <summary>How others can call this program.</summary>
internal static class OwnProgramFinder
{
    private static readonly string[] Names =
        [OperatingSystem.IsWindows() ? OwnProgram.Name + ".exe" : OwnProgram.Name];

    /// <param name="path">Full path of the running program.</param>
    public static OwnProgram Find(ProcessEnvironment environment, string path)
    {
        var first = Programs.Candidates(environment, Names, []).FirstOrDefault(Programs.IsProgram);
        return new OwnProgram(path)
        {
            IsOnPath = first is not null && string.Equals(
                Programs.Resolve(first),
                Programs.Resolve(path),
                OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal),
        };
    }
}
