using System.Collections.Immutable;

namespace TrayAgent.Core.Facts.Models;

/// <summary>Which ID to write into a setting: a closed set.</summary>
public abstract record ModelChoice
{
    private ModelChoice()
    {
    }

    /// <summary>This one, and where the data goes stays as it was.</summary>
    public sealed record Pick(OfferedProfile Profile) : ModelChoice;

    /// <summary>None keeps the data where the user has it: a person must decide among these, none of which is to be taken silently.</summary>
    public sealed record Ask(ImmutableArray<OfferedProfile> Profiles) : ModelChoice;

    /// <summary>Nothing of the kind can be called from that region.</summary>
    public sealed record None : ModelChoice;
}
