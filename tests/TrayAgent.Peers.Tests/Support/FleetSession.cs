using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace TrayAgent.Peers.Tests.Support;

/// <summary>One session of a fleet with its profile and its token file.</summary>
/// <param name="name">Of the section; by default that of its round.</param>
internal sealed class FleetSession(int number, string cache, string? name = null)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public string Name { get; } = name ?? $"round-{number}";

    public string Profile { get; } = $"p{number}";

    public string StartUrl { get; } = $"https://d-{10_000 + number}.awsapps.com/start";

    public string TokenFile => Path.Combine(cache, Sha1(Name) + ".json");

    public string Config => $"""
        [sso-session {Name}]
        sso_start_url = {StartUrl}
        sso_region = eu-west-1
        sso_registration_scopes = sso:account:access

        [profile {Profile}]
        sso_session = {Name}
        sso_account_id = 111122223333
        sso_role_name = Developer
        region = eu-west-1


        """;

    public JsonObject Token() => JsonNode.Parse(File.ReadAllText(TokenFile))!.AsObject();

    public TimeSpan Left() => Time("expiresAt") - DateTimeOffset.UtcNow;

    public string AccessTokenHash() => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(Token()["accessToken"]!.GetValue<string>())));

    /// <summary>As 'aws sso login' leaves it: one line, this order, seconds, no end of line.</summary>
    public void Write(SignedIn signedIn, TimeSpan left)
    {
        Replace($$"""
            {"startUrl": "{{StartUrl}}", "region": "eu-west-1", "accessToken": "{{signedIn.AccessToken}}", "expiresAt": "{{Spelled(left)}}", "clientId": "{{signedIn.ClientId}}", "clientSecret": "{{signedIn.ClientSecret}}", "registrationExpiresAt": "{{Spelled(TimeSpan.FromDays(80))}}", "refreshToken": "{{signedIn.RefreshToken}}"}
            """, left);
    }

    /// <summary>Only the time changes; the rest stays as whoever wrote it last wrote it.</summary>
    public void Age(TimeSpan left)
    {
        var text = File.ReadAllText(TokenFile);
        var before = Token()["expiresAt"]!.GetValue<string>();
        Replace(text.Replace(before, Spelled(left), StringComparison.Ordinal), left);
    }

    private void Replace(string text, TimeSpan left)
    {
        Directory.CreateDirectory(cache);
        var next = TokenFile + ".next";
        File.WriteAllText(next, text);
        File.SetUnixFileMode(next, OwnerOnly);

        // The file is as old as its token, which lived an hour when it was written.
        File.SetLastWriteTimeUtc(next, DateTime.UtcNow + left - TimeSpan.FromHours(1));
        File.Move(next, TokenFile, overwrite: true);
    }

    private DateTimeOffset Time(string field) =>
        DateTimeOffset.Parse(Token()[field]!.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    private static string Spelled(TimeSpan left) =>
        (DateTime.UtcNow + left).ToString("yyyy-MM-ddTHH:mm:ss'Z'", CultureInfo.InvariantCulture);

    [SuppressMessage("Security", "CA5350", Justification = "The file name that every AWS tool computes; it protects nothing.")]
    private static string Sha1(string name) => Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(name)));
}
