using System.Collections.Immutable;

namespace TrayAgent.Core.Assess.Explain;

/// <summary>What is recognised and what it means, without the machine.</summary>
/// <param name="Name">As in the answer.</param>
/// <param name="What">One sentence.</param>
/// <param name="Phrases">"…" and "{name}" stand for what differs.</param>
public sealed record KnownText(string Name, string What, ImmutableArray<string> Phrases);
