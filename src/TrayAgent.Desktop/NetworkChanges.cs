using System.Net.NetworkInformation;

namespace TrayAgent.Desktop;

/// <summary>Tells that the network changed, once for the many signals that one change makes.</summary>
internal sealed class NetworkChanges : IDisposable
{
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);

    private readonly Timer _timer;
    private int _isPending;

    public NetworkChanges(Action<DesktopEvent> happened, Action<string> tell)
    {
        _timer = new Timer(_ =>
        {
            _isPending = 0;
            happened(new DesktopEvent.NetworkChanged());
        });
        try
        {
            NetworkChange.NetworkAddressChanged += OnAddressChanged;
            NetworkChange.NetworkAvailabilityChanged += OnAvailabilityChanged;
        }
        catch (NetworkInformationException e)
        {
            // Some sandboxes forbid the netlink socket behind these events.
            tell($"Changes of the network are not noticed: {e.Message}");
        }
    }

    public void Dispose()
    {
        NetworkChange.NetworkAddressChanged -= OnAddressChanged;
        NetworkChange.NetworkAvailabilityChanged -= OnAvailabilityChanged;
        _timer.Dispose();
    }

    private void OnAddressChanged(object? sender, EventArgs e) => Changed();

    private void OnAvailabilityChanged(object? sender, NetworkAvailabilityEventArgs e) => Changed();

    private void Changed()
    {
        if (Interlocked.Exchange(ref _isPending, 1) == 0)
        {
            try
            {
                _timer.Change(Settling, Timeout.InfiniteTimeSpan);
            }
            catch (ObjectDisposedException)
            {
                // The last signal may come while we leave.
            }
        }
    }
}
