using System.Collections.Immutable;
using TrayAgent.Core.Edit;

namespace TrayAgent.Core.Facts;

/// <summary>What we did last to the user's Claude Code settings.</summary>
/// <param name="At">When; it also tells one edit from another.</param>
/// <param name="What">What it was for.</param>
/// <param name="Changes">Empty for an undo.</param>
public sealed record OwnEdit(DateTimeOffset At, string What, ImmutableArray<SettingsChange> Changes)
{
    /// <summary>Nobody has written the file since, so it can be undone.</summary>
    public bool IsLatest { get; init; }

    /// <summary>Of <see cref="Claude.OwnKeys"/> what it left in the file; empty while it is the latest, or when that is not known any more.</summary>
    public ImmutableDictionary<string, string> Left { get; init; } = ImmutableDictionary<string, string>.Empty;
}
