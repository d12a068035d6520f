using TrayAgent.Desktop.Windows.Native;
using TrayAgent.Desktop.Windows.WinRt;

namespace TrayAgent.Desktop.Windows.Notices;

/// <summary>
/// The calls that show and remove toasts. The places of methods are those of windows.ui.notifications.idl and
/// windows.data.xml.dom.idl of the Windows SDK.
/// </summary>
internal static class ToastCalls
{
    private const string Manager = "Windows.UI.Notifications.ToastNotificationManager";
    private const string Notification = "Windows.UI.Notifications.ToastNotification";
    private const string Document = "Windows.Data.Xml.Dom.XmlDocument";

    private static readonly Guid ManagerStatics = new("50ac103f-d235-4598-bbef-98fe4d1a3ad4");
    private static readonly Guid ManagerStatics2 = new("7ab93c52-0e48-4750-ba9d-1a4113981847");
    private static readonly Guid NotificationFactory = new("04124b20-82c6-4229-b109-fd9ed4662b53");
    private static readonly Guid Notification2 = new("9dfb9fd1-143a-490e-90bf-b9fba7132de7");
    private static readonly Guid XmlDocument = new("f7f3a506-1e87-42d6-bcfb-b8c809fa5494");
    private static readonly Guid XmlDocumentIO = new("6cd0e74e-ee65-4489-9ebf-ca43e87ba637");

    /// <summary>Once for the thread that makes the calls.</summary>
    /// <exception cref="WinRtException">There is no Windows Runtime.</exception>
    public static void Prepare() => WinRtException.ThrowIfFailed(Combase.Initialize(Combase.Multithreaded), "RoInitialize");

    /// <param name="showing">Comes back in each <see cref="ToastEvent"/> of this toast.</param>
    /// <exception cref="WinRtException">It was not shown.</exception>
    public static void Show(string appId, string group, string tag, string xml, int showing)
    {
        using var document = WinRtObject.New(Document);
        using var reader = document.As(XmlDocumentIO);
        reader.Call(6, "LoadXml", xml);
        using var content = document.As(XmlDocument);
        using var factory = WinRtObject.Factory(Notification, NotificationFactory);
        using var toast = factory.Get(6, "CreateToastNotification", content);
        using var named = toast.As(Notification2);
        named.Call(6, "put_Tag", tag);
        named.Call(8, "put_Group", group);
        toast.Hear(9, "add_Dismissed", ToastHandler.Make(ToastEventKind.Dismissed, showing));
        toast.Hear(13, "add_Failed", ToastHandler.Make(ToastEventKind.Failed, showing));
        using var notifier = Notifier(appId);
        notifier.Call(6, "Show", toast);
        if (Setting(notifier) is not 0 and var off)
        {
            throw new WinRtException(FormattableString.Invariant($"they are turned off: NotificationSetting {off}"));
        }
    }

    /// <summary>From the screen and from the history.</summary>
    /// <exception cref="WinRtException">It was not removed; perhaps it is long gone.</exception>
    public static void Remove(string appId, string group, string tag)
    {
        using var history = History();
        history.Call(8, "RemoveGroupedTagWithId", tag, group, appId);
    }

    /// <exception cref="WinRtException">They were not removed.</exception>
    public static void RemoveAll(string appId)
    {
        using var history = History();
        history.Call(12, "ClearWithId", appId);
    }

    private static WinRtObject Notifier(string appId)
    {
        using var manager = WinRtObject.Factory(Manager, ManagerStatics);
        return manager.Get(7, "CreateToastNotifierWithId", appId);
    }

    /// <summary>0 is "enabled". Asked after the first one was shown: before that Windows does not know a program without a package.</summary>
    /// <remarks>https://learn.microsoft.com/uwp/api/windows.ui.notifications.notificationsetting</remarks>
    private static int Setting(WinRtObject notifier)
    {
        try
        {
            return notifier.GetNumber(8, "get_Setting");
        }
        catch (WinRtException)
        {
            return 0;
        }
    }

    private static WinRtObject History()
    {
        using var manager = WinRtObject.Factory(Manager, ManagerStatics2);
        return manager.Get(6, "get_History");
    }
}
