using System.Collections.Immutable;
using TrayAgent.Core.Edit;

namespace TrayAgent.Act.Edits;

/// <summary>What an edit would do: a closed set.</summary>
internal abstract record EditPreview
{
    private EditPreview()
    {
    }

    /// <param name="Edits">Only what changes something; empty when there is nothing to do.</param>
    internal sealed record Changes(ImmutableArray<FileEdit> Edits) : EditPreview;

    /// <param name="Text">A sentence: why not, and what to do.</param>
    internal sealed record Refused(string Text) : EditPreview;
}
