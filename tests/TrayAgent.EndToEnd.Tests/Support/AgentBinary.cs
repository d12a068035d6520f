namespace TrayAgent.EndToEnd.Tests.Support;

/// <summary>The published native program: what people install, not the debug build.</summary>
internal static class AgentBinary
{
    private const string Variable = "TRAYAGENT_BINARY";

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
