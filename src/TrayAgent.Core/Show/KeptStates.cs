using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TrayAgent.Core.Show;

/// <summary>What <c>claude undo --list</c> shows: the earlier contents of a file that can be had back, the latest first.</summary>
public static class KeptStates
{
    private const int Schema = 1;

    /// <summary>A line for each, without a line end after the last.</summary>
    /// <param name="zone">Of the times.</param>
    public static string Text(ImmutableArray<KeptState> states, TimeZoneInfo zone) => string.Join('\n', states
        .Select(state => $"{state.Number,4}  {When(state.At, zone)}  {Visible.Of(state.Edit ?? "an edit", 60)}")
        .Prepend("   N  was there until      and then came"));

    /// <summary>In the person's time, to the second.</summary>
    public static string When(DateTimeOffset at, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>A contract, see docs/claude-fix-json.md. No line end after the last brace.</summary>
    public static string Json(string file, ImmutableArray<KeptState> states)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.Default }))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", Schema);
            json.WriteString("file", file);
            json.WriteStartArray("kept");
            foreach (var state in states)
            {
                json.WriteStartObject();
                json.WriteNumber("number", state.Number);
                json.WriteString("until", state.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
                json.WriteString("edit", state.Edit);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
