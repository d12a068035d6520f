using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;

namespace TrayAgent.Tests;

/// <summary>A home folder of its own for one test, deleted at the end.</summary>
public sealed class TempHome : IDisposable
{
    public TempHome()
        : this(Directory.CreateTempSubdirectory("trayagent-home-").FullName)
    {
    }

    private TempHome(string folder)
    {
        Folder = folder;
        Directory.CreateDirectory(SsoCache);
    }

    /// <summary>Where the disk need not be waited for, if this system has such a place.</summary>
    public static TempHome InMemory()
    {
        const string memory = "/dev/shm";
        return Directory.Exists(memory)
            ? new TempHome(Directory.CreateDirectory(Path.Combine(memory, $"trayagent-home-{Guid.NewGuid():N}")).FullName)
            : new TempHome();
    }

    public string Folder { get; }

    public string SsoCache => Path.Combine(Folder, ".aws", "sso", "cache");

    public string ConfigFile => Path.Combine(Folder, ".aws", "config");

    public string ClaudeFile => Path.Combine(Folder, ".claude", "settings.json");

    /// <summary>An empty environment but for the home; nothing of the machine that runs the test.</summary>
    internal ProcessEnvironment Environment { get; set; } = new(ImmutableDictionary<string, string>.Empty);

    internal AwsPaths AwsPaths => AwsPaths.From(WithHome);

    internal ClaudePaths ClaudePaths => new(ClaudeFile, Path.Combine(Folder, "managed"));

    internal ProcessEnvironment WithHome =>
        new(Environment.Variables.SetItem("HOME", Folder).SetItem("USERPROFILE", Folder));

    public void Config(string text) => Write(ConfigFile, Encoding.UTF8.GetBytes(text));

    public void Credentials(string text) =>
        Write(Path.Combine(Folder, ".aws", "credentials"), Encoding.UTF8.GetBytes(text));

    public void Claude(string text) => Write(ClaudeFile, Encoding.UTF8.GetBytes(text));

    /// <summary>A token as the AWS CLI writes it; returns its full path.</summary>
    public string Token(
        string session, DateTimeOffset expiresAt, string accessToken = "access", string? refreshToken = "refresh")
    {
        string?[] members =
        [
            Member("startUrl", "https://d-1.awsapps.com/start"),
            Member("region", "us-east-1"),
            Member("accessToken", accessToken),
            Member("expiresAt", Date(expiresAt)),
            Member("clientId", "cid"),
            Member("clientSecret", "csecret"),
            Member("registrationExpiresAt", Date(expiresAt.AddDays(80))),
            refreshToken is null ? null : Member("refreshToken", refreshToken),
        ];
        return CacheFile(
            CacheFileNames.Token(session), Encoding.UTF8.GetBytes($"{{{string.Join(", ", members.OfType<string>())}}}"));
    }

    /// <summary>Returns the full path.</summary>
    public string CacheFile(string name, byte[] bytes)
    {
        var path = Path.Combine(SsoCache, name);
        Write(path, bytes);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return path;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string Member(string name, string value) => $"\"{name}\": \"{value}\"";

    private static string Date(DateTimeOffset date) =>
        date.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static void Write(string path, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
    }
}
