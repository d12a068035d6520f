using TrayAgent.Core.Edit;
using TrayAgent.Files.Writing;

namespace TrayAgent.Act.Edits;

/// <summary>A file as it was read, and as it is to be.</summary>
/// <param name="Before">Null: there is none.</param>
/// <param name="After">Null: it is to be taken away.</param>
internal sealed record FileChange(WriteTarget Target, Intent Intent, ReadOnlyMemory<byte>? Before, ReadOnlyMemory<byte>? After)
{
    public bool ChangesNothing => Same(Before, After);

    public FileEdit Edit => new(Target.Asked, Before, After ?? default);

    public FileChange Reversed => this with { Before = After, After = Before };

    public static bool Same(ReadOnlyMemory<byte>? one, ReadOnlyMemory<byte>? other) =>
        one is { } a && other is { } b ? a.Span.SequenceEqual(b.Span) : one is null && other is null;
}
