namespace TrayAgent.Desktop.Linux.DBus;

/// <summary>Follows who owns a well-known name, and hears only that peer's signals.</summary>
internal sealed class NameOwner(BusConnection bus, string name)
{
    private bool _isKnown;

    /// <summary>The unique name of the owner, or null.</summary>
    public string? Current { get; private set; }

    /// <param name="changed">Called with the first answer and on every change.</param>
    public void Follow(Action changed)
    {
        // The rule is installed before the question is answered, so no change is missed in between.
        bus.Match(
            $"type='signal',sender='org.freedesktop.DBus',interface='org.freedesktop.DBus'," +
            $"member='NameOwnerChanged',arg0='{name}'",
            signal =>
            {
                if (signal is { Sender: "org.freedesktop.DBus", Signature: "sss" } && signal.String() == name)
                {
                    signal.String();
                    Become(signal.String(), changed);
                }
            });
        bus.Call(
            BusTarget.Daemon,
            "GetNameOwner",
            question => question.String(name),
            answer => Become(answer is { Error: null, Signature: "s" } ? answer.String() : "", changed));
    }

    /// <summary>
    /// GNOME Shell 43 sends its signals twice, from two connections, and anyone may send us a signal directly:
    /// only the owner's counts.
    /// </summary>
    public void Hear(string @interface, string member, Action<MessageReader> handle) =>
        bus.Match($"type='signal',sender='{name}',interface='{@interface}',member='{member}'", signal =>
        {
            if (signal.Sender == Current)
            {
                handle(signal);
            }
        });

    private void Become(string owner, Action changed)
    {
        var before = (_isKnown, Current);
        (_isKnown, Current) = (true, owner.Length == 0 ? null : owner);
        if (before != (_isKnown, Current))
        {
            changed();
        }
    }
}
