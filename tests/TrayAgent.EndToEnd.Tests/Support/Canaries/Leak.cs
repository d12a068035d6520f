namespace TrayAgent.EndToEnd.Tests.Support.Canaries;

/// <summary>A secret where none may be.</summary>
/// <param name="Channel">The way it took.</param>
/// <param name="What">Which kind it is and how it is written; never the secret.</param>
internal sealed record Leak(string Channel, string What);
