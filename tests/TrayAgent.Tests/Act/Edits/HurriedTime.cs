namespace TrayAgent.Tests.Act.Edits;

/// <summary>Short waits are over at once, after what the test wants to happen in them; limits are never reached.</summary>
/// <param name="ahead">Of the machine's clock: nothing that a test has just written counts as fresh when this is some seconds.</param>
internal sealed class HurriedTime(TimeSpan ahead) : TimeProvider
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    /// <summary>Gets the length of the wait.</summary>
    public Action<TimeSpan> Meanwhile { get; set; } = _ => { };

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + ahead;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime > LongestWait || dueTime < TimeSpan.Zero)
        {
            return base.CreateTimer(callback, state, Timeout.InfiniteTimeSpan, period);
        }

        return base.CreateTimer(
            _ =>
            {
                Meanwhile(dueTime);
                callback(state);
            },
            null,
            TimeSpan.Zero,
            Timeout.InfiniteTimeSpan);
    }
}
