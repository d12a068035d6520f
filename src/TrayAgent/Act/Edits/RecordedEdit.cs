using System.Collections.Immutable;

namespace TrayAgent.Act.Edits;

/// <summary>One edit as the record keeps it.</summary>
/// <param name="File">Full path, with all links resolved.</param>
/// <param name="What">What it was for.</param>
/// <param name="Before">Fingerprint of what was there; null: no file.</param>
/// <param name="After">Fingerprint of what was written; null: it was taken away.</param>
/// <param name="Backup">Full path of what was there before.</param>
internal sealed record RecordedEdit(
    string File, DateTimeOffset At, string What, string? Before, string? After, string? Backup, ImmutableArray<RecordedChange> Changes);

/// <param name="Name">Of the setting.</param>
/// <param name="Value">Null: it was removed. Never a secret: of those we write none.</param>
internal sealed record RecordedChange(string Name, string? Value);
