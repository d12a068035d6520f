using System.Collections.Immutable;

namespace TrayAgent.Core.Facts.Models;

/// <summary>The built-in list of Claude models on Bedrock: claude-models.json, see docs/models.md. A live list overrules it.</summary>
public sealed record ModelCatalogue
{
    private static readonly Lazy<ModelCatalogue> Embedded = new(ModelCatalogueReader.ReadEmbedded);

    public static ModelCatalogue BuiltIn => Embedded.Value;

    /// <summary>The day on which its facts were gathered.</summary>
    public required DateOnly Collected { get; init; }

    /// <summary>In each family the best first.</summary>
    public required ImmutableArray<Model> Models { get; init; }

    /// <summary>The longer ID first, where one begins like another.</summary>
    public required ImmutableArray<RetiredModel> Retired { get; init; }

    /// <summary>From where profiles of that prefix can be called at most; single models leave some regions out.</summary>
    public required ImmutableDictionary<string, ImmutableHashSet<string>> Prefixes { get; init; }

    /// <summary>By its ID on Bedrock.</summary>
    public Model? Find(string id) => Models.FirstOrDefault(model => model.Id == id);

    public Model? FindApi(string apiId) => Models.FirstOrDefault(model => model.ApiId == apiId);

    /// <summary>The model that a wrongly written ID means; null when the list knows none of that family and version.</summary>
    public Model? Meant(ModelName name) => Models.FirstOrDefault(model => model.Parts.IsSameModel(name));

    /// <summary>Some Claude model can be called from there, as far as this list knows.</summary>
    public bool Serves(string region) => Prefixes.Values.Any(regions => regions.Contains(region));

    public IEnumerable<string> Regions => Prefixes.Values.SelectMany(regions => regions).Distinct().Order(StringComparer.Ordinal);
}
