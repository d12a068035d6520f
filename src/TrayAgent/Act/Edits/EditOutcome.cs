using System.Collections.Immutable;
using TrayAgent.Core.Edit;

namespace TrayAgent.Act.Edits;

/// <summary>How an edit ended: a closed set.</summary>
/// <param name="Text">One or a few sentences for a person.</param>
internal abstract record EditOutcome(string Text)
{
    /// <summary>All of it is in the files, and on the disk.</summary>
    /// <param name="Edits">What was written; the bytes of a file that was removed are empty.</param>
    internal sealed record Written(ImmutableArray<FileEdit> Edits, string Text) : EditOutcome(Text);

    /// <summary>It was there already; nothing was written, not even a backup.</summary>
    internal sealed record NothingToDo(string Text) : EditOutcome(Text);

    /// <summary>The files are as they were; the text says why and what to do.</summary>
    internal sealed record Refused(string Text) : EditOutcome(Text);

    /// <summary>The files are as others made them: each time somebody wrote between our look and our write.</summary>
    internal sealed record Contended(string Text) : EditOutcome(Text);

    /// <summary>It was written, and another program took it out again at once. It is said, and not fought.</summary>
    /// <param name="Files">Those without our change.</param>
    internal sealed record Lost(ImmutableArray<FileEdit> Edits, ImmutableArray<string> Files, string Text) : EditOutcome(Text);

    /// <summary>All programs see it, but the disk did not confirm it: after a power cut the old files may be back.</summary>
    internal sealed record Unconfirmed(ImmutableArray<FileEdit> Edits, string Text) : EditOutcome(Text);

    /// <summary>Of several files some were written and could not be put back, because others changed them meanwhile.</summary>
    internal sealed record Half(ImmutableArray<FileEdit> Edits, string Text) : EditOutcome(Text);
}
