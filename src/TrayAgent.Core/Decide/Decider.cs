using System.Collections.Immutable;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Decide;

/// <summary>Memory and assessment in, memory and effects out; "now" is the instant of the snapshot.</summary>
public static class Decider
{
    /// <param name="memory">As the last decision left it; after a start <see cref="Memory.AfterRestart"/> of what was stored.</param>
    /// <param name="occurrence">Why a decision is asked for.</param>
    /// <param name="assessment">Made after the occurrence.</param>
    /// <param name="policy">What the user configured.</param>
    public static Decision Decide(Memory memory, Occurrence occurrence, Assessment assessment, Policy policy)
    {
        var effects = ImmutableArray.CreateBuilder<Effect>();
        memory = Occurrences.Apply(memory, occurrence, assessment, policy, effects);
        (memory, assessment) = Transitions.Apply(memory, assessment, policy, effects);
        memory = Refreshes.Apply(memory, assessment, effects);
        memory = Warnings.Apply(memory, assessment, policy, effects);
        LostKeyNotices.Apply(memory, assessment, policy, effects);
        memory = memory with { DecidedAt = assessment.Snapshot.Now };
        effects.Add(new Effect.ShowTray(TrayViews.Of(assessment, memory)));
        effects.Add(new Effect.SweepAt(Deadlines.Next(memory, assessment, policy)));
        return new Decision(memory, effects.ToImmutable());
    }
}
