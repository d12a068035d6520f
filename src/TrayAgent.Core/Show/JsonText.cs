using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TrayAgent.Core.Show;

/// <summary>What every <c>--json</c> of ours has in common: ASCII, LF, no line end after the last brace.</summary>
public static class JsonText
{
    public static string Of(JsonLayout layout, Action<Utf8JsonWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions
        {
            Indented = layout == JsonLayout.Indented,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.Default,
        }))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
