using System.Text.Json;
using TrayAgent.Core.Assess.Doctor;

namespace TrayAgent.Core.Show;

/// <summary><c>trayagent doctor --json</c>: a contract, see docs/doctor-json.md.</summary>
public static class DoctorJson
{
    private const int Schema = 1;

    /// <summary>No line end after the last brace.</summary>
    public static string Of(Diagnosis diagnosis, JsonLayout layout) => JsonText.Of(layout, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("schema", Schema);
        json.WriteString("generatedAt", StatusJson.Time(diagnosis.Assessment.Snapshot.Now));
        StatusJson.WriteFindings(json, diagnosis.Findings);
        json.WriteStartArray("checks");
        foreach (var check in diagnosis.Checks)
        {
            Write(json, check);
        }

        json.WriteEndArray();
        json.WriteEndObject();
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
