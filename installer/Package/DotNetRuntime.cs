namespace TrayAgent.Package;

/// <summary>The runtime pack that the Windows and macOS programs hold, as restore put it beside the packages.</summary>
internal static class DotNetRuntime
{
    private const string Pack = "microsoft.netcore.app.runtime.win-x64";

    public static string Version => Path.GetFileName(Folder);

    /// <summary>What .NET itself owes to others.</summary>
    public static string Notices => File.ReadAllText(Path.Combine(Folder, "THIRD-PARTY-NOTICES.TXT"));

    private static string Folder
    {
        get
        {
            var packages = Environment.GetEnvironmentVariable("NUGET_PACKAGES")
                ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
            var pack = Path.Combine(packages, Pack);
            var wanted = Path.Combine(pack, Environment.Version.ToString(3));
            return Directory.Exists(wanted)
                ? wanted
                : throw new PackageException($"'{wanted}' is missing. Run 'dotnet run build.cs -- publish win-x64' first.");
        }
    }
}
