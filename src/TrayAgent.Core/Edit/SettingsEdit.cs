using System.Collections.Immutable;

namespace TrayAgent.Core.Edit;

/// <summary>What is to be changed in one settings file of Claude Code.</summary>
/// <param name="File">Full path; it may not exist yet.</param>
/// <param name="Changes">At most one for each key.</param>
public sealed record SettingsEdit(string File, ImmutableArray<SettingsChange> Changes);
