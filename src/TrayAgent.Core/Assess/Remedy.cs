using System.Collections.Immutable;
using TrayAgent.Core.Edit;

namespace TrayAgent.Core.Assess;

/// <summary>What to do about a finding.</summary>
/// <param name="Text">One sentence.</param>
/// <param name="Argv">The command that does it, one element per argument; empty when a person must edit or decide.</param>
public sealed record Remedy(string Text, ImmutableArray<string> Argv)
{
    /// <summary>What <c>trayagent claude fix</c> would write, or the tray on a click after a preview; null when no edit of ours helps.</summary>
    public SettingsEdit? Edit { get; init; }

    public static Remedy Advice(string text) => new(text, []);

    public static Remedy Command(string text, params ReadOnlySpan<string> argv) => new(text, [.. argv]);
}
