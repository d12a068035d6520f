using System.Collections.Immutable;

namespace TrayAgent.Core.Facts.Online;

/// <summary>What AWS tells for nothing about an account's access to models.</summary>
/// <param name="Form">The use case form of Anthropic.</param>
/// <param name="WhyNoForm">Why nothing is known of it: a sentence, else null.</param>
/// <param name="Models">Those that Claude Code's settings name, in their order.</param>
public sealed record AccessFacts(UseCaseForm Form, string? WhyNoForm, ImmutableArray<AskedModel> Models);
