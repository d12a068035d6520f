using System.Text.RegularExpressions;
using TrayAgent.Core.Facts.Models;

namespace TrayAgent.Core.Assess;

/// <summary>What a mistyped model ID means. It is never a model of another version than the one typed.</summary>
internal static partial class ModelTypo
{
    /// <summary>More changed letters may be another name; every two families differ in more.</summary>
    public const int Slip = 2;

    private static ModelCatalogue List => ModelCatalogue.BuiltIn;

    /// <param name="region">Its own prefixes come first among equally near ones.</param>
    public static string? Meant(string text, string region)
    {
        var typed = VersionStop().Replace(text.ToLowerInvariant(), "-");
        return Right(ModelId.Parse(typed)) ?? NearestName.Within(Slip, typed, Ids(region).Where(id => Version(id) == Version(typed)));
    }

    /// <summary>Nothing was wrong but capitals, a full stop in the version, and what stands behind that.</summary>
    private static string? Right(ModelId typed) =>
        typed.Base is { } model && ModelName.Parse(model) is { } name && List.Meant(name) is { IsDoubtful: false } meant
            && typed is ModelId.Raw or ModelId.Mantle or ModelId.Profile
            && (typed.Prefix is null || List.Prefixes.ContainsKey(typed.Prefix))
            ? typed.Prefix + meant.Id
            : null;

    private static IEnumerable<string> Ids(string region) =>
        from model in List.Models
        from id in model.Profiles
            .OrderBy(profile => profile.Prefix != "global." && profile.Regions.Contains(region) ? 0 : 1)
            .Select(profile => profile.Prefix + model.Id)
            .Append(model.Id)
        select id;

    /// <summary>Without the date and what follows it.</summary>
    private static string Version(string id) => string.Join('.', VersionNumber().Matches(id).Take(2).Select(number => number.Value));

    [GeneratedRegex(@"(?<=[0-9])\.(?=[0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex VersionStop();

    [GeneratedRegex("(?<![0-9v:])[0-9]{1,2}(?![0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex VersionNumber();
}
