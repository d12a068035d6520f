namespace TrayAgent.Core.Show;

/// <summary>What was in a file before one of our edits, and is kept.</summary>
/// <param name="Number">Counts the edits of that file; it stays the same as long as this is kept.</param>
/// <param name="At">When the edit was made.</param>
/// <param name="Edit">What the edit was for; null when that is forgotten.</param>
public sealed record KeptState(int Number, DateTimeOffset At, string? Edit);
