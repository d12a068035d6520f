namespace TrayAgent.Files.Writing;

/// <summary>What is done with a file, for a sentence about it.</summary>
/// <param name="Done">"It was not ...".</param>
/// <param name="Do">"This user may not ... it".</param>
internal sealed record Deed(string Done, string Do)
{
    public static Deed Writing { get; } = new("written", "replace");

    public static Deed Removing { get; } = new("removed", "remove");

    public static Deed Moving { get; } = new("moved", "move");
}
