using System.Collections.Immutable;

namespace TrayAgent.Loopback;

/// <summary>An AWS account that the user may enter, with the roles assigned there.</summary>
public sealed record Account(string AccountId, string Name, ImmutableArray<string> Roles);
