using System.Collections.Immutable;
using TrayAgent.Core.Facts;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>Tools look for tokens in different home folders, so a sign-in with one is not seen by the other.</summary>
internal static class HomeSplit
{
    public static IEnumerable<Found> Find(Judged judged) => [.. BetweenTools(judged), .. SplitByWsl.Find(judged)];

    private static IEnumerable<Found> BetweenTools(Judged judged)
    {
        var homes = judged.Snapshot.Homes
            .GroupBy(home => Comparable(home.Folder), StringComparer.Ordinal)
            .Select(same => same.First())
            .ToList();
        return homes.Count > 1
            ?
            [
                new Found(new Finding(
                    FindingCodes.HomeSplit,
                    Severity.Warning,
                    homes[0].Folder,
                    "Tools disagree on your home folder: "
                    + string.Join(", ", homes.Select(home => $"{home.Tool} takes '{home.Folder}'")) + "; "
                    + "a sign-in with one is not seen by the others.",
                    Remedy.Advice(Advice(judged.Snapshot.Homes)))),
            ]
            : [];
    }

    /// <summary>'HOME' is what the SDK for JavaScript looks at first; without it only 'USERPROFILE' can lead away from what the system says.</summary>
    private static string Advice(ImmutableArray<Home> homes)
    {
        var (cli, script, system) = (homes[0].Folder, homes.First(home => home.Tool == "JavaScript SDK").Folder, homes[^1].Folder);
        return Comparable(script) != Comparable(cli) ? $"Unset 'HOME', or set it to '{cli}'." : $"Set 'USERPROFILE' to '{system}'.";
    }

    private static string Comparable(string folder) => folder.Contains('\\', StringComparison.Ordinal)
        ? folder.TrimEnd('\\', '/').ToUpperInvariant()
        : folder.Length > 1 ? folder.TrimEnd('/') : folder;
}
