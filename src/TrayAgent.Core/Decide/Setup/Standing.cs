namespace TrayAgent.Core.Decide.Setup;

/// <summary>How a section that is to be written stands to what has its name already: a closed set.</summary>
public abstract record Standing
{
    private Standing()
    {
    }

    public sealed record Free : Standing;

    public sealed record Same : Standing;

    /// <param name="Text">A sentence that says what would change.</param>
    public sealed record Differs(string Text) : Standing;

    /// <param name="Text">A sentence that says why the name cannot be had.</param>
    public sealed record Foreign(string Text) : Standing;
}
