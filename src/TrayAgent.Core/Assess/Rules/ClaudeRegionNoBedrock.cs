using TrayAgent.Core.Facts.Models;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>Claude Code calls Bedrock in a region from where no Claude model can be called.</summary>
internal static class ClaudeRegionNoBedrock
{
    private const string GovCloud = "us-gov-";

    private static readonly string[] Biggest = ["us-west-2", "us-east-1"];

    public static IEnumerable<Found> Find(Judged judged)
    {
        if (judged.Bedrock is not { } use || !use.Offers.Profiles.IsEmpty || (use.Offers.IsLive ? !use.Offers.HasSystemProfiles : List.Serves(use.Region.Name)))
        {
            return [];
        }

        var region = use.Region;
        return
        [
            new Found(new Finding(
                FindingCodes.ClaudeRegionNoBedrock,
                Severity.Error,
                region.Name,
                use.Offers.IsLive
                    ? $"AWS lists no Claude model for the region '{region.Name}', where Claude Code calls Bedrock."
                    : $"No Claude model is known in the region '{region.Name}', where Claude Code calls Bedrock.",
                Remedy.Advice(Advice(region.Name, region.Source)))),
        ];
    }

    private static ModelCatalogue List => ModelCatalogue.BuiltIn;

    private static string Advice(string region, string source)
    {
        var where = source.StartsWith("env.", StringComparison.Ordinal) ? $"'{source["env.".Length..]}'" : $"the region of {source}";
        return $"Set {where} to {string.Join(" or ", Near(region).Select(near => $"'{near}'"))}.";
    }

    /// <summary>What was probably meant, or a region of the same part of the world; else where Bedrock has most.</summary>
    private static string[] Near(string region)
    {
        var part = region.StartsWith(GovCloud, StringComparison.Ordinal) ? GovCloud : region.Split('-')[0] + "-";
        var near = List.Regions.Where(known => known != region && known.StartsWith(part, StringComparison.Ordinal)).ToList();
        return part != "us-" && (NearestName.Of(region, near) ?? near.FirstOrDefault()) is { } nearest
            ? [nearest]
            : [.. Biggest.Where(biggest => biggest != region)];
    }
}
