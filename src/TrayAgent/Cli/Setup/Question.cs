namespace TrayAgent.Cli.Setup;

/// <summary>One question that is answered by a line of text.</summary>
/// <param name="Option">The option that answers it.</param>
/// <param name="Text">Without a colon.</param>
/// <param name="Problem">A sentence about an answer; null when it will do.</param>
internal sealed record Question(string Option, string Text, Func<string, string?> Problem)
{
    /// <summary>What Enter means; null: something must be typed.</summary>
    public string? Suggestion { get; init; }

    /// <summary>What stands where nobody can be asked; null: the option is needed.</summary>
    public string? Certain { get; init; }

    /// <summary>Applied to every answer.</summary>
    public Func<string, string> Clean { get; init; } = text => text.Trim();
}
