using System.Collections.Immutable;

namespace TrayAgent.Core.Facts.Models;

/// <summary>What AWS answered when it was asked which inference profiles can be called from one region.</summary>
/// <param name="Region">The source region; it also says which partition.</param>
/// <param name="At">When AWS answered, in UTC.</param>
/// <param name="Profiles">Those of Claude models that are ready for use, ordinal by ID.</param>
public sealed record LiveProfiles(string Region, DateTimeOffset At, ImmutableArray<InferenceProfile> Profiles)
{
    /// <summary>AWS adds profiles every few weeks: an older list is no proof that something is missing.</summary>
    public static TimeSpan Validity { get; } = TimeSpan.FromDays(7);

    public bool IsFresh(DateTimeOffset now) => now - At < Validity && At - now < Validity;

    public bool Has(string id) => Profiles.Any(profile => profile.Id == id);
}
