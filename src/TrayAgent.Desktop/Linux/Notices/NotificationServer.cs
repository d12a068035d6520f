using TrayAgent.Desktop.Linux.DBus;

namespace TrayAgent.Desktop.Linux.Notices;

/// <summary>Whether there is a notification server, which one, and what it can do.</summary>
internal sealed class NotificationServer
{
    public const string Name = "org.freedesktop.Notifications";
    public static readonly BusTarget Target = new(Name, "/org/freedesktop/Notifications", Name);

    private readonly BusConnection _bus;
    private readonly Action _changed;
    private readonly Action _restarted;
    private string? _answeredBy;
    private List<Action> _waiting = [];
    private bool _canBeStarted;

    /// <param name="bus">The session bus.</param>
    /// <param name="changed"><see cref="IsThere"/> may be another.</param>
    /// <param name="restarted">Numbers that the last server gave mean nothing any more.</param>
    public NotificationServer(BusConnection bus, Action changed, Action restarted)
    {
        (_bus, _changed, _restarted) = (bus, changed, restarted);
        Owner = new NameOwner(bus, Name);
        Owner.Follow(OwnerChanged);
        bus.Call(BusTarget.Daemon, "ListActivatableNames", null, answer =>
        {
            _canBeStarted = answer is { Error: null, Signature: "as" } && answer.Strings().Contains(Name);
            _changed();
        });
    }

    public NameOwner Owner { get; }

    /// <summary>A server runs, or the bus starts one when it is called.</summary>
    public bool IsThere => Owner.Current is not null || _canBeStarted;

    public IReadOnlyCollection<string> Capabilities { get; private set; } = [];

    /// <summary>xfce4-notifyd shows the default action as one more button: proven with 0.7.3.</summary>
    public bool ShowsDefaultAsButton { get; private set; }

    /// <summary>Runs <paramref name="work"/> when the capabilities are known; starts the server if need be.</summary>
    public void WhenKnown(Action work)
    {
        if (_answeredBy is not null && _answeredBy == Owner.Current)
        {
            work();
            return;
        }

        _waiting.Add(work);
        if (_waiting.Count == 1)
        {
            Ask();
        }
    }

    private void Ask()
    {
        _bus.Call(Target, "GetServerInformation", null, answer => ShowsDefaultAsButton =
            answer is { Error: null, Signature: "ssss" } && answer.String().StartsWith("Xfce", StringComparison.Ordinal),
            Activation.Allowed);
        _bus.Call(Target, "GetCapabilities", null, Answered, Activation.Allowed);
    }

    private void Answered(MessageReader answer)
    {
        // Without an answer the notice is tried all the same, in the plainest form.
        var known = answer is { Error: null, Signature: "as" };
        Capabilities = known ? answer.Strings() : [];
        _answeredBy = known ? answer.Sender : null;
        (var waiting, _waiting) = (_waiting, []);
        foreach (var work in waiting)
        {
            work();
        }
    }

    private void OwnerChanged()
    {
        _answeredBy = null;
        _restarted();
        _changed();
    }
}
