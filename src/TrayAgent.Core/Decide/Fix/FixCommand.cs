using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Decide.Fix;

/// <summary>The command that wires Claude Code to a profile, to be typed.</summary>
internal static class FixCommand
{
    /// <param name="mode">Null: without <c>--mode</c>.</param>
    /// <param name="profile">A name that is safe in every shell, or what stands for one.</param>
    public static string Of(WiringMode? mode, string profile) =>
        $"'trayagent claude fix{(mode is { } named ? $" --mode {Words.Of(named)}" : "")} --profile {profile}'";

    /// <summary>A sentence after a space, or nothing: a name that a shell would interpret cannot be wired, so its command would fail.</summary>
    /// <param name="mode">Null: without <c>--mode</c>.</param>
    /// <param name="names">Of the profiles that can be chosen.</param>
    /// <param name="unknown">The name that no profile has; null when that is not what is wrong.</param>
    public static string Proposal(WiringMode? mode, IReadOnlyList<string> names, string? unknown)
    {
        var safe = names.Where(Wiring.IsSafeName).ToArray();
        if (safe.Length == 0)
        {
            return "";
        }

        return ((unknown is null ? null : NearestName.Of(unknown, safe)) ?? (names is [var only] ? only : null)) is { } likely
            ? $" If you mean '{likely}', run {Of(mode, likely)}."
            : $" Run {Of(mode, "NAME")} with one of them.";
    }
}
