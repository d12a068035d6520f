using System.Threading.Channels;
using Quartz;

namespace TrayAgent.Events;

/// <summary>Quartz says when; the loop says what.</summary>
internal sealed class DeadlineJob(ChannelWriter<AgentEvent> events) : IJob
{
    public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
        events.WriteAsync(new AgentEvent.DeadlineReached(), cancellationToken);
}
