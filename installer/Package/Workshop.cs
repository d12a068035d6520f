using System.Diagnostics;

namespace TrayAgent.Package;

/// <summary>Where everything lies that packages are made of, and where they are put together.</summary>
/// <param name="root">Full path of the repository.</param>
internal sealed class Workshop(string root)
{
    /// <summary>That of <c>Directory.Build.props</c>, the only place where it is written.</summary>
    public static string Version { get; } = typeof(Workshop).Assembly.GetName().Version!.ToString(3);

    /// <summary>Of all files in the packages: that of the newest commit, so that one commit gives one package.</summary>
    public static DateTimeOffset Time { get; } = Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH") is { } seconds
        ? DateTimeOffset.FromUnixTimeSeconds(long.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture))
        : DateTimeOffset.UnixEpoch;

    /// <summary>The finished packages.</summary>
    public string Output { get; } = Directory.CreateDirectory(Path.Combine(root, "artifacts", "packages")).FullName;

    public string Licence => In("LICENSE");

    /// <summary>A file of the repository.</summary>
    public string In(params string[] path) => Path.Combine([root, .. path]);

    /// <summary>The published program of one system.</summary>
    public string Program(string rid, string name)
    {
        var path = In("artifacts", rid, "publish", "TrayAgent", $"release_{rid}", name);
        return File.Exists(path)
            ? path
            : throw new PackageException($"'{path}' is missing. Run 'dotnet run build.cs -- package', which publishes it first.");
    }

    /// <summary>An empty folder to put a package together in.</summary>
    public string Stage(string name)
    {
        var folder = In("artifacts", "package", name);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        return Directory.CreateDirectory(folder).FullName;
    }

    /// <summary>Gives everything in a folder, and itself, the <see cref="Time"/>.</summary>
    public static void Date(string folder)
    {
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, Time.UtcDateTime);
        }

        foreach (var inside in Directory.EnumerateDirectories(folder, "*", SearchOption.AllDirectories).Append(folder))
        {
            Directory.SetLastWriteTimeUtc(inside, Time.UtcDateTime);
        }
    }

    public void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = root, RedirectStandardOutput = true })
            ?? throw new PackageException($"'{program}' did not start.");
        var words = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new PackageException($"'{program} {string.Join(' ', arguments)}' failed with {process.ExitCode}.\n{words}");
        }
    }
}
