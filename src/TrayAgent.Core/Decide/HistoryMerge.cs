using TrayAgent.Core.Facts;

namespace TrayAgent.Core.Decide;

/// <summary>Joins what was decided about a session with what another process remembered of it since the look.</summary>
public static class HistoryMerge
{
    /// <param name="decided">What is to be remembered.</param>
    /// <param name="seen">What was remembered when that was decided.</param>
    /// <param name="now">What is remembered now: where it is no longer as it was seen, it is newer.</param>
    public static SessionHistory Onto(this SessionHistory decided, SessionHistory seen, SessionHistory now) => new()
    {
        SignedInAt = now.SignedInAt == seen.SignedInAt ? decided.SignedInAt : now.SignedInAt,
        LastUsedAt = now.LastUsedAt == seen.LastUsedAt ? decided.LastUsedAt : now.LastUsedAt,
        FoundWrittenAt = now.FoundWrittenAt == seen.FoundWrittenAt ? decided.FoundWrittenAt : now.FoundWrittenAt,
        Failure = now.Failure == seen.Failure ? decided.Failure : now.Failure,
        Refused = decided.Refused.Union(now.Refused.Except(seen.Refused)),
        PerhapsSpent = decided.PerhapsSpent.Union(now.PerhapsSpent.Except(seen.PerhapsSpent)),
    };
}
