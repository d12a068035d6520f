using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Models;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>The Identity Center's region is missing, is no region, or is one letter away from one.</summary>
internal static class SessionRegion
{
    private static readonly string[] Words =
    [
        "central", "east", "north", "northeast", "northwest", "south", "southeast", "southwest", "west", "gov", "iso", "isob", "isoe", "isof", "de",
    ];

    public static IEnumerable<Found> Find(Judged judged) =>
        from status in judged.Sessions
        let message = Message(status.Session)
        where message is not null
        select new Found(new Finding(
            FindingCodes.SessionRegion,
            Judged.Weigh(status, RegionNames.Is(status.Session.Region) ? Severity.Warning : Severity.Error),
            status.Name,
            $"The session '{status.Name}' {message}" + (message.EndsWith('?') ? "" : "."),
            Remedy.Advice(
                $"Write the region of your IAM Identity Center as 'sso_region' "
                + $"into the section at '{status.Session.File}:{status.Session.Line}'.")))
        {
            Session = status.Name,
            File = status.Session.File,
        };

    /// <remarks>A legacy profile without a region is incomplete, and said to be so there.</remarks>
    private static string? Message(SsoSession session) => session switch
    {
        { Region: null or "", Kind: SessionKind.Legacy } => null,
        { Region: null or "" } => "has no 'sso_region'",
        { Region: { } region } when !RegionNames.Is(region) => $"has the region '{region}', which is none",
        { Region: { } region } when Meant(region) is { } meant => $"has the region '{region}', which nobody knows. Did you mean '{meant}'?",
        _ => null,
    };

    /// <summary>
    /// A region may be younger than our list, so an unknown one is wrong only where a letter is: 'eu-cental-1'. The list is not even
    /// opened for a region that is made of AWS's words.
    /// </summary>
    private static string? Meant(string region)
    {
        if (region.Split('-')[1..^1].All(word => Words.Contains(word)))
        {
            return null;
        }

        var known = ModelCatalogue.BuiltIn.Regions.ToList();
        return known.Contains(region) ? null : NearestName.Slip(region, [.. known.Where(other => Area(other) == Area(region))]);
    }

    /// <summary>'mx-central-1' is no slip for 'me-central-1'.</summary>
    private static string Area(string region) => region[..region.IndexOf('-', StringComparison.Ordinal)];
}
