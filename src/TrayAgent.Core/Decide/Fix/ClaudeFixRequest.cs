using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Decide.Fix;

/// <summary>What somebody asks of <c>claude fix</c>.</summary>
/// <param name="Mode">Null: as it is wired now, else the broker, and only when something is to be wired.</param>
/// <param name="Profile">The profile to wire; null: found out.</param>
public sealed record ClaudeFixRequest(WiringMode? Mode = null, string? Profile = null)
{
    /// <summary>Wiring was asked for, and is not merely the remedy of a finding.</summary>
    public bool IsWiring => Mode is not null || Profile is not null;
}
