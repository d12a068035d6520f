namespace TrayAgent.Act.Broker;

/// <summary>What a caller of <c>auth-refresh</c> is told at the end: a closed set.</summary>
internal abstract record BrokerOutcome
{
    private BrokerOutcome()
    {
    }

    /// <param name="Doubt">A sentence when that is only the word of the file; null when it is certain enough.</param>
    internal sealed record Good(string? Doubt) : BrokerOutcome;

    /// <param name="Text">A sentence that says why, and what to do.</param>
    internal sealed record NotGood(string Text) : BrokerOutcome;
}
