using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace TrayAgent.Benchmarks.Processes;

/// <summary>A temporary home with profiles, sessions and their token files, as the AWS CLI writes them.</summary>
internal sealed class AwsHome : IDisposable
{
    private const string StartUrl = "https://d-1234567890.awsapps.com/start";

    private readonly string _cache;

    /// <param name="folder">Is removed at the end.</param>
    /// <param name="profiles">They share the sessions evenly.</param>
    /// <param name="sessions">Each has its token file.</param>
    public AwsHome(string folder, int profiles, int sessions)
    {
        Folder = folder;
        _cache = Directory.CreateDirectory(Path.Join(folder, ".aws", "sso", "cache")).FullName;
        var config = new StringBuilder();
        for (var session = 0; session < sessions; session++)
        {
            config.Append(CultureInfo.InvariantCulture, $"[sso-session {Name(session)}]\nsso_start_url = {StartUrl}\nsso_region = eu-central-1\nsso_registration_scopes = sso:account:access\n\n");
            SignIn(session);
        }

        for (var profile = 0; profile < profiles; profile++)
        {
            config.Append(CultureInfo.InvariantCulture, $"[profile account-{profile}]\nsso_session = {Name(profile % sessions)}\nsso_account_id = {111122223333 + profile}\nsso_role_name = Developer\nregion = eu-central-1\n\n");
        }

        File.WriteAllText(Path.Join(folder, ".aws", "config"), config.ToString());
        Environment = new Dictionary<string, string>
        {
            ["HOME"] = folder,
            ["PATH"] = "/usr/local/bin:/usr/bin:/bin",
            ["LANG"] = "C.UTF-8",
        };
    }

    public string Folder { get; }

    public IReadOnlyDictionary<string, string> Environment { get; }

    public static AwsHome Temporary(int profiles, int sessions) =>
        new(Directory.CreateTempSubdirectory("bench-").FullName, profiles, sessions);

    /// <summary>Writes the token file of a session in place, as every SDK does.</summary>
    public void SignIn(int session) => Write(session, Instant(TimeSpan.FromHours(7)), "sample");

    /// <summary>The same, as it is after the end: nothing can be refreshed.</summary>
    public void End(int session) => Write(session, Instant(TimeSpan.FromHours(-1)), "");

    /// <summary>Nobody has asked about any token.</summary>
    public void ForgetAnswers()
    {
        var locks = Path.Join(Folder, ".aws", "sso", "trayagent");
        foreach (var file in Directory.Exists(locks) ? Directory.GetFiles(locks, "*.answered") : [])
        {
            File.Delete(file);
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Write(int session, string end, string refreshToken)
    {
        var text = $$"""
            {"startUrl": "{{StartUrl}}", "region": "eu-central-1", "accessToken": "sample", "expiresAt": "{{end}}", "clientId": "sample", "clientSecret": "sample", "registrationExpiresAt": "{{Instant(TimeSpan.FromDays(80))}}", "refreshToken": "{{refreshToken}}"}
            """;
#pragma warning disable CA5350 // The AWS CLI names its token files so.
        var name = Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(Name(session))));
#pragma warning restore CA5350
        var path = Path.Join(_cache, name + ".json");
        File.WriteAllText(path, text);
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static string Name(int session) => $"session-{session}";

    private static string Instant(TimeSpan fromNow) =>
        DateTime.UtcNow.Add(fromNow).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
