using System.Collections.Immutable;
using TrayAgent.Core.Edit;

namespace TrayAgent.Act.Edits;

/// <summary>What we did to a file last.</summary>
/// <param name="File">Full path, with all links resolved.</param>
/// <param name="What">What it was for, as a person was told.</param>
/// <param name="Fingerprint">Of what was written; null when the file was removed. See <see cref="FileEdits.FingerprintOf"/>.</param>
/// <param name="Changes">Of Claude Code's settings; empty for other files.</param>
internal sealed record LastEdit(
    string File, DateTimeOffset At, string What, string? Fingerprint, ImmutableArray<SettingsChange> Changes);
