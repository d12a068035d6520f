namespace TrayAgent.Desktop;

/// <summary>Whether a page was handed to a browser: a closed set.</summary>
public abstract record BrowserOutcome
{
    private BrowserOutcome()
    {
    }

    public sealed record Opened : BrowserOutcome;

    /// <param name="Reason">A full sentence that says what is missing and what to do.</param>
    public sealed record NoBrowser(string Reason) : BrowserOutcome;
}
