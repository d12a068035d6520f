using System.Text.Json;
using TrayAgent.Core.Assess.Doctor;

namespace TrayAgent.Core.Show;

/// <summary><c>trayagent doctor --json</c>: a contract, see docs/doctor-json.md.</summary>
public static class DoctorJson
{
    /// <summary>No line end after the last brace.</summary>
    public static string Of(Diagnosis diagnosis, JsonLayout layout) => StatusJson.Object(layout, json =>
    {
        StatusJson.WriteHead(json, diagnosis.Assessment.Snapshot.Now);
        StatusJson.WriteFindings(json, diagnosis.Findings);
        json.WriteStartArray("checks");
        foreach (var check in diagnosis.Checks)
        {
            Write(json, check);
        }

        json.WriteEndArray();
    });

    private static void Write(Utf8JsonWriter json, Check check)
    {
        json.WriteStartObject();
        json.WriteString("code", check.Code);
        json.WriteString("result", Words.Of(check.Result));
        json.WriteString("note", check.Note);
        json.WriteEndObject();
    }
}
