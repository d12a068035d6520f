namespace TrayAgent.Act.Edits;

/// <summary>What is to be in a file: a closed set.</summary>
internal abstract record Wanted
{
    private Wanted()
    {
    }

    /// <param name="Content">Null: no file.</param>
    internal sealed record Bytes(ReadOnlyMemory<byte>? Content) : Wanted;

    /// <param name="Text">Why nothing is changed, as a sentence.</param>
    internal sealed record Refused(string Text) : Wanted;
}
