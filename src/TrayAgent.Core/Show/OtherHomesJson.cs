using System.Text.Json;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;

namespace TrayAgent.Core.Show;

/// <summary>The other homes of this person, as the member "homes"; see docs/status-json.md.</summary>
internal static class OtherHomesJson
{
    public static void Write(Utf8JsonWriter json, Snapshot snapshot)
    {
        json.WriteStartArray("homes");
        foreach (var home in snapshot.OtherHomes.OrderBy(home => home.Name, StringComparer.Ordinal))
        {
            Write(json, home, home as OtherHome.Seen, snapshot);
        }

        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, OtherHome home, OtherHome.Seen? seen, Snapshot snapshot)
    {
        json.WriteStartObject();
        json.WriteString("name", home.Name);
        json.WriteBoolean("lookedAt", seen is not null);
        json.WriteString("folder", seen?.Folder);
        json.WriteString("claudeProfile", seen?.ClaudeProfile);
        json.WriteStartArray("sessions");
        foreach (var session in (seen?.Config.Sessions ?? []).OrderBy(session => session.Name, StringComparer.Ordinal))
        {
            Write(json, SessionJudge.JudgeThere(session, seen!, snapshot));
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SessionStatus status)
    {
        json.WriteStartObject();
        json.WriteString("name", status.Name);
        json.WriteString("startUrl", status.Session.StartUrl);
        json.WriteString("state", Words.Of(status.State));
        json.WriteBoolean("refreshable", status.IsRefreshable);
        json.WriteString("accessTokenExpiresAt", StatusJson.Time(status.Token?.ExpiresAt));
        json.WriteEndObject();
    }
}
