namespace TrayAgent.EndToEnd.Tests.Packages;

/// <summary>What <c>build.cs -- package</c> made: the files that people download.</summary>
internal static class BuiltPackages
{
    private const string Variable = "TRAYAGENT_PACKAGES";

    public static string Folder => Environment.GetEnvironmentVariable(Variable) is { } folder && Directory.Exists(folder)
        ? Path.GetFullPath(folder)
        : throw new DirectoryNotFoundException($"'{Variable}' must name the folder of the built packages. Run 'dotnet run build.cs -- test'.");

    /// <summary>The only one whose name ends so.</summary>
    public static string Find(string ending) => Assert.Single(Directory.GetFiles(Folder, $"*{ending}"));
}
