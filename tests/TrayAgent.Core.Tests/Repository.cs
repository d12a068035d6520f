namespace TrayAgent.Core.Tests;

/// <summary>The sources and pages that tests compare with the program.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot(AppContext.BaseDirectory);

    private static string FindRoot(string folder) => File.Exists(Path.Combine(folder, "TrayAgent.sln"))
        ? folder
        : FindRoot(Path.GetDirectoryName(folder)
            ?? throw new InvalidOperationException("'TrayAgent.sln' is in no folder above the tests."));
}
