namespace TrayAgent.Core.Assess.Rules;

/// <summary>The clock of this machine is wrong: every expiry here is judged by it.</summary>
internal static class ClockSkew
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>Clocks are corrected; what was told longer ago, or "later", says nothing.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromDays(1);

    public static IEnumerable<Found> Find(Judged judged)
    {
        if (judged.Snapshot.Clock is { } reading
            && reading.At <= judged.Now
            && judged.Now - reading.At < Memory
            && reading.Skew.Duration() > Tolerance)
        {
            yield return new Found(new Finding(
                FindingCodes.ClockSkew,
                Severity.Warning,
                "clock",
                $"The 'clock' of this machine was {Phrase.Span(reading.Skew)} {(reading.Skew > TimeSpan.Zero ? "slow" : "fast")} "
                + $"at {Phrase.Time(reading.At, judged.Now, judged.Snapshot.Zone)}, compared with AWS: "
                + "tokens seem to live longer or shorter than they do.",
                Remedy.Advice("Set the clock, or let the system keep it by the network's time.")));
        }
    }
}
