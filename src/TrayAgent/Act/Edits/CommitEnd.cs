using System.Collections.Immutable;
using TrayAgent.Core.Edit;
using TrayAgent.Files.Writing;

namespace TrayAgent.Act.Edits;

/// <summary>How the writing of a <see cref="PreparedEdit"/> ended: a closed set.</summary>
internal abstract record CommitEnd
{
    private CommitEnd()
    {
    }

    /// <param name="Result">The worst of all files.</param>
    internal sealed record Done(WriteResult Result) : CommitEnd;

    /// <summary>Somebody else wrote meanwhile; all files are as they made them.</summary>
    internal sealed record Kept : CommitEnd;

    /// <summary>All files are as they were.</summary>
    internal sealed record Failed(string Text) : CommitEnd;

    internal sealed record Half(ImmutableArray<FileEdit> Edits, string Text) : CommitEnd;
}
