namespace TrayAgent.Core.Facts;

/// <summary>A portal session ended between these two ages, counted from its sign-in.</summary>
public readonly record struct ObservedLength(TimeSpan AtLeast, TimeSpan AtMost);
