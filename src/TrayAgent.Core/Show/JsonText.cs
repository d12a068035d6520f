using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace TrayAgent.Core.Show;

/// <summary>What every <c>--json</c> of ours has in common: ASCII, LF, no line end after the last brace.</summary>
public static class JsonText
{
    public static string Of(JsonLayout layout, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions
        {
            Indented = layout == JsonLayout.Indented,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.Default,
        }))
        {
            write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
