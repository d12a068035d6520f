using TrayAgent.Core.Facts;

namespace TrayAgent.Core.Edit;

/// <summary>What an editor makes of a file: a closed set.</summary>
public abstract record Edited
{
    private Edited()
    {
    }

    /// <summary>All of the new bytes; the same as before when the changes were there already.</summary>
    public sealed record Content(ReadOnlyMemory<byte> Bytes) : Edited;

    /// <summary>The file is nothing that may be rewritten; nothing is changed.</summary>
    /// <param name="Problem">Says what stands in the way, where, and what a person can do.</param>
    public sealed record Refused(Problem Problem) : Edited;
}
