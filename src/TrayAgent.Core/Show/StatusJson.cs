using System.Globalization;
using System.Text.Json;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Show;

/// <summary><c>trayagent status --json</c>: a contract, see docs/status-json.md.</summary>
public static class StatusJson
{
    private const int Schema = 1;

    /// <summary>No line end after the last brace.</summary>
    public static string Of(Assessment assessment, JsonLayout layout) =>
        JsonText.Of(layout, json => Write(json, assessment));

    /// <summary>Findings as every <c>--json</c> of ours writes them, as the member "findings".</summary>
    public static void WriteFindings(Utf8JsonWriter json, IEnumerable<Finding> findings)
    {
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("code", finding.Code);
            json.WriteString("severity", Words.Of(finding.Severity));
            json.WriteString("subject", finding.Subject);
            json.WriteString("message", finding.Message);
            WriteRemedy(json, finding.Remedy);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, Assessment assessment)
    {
        var snapshot = assessment.Snapshot;
        json.WriteStartObject();
        json.WriteNumber("schema", Schema);
        json.WriteString("generatedAt", Time(snapshot.Now));
        json.WriteString("overall", Words.Of(assessment.Overall));
        json.WriteStartArray("sessions");
        foreach (var status in assessment.Sessions)
        {
            WriteSession(json, status, CachePath.Of(snapshot, status.Session.CacheFileName));
        }

        json.WriteEndArray();
        json.WriteStartArray("profiles");
        foreach (var profile in snapshot.Config.Profiles.OrderBy(profile => profile.Name, StringComparer.Ordinal))
        {
            WriteProfile(json, profile);
        }

        json.WriteEndArray();
        WriteFindings(json, assessment.Findings);
        OtherHomesJson.Write(json, snapshot);
        json.WriteEndObject();
    }

    private static void WriteSession(Utf8JsonWriter json, SessionStatus status, string cacheFile)
    {
        json.WriteStartObject();
        json.WriteString("name", status.Name);
        json.WriteString("kind", Words.Of(status.Session.Kind));
        json.WriteString("startUrl", status.Session.StartUrl);
        json.WriteString("region", status.Session.Region);
        WriteTexts(json, "scopes", status.Session.Scopes.Order(StringComparer.Ordinal));
        json.WriteString("state", Words.Of(status.State));
        json.WriteBoolean("refreshable", status.IsRefreshable);
        json.WriteString("accessTokenExpiresAt", Time(status.Token?.ExpiresAt));
        json.WriteString("registrationExpiresAt", Time(status.Token?.RegistrationExpiresAt));
        if (status.End is { } end)
        {
            json.WriteStartObject("estimatedEnd");
            json.WriteString("earliest", Time(end.Earliest));
            json.WriteString("latest", Time(end.Latest));
            json.WriteString("basis", Words.Of(end.Basis));
            json.WriteEndObject();
        }
        else
        {
            json.WriteNull("estimatedEnd");
        }

        WriteTexts(json, "profiles", status.Session.Profiles.Order(StringComparer.Ordinal));
        json.WriteBoolean("usedByClaude", status.IsUsedByClaude);
        json.WriteString("cacheFile", cacheFile);
        json.WriteEndObject();
    }

    private static void WriteProfile(Utf8JsonWriter json, Profile profile)
    {
        json.WriteStartObject();
        json.WriteString("name", profile.Name);
        json.WriteString("kind", Words.Of(profile.Kind));
        json.WriteString("session", profile.Session);
        json.WriteString("accountId", profile.AccountId);
        json.WriteString("roleName", profile.RoleName);
        json.WriteString("region", profile.Region);
        json.WriteEndObject();
    }

    private static void WriteRemedy(Utf8JsonWriter json, Remedy? remedy)
    {
        if (remedy is null)
        {
            json.WriteNull("remedy");
            return;
        }

        json.WriteStartObject("remedy");
        json.WriteString("text", remedy.Text);
        if (remedy.Argv.IsDefaultOrEmpty)
        {
            json.WriteNull("argv");
        }
        else
        {
            WriteTexts(json, "argv", remedy.Argv);
        }

        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    internal static string? Time(DateTimeOffset? instant) =>
        instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
