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
    public static Decision Decide(Memory memory, Occurrence occurrence, Assessment assessment, Policy policy) =>
        new(memory, [new Effect.ShowTray(TrayViews.Of(assessment, memory))]);
}
