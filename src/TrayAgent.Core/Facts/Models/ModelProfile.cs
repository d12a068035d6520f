using System.Collections.Immutable;

namespace TrayAgent.Core.Facts.Models;

/// <summary>One inference profile of a model in the built-in list.</summary>
/// <param name="Prefix">With its full stop: <c>us.</c></param>
/// <param name="Regions">From where it can be called.</param>
/// <param name="Source">A key of the list's sources.</param>
public sealed record ModelProfile(string Prefix, ImmutableHashSet<string> Regions, string Source, Confidence Confidence);
