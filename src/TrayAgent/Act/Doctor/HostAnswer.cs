namespace TrayAgent.Act.Doctor;

/// <summary>What came of knocking at a host.</summary>
/// <param name="Skew">The time there minus ours; null when the answer told none.</param>
internal sealed record HostAnswer(Uri Address, HostReach Reach, TimeSpan? Skew);
