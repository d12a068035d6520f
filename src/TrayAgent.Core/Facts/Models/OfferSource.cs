namespace TrayAgent.Core.Facts.Models;

/// <summary>Where the list of what can be called comes from: a closed set.</summary>
public abstract record OfferSource
{
    private OfferSource()
    {
    }

    /// <summary>AWS said so.</summary>
    public sealed record Live(DateTimeOffset At) : OfferSource;

    /// <summary>This program brought it along.</summary>
    public sealed record BuiltIn(DateOnly Collected) : OfferSource;
}
