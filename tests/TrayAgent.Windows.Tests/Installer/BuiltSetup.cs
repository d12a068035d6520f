namespace TrayAgent.Windows.Tests.Installer;

/// <summary>The setup program that <c>build.cs -- package</c> made.</summary>
internal static class BuiltSetup
{
    private const string Variable = "TRAYAGENT_PACKAGES";
    private const string Ending = "-setup.exe";

    public static string Path => Environment.GetEnvironmentVariable(Variable) is { } folder && Directory.Exists(folder)
        ? Assert.Single(Directory.GetFiles(System.IO.Path.GetFullPath(folder), $"*{Ending}"))
        : throw new DirectoryNotFoundException($"'{Variable}' must name the folder of the built packages. Run 'dotnet run build.cs -- test'.");

    public static string Version => System.IO.Path.GetFileName(Path)["trayagent-".Length..^Ending.Length];
}
