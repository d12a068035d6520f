using System.Collections.Immutable;

namespace TrayAgent.Core.Assess.Explain;

/// <summary>What <c>trayagent explain</c> answers.</summary>
/// <param name="Name">Of the error, from docs/explain.md.</param>
/// <param name="What">What it is: one sentence.</param>
/// <param name="Why">Why here: one or two sentences.</param>
/// <param name="Remedy">What to do, with the one command where there is one.</param>
/// <param name="Enclosure">What to hand to an administrator, line by line; empty when none is needed.</param>
public sealed record Explanation(string Name, string What, string Why, Remedy Remedy, ImmutableArray<string> Enclosure);
