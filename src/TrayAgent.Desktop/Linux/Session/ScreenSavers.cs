using TrayAgent.Desktop.Linux.DBus;

namespace TrayAgent.Desktop.Linux.Session;

/// <summary>The screen savers of the desktops: all speak the same two words under their own names.</summary>
internal static class ScreenSavers
{
    private static readonly string[] Names =
    [
        "org.freedesktop.ScreenSaver",
        "org.gnome.ScreenSaver",
        "org.xfce.ScreenSaver",
        "org.cinnamon.ScreenSaver",
        "org.mate.ScreenSaver",
    ];

    public static void Follow(BusConnection bus, LockState lockState)
    {
        foreach (var name in Names)
        {
            Follow(bus, name, lockState);
        }
    }

    private static void Follow(BusConnection bus, string name, LockState lockState)
    {
        var target = new BusTarget(name, "/" + name.Replace('.', '/'), name);
        var owner = new NameOwner(bus, name);
        owner.Hear(name, "ActiveChanged", signal =>
        {
            if (signal.Signature != "b")
            {
                return;
            }

            if (signal.Boolean())
            {
                lockState.Lock();
            }
            else
            {
                lockState.Unlock();
            }
        });
        owner.Follow(() =>
        {
            if (owner.Current is not null)
            {
                bus.Call(target, "GetActive", null, answer => Initially(answer, lockState));
            }
        });
    }

    /// <summary>Only a locked screen is news: another source may know better than "not active".</summary>
    private static void Initially(MessageReader answer, LockState lockState)
    {
        if (answer is { Error: null, Signature: "b" } && answer.Boolean())
        {
            lockState.Lock();
        }
    }
}
