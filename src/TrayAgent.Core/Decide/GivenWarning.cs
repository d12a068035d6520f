namespace TrayAgent.Core.Decide;

/// <summary>A warning that was given ahead of an end.</summary>
/// <param name="End">The earlier bound that the lead time was counted from.</param>
/// <param name="Lead">The shortest lead time warned of.</param>
public sealed record GivenWarning(DateTimeOffset End, TimeSpan Lead);
