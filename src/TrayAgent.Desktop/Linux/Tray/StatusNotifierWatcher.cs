using TrayAgent.Desktop.Linux.DBus;

namespace TrayAgent.Desktop.Linux.Tray;

/// <summary>
/// Registers our icon with whoever collects icons, as often as one appears: at the start, late, or again.
/// The icon is visible only when somebody collects (the watcher) and somebody shows (a host).
/// </summary>
internal sealed class StatusNotifierWatcher
{
    private const string Name = "org.kde.StatusNotifierWatcher";
    private static readonly BusTarget Target = new(Name, "/StatusNotifierWatcher", Name);

    private readonly BusConnection _bus;
    private readonly NameOwner _owner;
    private readonly Action<string> _tell;
    private readonly Action _changed;

    public StatusNotifierWatcher(BusConnection bus, Action<string> tell, Action changed)
    {
        (_bus, _tell, _changed) = (bus, tell, changed);
        _owner = new NameOwner(bus, Name);
        _owner.Hear(Name, "StatusNotifierHostRegistered", _ => AskForHost());
        _owner.Hear(Name, "StatusNotifierHostUnregistered", _ => AskForHost());
        _owner.Follow(OwnerChanged);
    }

    /// <summary>Whether a person can see the icon.</summary>
    public bool HasHost { get; private set; }

    private void OwnerChanged()
    {
        if (_owner.Current is null)
        {
            Become(false);
            return;
        }

        _bus.Call(Target, "RegisterStatusNotifierItem", arguments => arguments.String(_bus.UniqueName), answer =>
        {
            if (answer.Error is { } error)
            {
                _tell($"The panel refused the tray icon: {error}");
                return;
            }

            AskForHost();
        });
    }

    private void AskForHost() => _bus.Call(
        Target.Properties,
        "Get",
        arguments =>
        {
            arguments.String(Name);
            arguments.String("IsStatusNotifierHostRegistered");
        },

        // A watcher that does not say whether it has a host most likely is one.
        answer => Become(_owner.Current is not null && !SaysNo(answer)));

    private static bool SaysNo(MessageReader answer) =>
        answer is { Error: null, Signature: "v" } && answer.VariantBoolean() == false;

    private void Become(bool hasHost)
    {
        if (HasHost != hasHost)
        {
            HasHost = hasHost;
            _changed();
        }
    }
}
