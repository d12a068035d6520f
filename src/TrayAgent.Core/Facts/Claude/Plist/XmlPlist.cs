using System.Buffers;
using System.Globalization;
using System.Text.Json;
using System.Xml;

namespace TrayAgent.Core.Facts.Claude.Plist;

/// <summary>Reads a property list in XML.</summary>
internal static class XmlPlist
{
    private const int DeepestNesting = 64;

    private static readonly XmlReaderSettings Settings = new()
    {
        // Every property list names one, and nothing must be fetched for it.
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    public static byte[]? ToJson(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes.ToArray()), Settings);
            var buffer = new ArrayBufferWriter<byte>();
            using var json = new Utf8JsonWriter(buffer);
            if (reader.MoveToContent() != XmlNodeType.Element || reader.Name != "plist" || reader.IsEmptyElement)
            {
                return null;
            }

            reader.Read();
            Write(reader, json, DeepestNesting);
            json.Flush();
            return buffer.WrittenSpan.ToArray();
        }
        catch (Exception e) when (e is XmlException or InvalidOperationException)
        {
            // The second is for what is in the wrong place, such as a key in a list.
            return null;
        }
    }

    /// <summary>Writes one value and moves behind it.</summary>
    private static void Write(XmlReader reader, Utf8JsonWriter json, int depthLeft)
    {
        if (depthLeft == 0 || reader.NodeType != XmlNodeType.Element)
        {
            throw new XmlException();
        }

        switch (reader.Name)
        {
            case "dict":
                json.WriteStartObject();
                WriteMembers(reader, json, depthLeft);
                json.WriteEndObject();
                break;
            case "array":
                json.WriteStartArray();
                WriteItems(reader, json, depthLeft);
                json.WriteEndArray();
                break;
            case "true" or "false":
                json.WriteBooleanValue(reader.Name == "true");
                reader.Skip();
                break;
            case "integer" or "real":
                WriteNumber(reader.ReadElementContentAsString().Trim(), json);
                break;
            case "string":
                json.WriteStringValue(reader.ReadElementContentAsString());
                break;
            default:
                // A date or bytes: nothing that Claude Code's settings know.
                json.WriteNullValue();
                reader.Skip();
                break;
        }
    }

    private static void WriteMembers(XmlReader reader, Utf8JsonWriter json, int depthLeft)
    {
        if (Enter(reader))
        {
            while (reader.NodeType != XmlNodeType.EndElement)
            {
                if (reader.Name != "key")
                {
                    throw new XmlException();
                }

                json.WritePropertyName(reader.ReadElementContentAsString());
                Write(reader, json, depthLeft - 1);
            }

            reader.ReadEndElement();
        }
    }

    private static void WriteItems(XmlReader reader, Utf8JsonWriter json, int depthLeft)
    {
        if (Enter(reader))
        {
            while (reader.NodeType != XmlNodeType.EndElement)
            {
                Write(reader, json, depthLeft - 1);
            }

            reader.ReadEndElement();
        }
    }

    /// <summary>Moves to what is inside; false when there is nothing.</summary>
    private static bool Enter(XmlReader reader)
    {
        var isEmpty = reader.IsEmptyElement;
        reader.Read();
        return !isEmpty;
    }

    private static void WriteNumber(string text, Utf8JsonWriter json)
    {
        if (long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            json.WriteNumberValue(whole);
        }
        else if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var real) && double.IsFinite(real))
        {
            json.WriteNumberValue(real);
        }
        else
        {
            json.WriteNullValue();
        }
    }
}
