using System.Collections.Immutable;

namespace TrayAgent.Core.Facts.Models;

/// <summary>One inference profile as <c>bedrock:ListInferenceProfiles</c> names it.</summary>
/// <param name="Id"><c>us.anthropic.claude-opus-4-8</c>; of an application inference profile a random name.</param>
/// <param name="Name">For people.</param>
/// <param name="Arn">What a call to an application inference profile needs.</param>
/// <param name="Models">The Bedrock IDs of the models that it leads to, each once.</param>
public sealed record InferenceProfile(
    string Id, string Name, string Arn, InferenceProfileKind Kind, ImmutableArray<string> Models);
