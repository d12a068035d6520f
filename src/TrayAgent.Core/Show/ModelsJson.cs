using System.Globalization;
using System.Text;
using System.Text.Json;
using TrayAgent.Core.Facts.Models;

namespace TrayAgent.Core.Show;

/// <summary><c>trayagent models --json</c>: a contract, see docs/models.md.</summary>
public static class ModelsJson
{
    private const int Schema = 1;

    /// <summary>No line end after the last brace.</summary>
    public static string Of(ModelsView view)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            Write(json, view);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Write(Utf8JsonWriter json, ModelsView view)
    {
        json.WriteStartObject();
        json.WriteNumber("schema", Schema);
        json.WriteString("generatedAt", Time(view.Now));
        json.WriteString("region", view.Offers.Region);
        json.WriteString("source", view.Offers.IsLive ? "live" : "built-in");
        json.WriteString("listedAt", view.Offers.Source is OfferSource.Live live ? Time(live.At) : null);
        json.WriteString(
            "collected",
            view.Offers.Source is OfferSource.BuiltIn { Collected: var day } ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null);
        json.WriteString("reason", view.Reason);
        json.WriteStartArray("profiles");
        foreach (var profile in view.Offers.Profiles.OrderBy(profile => profile.Id, StringComparer.Ordinal))
        {
            WriteProfile(json, profile);
        }

        json.WriteEndArray();
        json.WriteStartArray("applicationProfiles");
        foreach (var profile in view.Own.OrderBy(profile => profile.Arn, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("arn", profile.Arn);
            json.WriteString("name", profile.Name);
            WriteTexts(json, "models", profile.Models);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("recommended");
        foreach (var (family, choice) in view.Recommended)
        {
            json.WriteStartObject();
            json.WriteString("family", family.ToString().ToLowerInvariant());
            json.WriteString("id", (choice as ModelChoice.Pick)?.Profile.Id);
            WriteTexts(json, "choices", choice is ModelChoice.Ask ask ? ask.Profiles.Select(profile => profile.Id) : []);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("pinned");
        foreach (var pin in view.Pins.OrderBy(pin => pin.Key, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("key", pin.Key);
            json.WriteString("value", pin.Setting.Text);
            json.WriteString("source", pin.Setting.Source.Place);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteProfile(Utf8JsonWriter json, OfferedProfile profile)
    {
        json.WriteStartObject();
        json.WriteString("id", profile.Id);
        json.WriteString("name", profile.Name);
        json.WriteString("model", profile.Model);
        json.WriteString("prefix", profile.Prefix);
        json.WriteString("status", ModelWords.Of(profile));
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

    private static string Time(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
