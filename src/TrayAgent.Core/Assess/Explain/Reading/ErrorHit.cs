using System.Collections.Immutable;

namespace TrayAgent.Core.Assess.Explain.Reading;

/// <summary>Where a phrase stands in a text.</summary>
/// <param name="Start">In the squashed text.</param>
/// <param name="End">The first place behind it.</param>
/// <param name="Names">What stood in its gaps.</param>
internal sealed record ErrorHit(int Start, int End, ImmutableDictionary<string, string> Names);
