using TrayAgent.Core.Facts.Models;

namespace TrayAgent.Act.Models;

/// <summary>What came of asking AWS for the inference profiles of a region: a closed set.</summary>
internal abstract record ProfileListing
{
    private ProfileListing()
    {
    }

    internal sealed record Listed(LiveProfiles Profiles) : ProfileListing;

    /// <param name="Obstacle">For programs.</param>
    /// <param name="Text">For people: why not, and what to do.</param>
    internal sealed record NotListed(ListObstacle Obstacle, string Text) : ProfileListing;
}
