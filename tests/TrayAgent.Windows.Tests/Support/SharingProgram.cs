namespace TrayAgent.Windows.Tests.Support;

/// <summary>The agent's writer, many times in one process; see tests/Sharing.</summary>
internal static class SharingProgram
{
    private const string Variable = "TRAYAGENT_SHARING";

    public static string Path => Environment.GetEnvironmentVariable(Variable) is { } path && File.Exists(path)
        ? System.IO.Path.GetFullPath(path)
        : throw new FileNotFoundException($"'{Variable}' must name tests/Sharing, published for Windows. Run 'dotnet run build.cs -- test'.");
}
