using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using TrayAgent.Desktop;

namespace TrayAgent.Events;

/// <summary>Passes on what the desktop tells.</summary>
internal sealed class DesktopEvents(IDesktop desktop, ChannelWriter<AgentEvent> events) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var happened in desktop.Events.ReadAllAsync(stoppingToken))
        {
            events.TryWrite(new AgentEvent.OnDesktop(happened));
        }
    }
}
