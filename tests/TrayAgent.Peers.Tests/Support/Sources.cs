namespace TrayAgent.Peers.Tests.Support;

/// <summary>Where this project lies, for the scripts that need their packages beside them.</summary>
internal static class Sources
{
    public static string Fixture(string name) => Path.Combine(Root, "tests", "TrayAgent.Peers.Tests", "Fixtures", name);

    private static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "TrayAgent.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("TrayAgent.sln was not found above the tests.");
    }
}
