using System.Collections.Immutable;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Facts.Models;

namespace TrayAgent.Core.Assess;

/// <summary>Which models Claude Code's settings name, by their IDs on Bedrock.</summary>
public static class CalledModels
{
    /// <summary>Each once, in the order of the settings. An application inference profile counts as far as AWS has listed what it leads to.</summary>
    public static ImmutableArray<string> Of(ClaudeSettings claude, IReadOnlyCollection<LiveProfiles> lists) =>
    [
        .. ModelPins.Of(claude)
            .SelectMany(pin => pin.Id.Base is { } model ? [model] : Listed(pin.Id, lists))
            .Distinct(StringComparer.Ordinal),
    ];

    private static ImmutableArray<string> Listed(ModelId id, IReadOnlyCollection<LiveProfiles> lists) =>
        lists.SelectMany(list => list.Profiles).FirstOrDefault(profile => profile.Arn == id.Text)?.Models ?? [];
}
