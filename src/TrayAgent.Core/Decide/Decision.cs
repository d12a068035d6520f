using System.Collections.Immutable;

namespace TrayAgent.Core.Decide;

/// <summary>What to remember and what to do, in this order.</summary>
public sealed record Decision(Memory Memory, ImmutableArray<Effect> Effects);
