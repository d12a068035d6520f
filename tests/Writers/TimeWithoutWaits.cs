namespace Writers;

/// <summary>Short waits are over before they begin, so that all calls are made by one thread and can be counted.</summary>
internal sealed class TimeWithoutWaits : TimeProvider
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(1);

    /// <summary>Nothing that a test has just written counts as still being written.</summary>
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(5);

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.Zero && dueTime <= LongestWait)
        {
            callback(state);
        }

        return new Never();
    }

    private sealed class Never : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
