namespace TrayAgent.Act.Edits;

/// <summary>What came of looking at a file that is to be changed: a closed set.</summary>
internal abstract record Planned
{
    private Planned()
    {
    }

    internal sealed record Change(FileChange Value) : Planned;

    /// <param name="Text">A sentence: why not, and what to do.</param>
    internal sealed record Refused(string Text) : Planned;
}
