namespace TrayAgent.Core.Facts;

/// <summary>What an answer of AWS told about the clock of this machine.</summary>
/// <param name="Skew">The service's time minus ours: positive when our clock is slow.</param>
/// <param name="At">When it was told, by our clock.</param>
public sealed record ClockReading(TimeSpan Skew, DateTimeOffset At);
