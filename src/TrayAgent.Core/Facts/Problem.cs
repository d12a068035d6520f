namespace TrayAgent.Core.Facts;

/// <summary>What could not be read, and where: a full sentence that names the thing in single quotes.</summary>
/// <param name="File">Full path, as the user would type it.</param>
/// <param name="Line">One-based; null when the whole file is meant.</param>
/// <param name="Text">A sentence with what happened and what to do.</param>
public sealed record Problem(string File, int? Line, string Text)
{
    public override string ToString() => Line is { } line ? $"{File}:{line}: {Text}" : $"{File}: {Text}";
}
