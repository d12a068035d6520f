using Quartz;

namespace TrayAgent.Events;

/// <summary>The one deadline that is due next, as a Quartz trigger.</summary>
internal sealed class Deadlines(ISchedulerFactory factory, TimeProvider time)
{
    private static readonly JobKey Job = new("deadline");
    private static readonly TriggerKey Trigger = new("deadline");

    private DateTimeOffset? _at;

    /// <summary>After a jump of the clock the time until the deadline is another one.</summary>
    public void Forget() => _at = null;

    /// <summary>Replaces the earlier deadline.</summary>
    public async Task SetAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        if (_at == instant && instant > time.GetUtcNow())
        {
            return;
        }

        _at = instant;
        var scheduler = await factory.GetScheduler(cancellationToken);
        var trigger = TriggerBuilder.Create().WithIdentity(Trigger).ForJob(Job).StartAt(instant).Build();
        if (await scheduler.RescheduleJob(Trigger, trigger, cancellationToken) is null)
        {
            var job = JobBuilder.Create<DeadlineJob>().WithIdentity(Job).StoreDurably().Build();
            await scheduler.AddJob(job, AddJobOptions.Replacing, cancellationToken);
            await scheduler.ScheduleJob(trigger, cancellationToken: cancellationToken);
        }
    }
}
