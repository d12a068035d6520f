using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace TrayAgent.Core.Facts.Models;

/// <summary>Reads claude-models.json, which is part of the program: a mistake in it is ours, and a test finds it.</summary>
internal static class ModelCatalogueReader
{
    private const string Resource = "claude-models.json";

    public static ModelCatalogue ReadEmbedded()
    {
        using var stream = typeof(ModelCatalogueReader).Assembly.GetManifestResourceStream(Resource)!;
        using var document = JsonDocument.Parse(stream);
        return Read(document.RootElement);
    }

    private static ModelCatalogue Read(JsonElement root)
    {
        var prefixes = root.GetProperty("prefixes").EnumerateObject()
            .ToImmutableDictionary(prefix => prefix.Name, prefix => Texts(prefix.Value).ToImmutableHashSet());
        return new ModelCatalogue
        {
            Collected = DateOnly.ParseExact(Text(root, "collected"), "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Prefixes = prefixes,
            Retired =
            [
                .. root.GetProperty("retired").EnumerateArray().Select(model => new RetiredModel(
                    Text(model, "id"), Text(model, "name"), Enum.Parse<ModelFamily>(Text(model, "family"), ignoreCase: true))),
            ],
            Models = [.. root.GetProperty("models").EnumerateArray().Select(model => ReadModel(model, prefixes))],
        };
    }

    private static Model ReadModel(JsonElement model, ImmutableDictionary<string, ImmutableHashSet<string>> prefixes) => new()
    {
        Id = Text(model, "id"),
        Name = Text(model, "name"),
        ApiId = Text(model, "api"),
        Parts = ModelName.Parse(Text(model, "id"))!,
        Status = OptionalText(model, "status") == "deprecated" ? ModelStatus.Deprecated : ModelStatus.Current,
        Profiles = [.. model.GetProperty("profiles").EnumerateArray().Select(profile => ReadProfile(profile, prefixes))],
        IsComplete = model.TryGetProperty("complete", out var complete) && complete.GetBoolean(),
        RefusedPrefixes = model.TryGetProperty("refused", out var refused)
            ? [.. refused.EnumerateArray().Select(entry => Text(entry, "prefix"))]
            : [],
        InRegion = model.TryGetProperty("inRegion", out var regions) ? [.. Texts(regions)] : [],
    };

    private static ModelProfile ReadProfile(
        JsonElement profile, ImmutableDictionary<string, ImmutableHashSet<string>> prefixes)
    {
        var prefix = Text(profile, "prefix");
        return new ModelProfile(
            prefix,
            profile.TryGetProperty("without", out var without) ? prefixes[prefix].Except(Texts(without)) : prefixes[prefix],
            Text(profile, "source"),
            OptionalText(profile, "confidence") == "low" ? Confidence.Low : Confidence.Good);
    }

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(item => item.GetString()!);

    private static string Text(JsonElement parent, string name) => parent.GetProperty(name).GetString()!;

    private static string? OptionalText(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out var value) ? value.GetString() : null;
}
