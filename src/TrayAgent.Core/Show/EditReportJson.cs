using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TrayAgent.Core.Show;

/// <summary><c>claude fix --json</c> and <c>claude undo --json</c>: a contract, see docs/claude-fix-json.md.</summary>
public static class EditReportJson
{
    private const int Schema = 1;

    /// <summary>No line end after the last brace.</summary>
    public static string Of(EditReport report)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Default }))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", Schema);
            json.WriteString("file", report.File);
            json.WriteString("outcome", report.Outcome);
            json.WriteString("text", report.Text);
            json.WriteStartArray("changes");
            foreach (var change in report.Changes)
            {
                json.WriteStartObject();
                json.WriteString("key", change.Key);
                json.WriteString("before", change.Before);
                json.WriteString("after", change.After);
                json.WriteString("beforeForm", change.BeforeForm);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteString("diff", report.Diff);
            json.WriteStartArray("notes");
            foreach (var note in report.Notes)
            {
                json.WriteStringValue(note);
            }

            json.WriteEndArray();
            StatusJson.WriteFindings(json, report.Remaining);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
