namespace TrayAgent.Windows.Tests.Support;

/// <summary>The published single file: what people on Windows install.</summary>
internal static class WindowsProgram
{
    private const string Variable = "TRAYAGENT_WINDOWS";

    public static string Path => Find();

    private static string Find()
    {
        var path = Environment.GetEnvironmentVariable(Variable);
        return File.Exists(path)
            ? System.IO.Path.GetFullPath(path)
            : throw new FileNotFoundException(
                $"These tests run the published program: '{Variable}' must name it, but is '{path}'. Run 'dotnet run build.cs -- test'.");
    }
}
