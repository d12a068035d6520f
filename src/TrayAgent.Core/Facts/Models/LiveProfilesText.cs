using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace TrayAgent.Core.Facts.Models;

/// <summary>How live lists are kept in a file of ours between two questions; never fails.</summary>
public static class LiveProfilesText
{
    private const int Schema = 1;

    public static byte[] Write(ImmutableArray<LiveProfiles> lists)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteNumber("schema", Schema);
            json.WriteStartArray("lists");
            foreach (var list in lists)
            {
                WriteList(json, list);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return buffer.ToArray();
    }

    /// <summary>What is not as we write it is left out: AWS can be asked again.</summary>
    public static ImmutableArray<LiveProfiles> Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            return document.RootElement.GetProperty("schema").GetInt32() == Schema
                ? [.. document.RootElement.GetProperty("lists").EnumerateArray().Select(ReadList)]
                : [];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            return [];
        }
    }

    private static void WriteList(Utf8JsonWriter json, LiveProfiles list)
    {
        json.WriteStartObject();
        json.WriteString("region", list.Region);
        json.WriteString("at", list.At.UtcDateTime);
        json.WriteStartArray("profiles");
        foreach (var profile in list.Profiles)
        {
            json.WriteStartObject();
            json.WriteString("id", profile.Id);
            json.WriteString("name", profile.Name);
            json.WriteString("arn", profile.Arn);
            json.WriteBoolean("application", profile.Kind == InferenceProfileKind.Application);
            json.WriteStartArray("models");
            foreach (var model in profile.Models)
            {
                json.WriteStringValue(model);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static LiveProfiles ReadList(JsonElement list) => new(
        Text(list, "region"),
        DateTimeOffset.Parse(Text(list, "at"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
        [.. list.GetProperty("profiles").EnumerateArray().Select(ReadProfile)]);

    private static InferenceProfile ReadProfile(JsonElement profile) => new(
        Text(profile, "id"),
        Text(profile, "name"),
        Text(profile, "arn"),
        profile.GetProperty("application").GetBoolean() ? InferenceProfileKind.Application : InferenceProfileKind.SystemDefined,
        [.. profile.GetProperty("models").EnumerateArray().Select(model => model.GetString() ?? throw new FormatException())]);

    private static string Text(JsonElement parent, string name) => parent.GetProperty(name).GetString() ?? throw new FormatException();
}
