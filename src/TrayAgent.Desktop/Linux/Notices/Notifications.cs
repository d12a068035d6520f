using TrayAgent.Core.Show;
using TrayAgent.Desktop.Linux.DBus;
using TrayAgent.Desktop.Linux.Tray;

namespace TrayAgent.Desktop.Linux.Notices;

/// <summary>
/// Notices through org.freedesktop.Notifications, one per key.
/// https://specifications.freedesktop.org/notification-spec/latest/protocol.html
/// </summary>
internal sealed class Notifications
{
    private const uint DismissedByPerson = 2;
    private const uint Expired = 1;
    private const int NeverExpires = 0;
    private const int ServerDecides = -1;

    private readonly BusConnection _bus;
    private readonly NotificationServer _server;
    private readonly Action<DesktopEvent> _happened;
    private readonly Action<string> _tell;
    private readonly Dictionary<string, NoticeSlot> _slots = [];
    private int _number;

    public Notifications(BusConnection bus, Action<DesktopEvent> happened, Action<string> tell, Action changed)
    {
        (_bus, _happened, _tell) = (bus, happened, tell);
        _server = new NotificationServer(bus, changed, ForgetAll);
        _server.Owner.Hear(NotificationServer.Name, "ActionInvoked", ActionInvoked);
        _server.Owner.Hear(NotificationServer.Name, "NotificationClosed", NotificationClosed);
    }

    public bool IsThere => _server.IsThere;

    public void Show(Notice notice)
    {
        if (!_slots.TryGetValue(notice.Key, out var slot))
        {
            _slots[notice.Key] = slot = new NoticeSlot();
        }

        // The number to replace is known only when the server has answered: until then the newest notice waits.
        if (slot.IsUnderWay)
        {
            slot.Next = notice;
            slot.IsToClose = false;
            return;
        }

        slot.IsUnderWay = true;
        _server.WhenKnown(() => Send(slot, notice));
    }

    public void Close(string key)
    {
        if (!_slots.TryGetValue(key, out var slot))
        {
            return;
        }

        if (slot.IsUnderWay)
        {
            (slot.Next, slot.IsToClose) = (null, true);
            return;
        }

        _slots.Remove(key);
        CloseOnScreen(slot.Shown);
    }

    private void Send(NoticeSlot slot, Notice notice)
    {
        var shown = ShownNotice.For(notice, _server, ++_number);
        var replaced = slot.IsExpired ? 0 : slot.Shown?.Id ?? 0;
        _bus.Call(
            NotificationServer.Target,
            "Notify",
            arguments => Write(arguments, shown, replaced),
            answer => Answered(slot, shown, answer),
            Activation.Allowed);
    }

    private void Write(MessageWriter arguments, ShownNotice shown, uint replaced)
    {
        var notice = shown.Notice;
        arguments.String("TrayAgent");
        arguments.UInt32(replaced);
        arguments.String("");
        arguments.String(NoticeText.Title(notice));
        arguments.String(NoticeText.Body(notice, _server.Capabilities));
        arguments.Array("s", actions =>
        {
            foreach (var (key, label, _) in shown.Actions)
            {
                actions.String(key);
                actions.String(label);
            }
        });
        arguments.Array("{sv}", hints => WriteHints(hints, notice));
        arguments.Int32(notice.Urgency == Urgency.Critical ? NeverExpires : ServerDecides);
    }

    private static void WriteHints(MessageWriter hints, Notice notice)
    {
        hints.Entry("urgency", "y", value => value.Byte((byte)notice.Urgency));
        hints.Entry("desktop-entry", "s", value => value.String("trayagent"));
        hints.Entry("image-data", "(iiibiiay)", value => IconPixmap.WriteImageData(value, NoticeIcons.Of(notice)));
        if (notice.Keep == Keep.Transient)
        {
            hints.Entry("transient", "b", value => value.Boolean(true));
        }
    }

    private void Answered(NoticeSlot slot, ShownNotice shown, MessageReader answer)
    {
        slot.IsUnderWay = false;
        slot.IsExpired = false;
        if (answer is { Error: null, Signature: "u" })
        {
            slot.Shown = shown with { Id = answer.UInt32() };
        }
        else
        {
            _tell($"The notice '{shown.Notice.Title}' was not shown: {answer.Error ?? "the server answered nonsense"}");
        }

        if (slot.Next is { } next)
        {
            slot.Next = null;
            Show(next);
        }
        else if (slot.IsToClose)
        {
            slot.IsToClose = false;
            Close(shown.Notice.Key);
        }
    }

    private void ActionInvoked(MessageReader signal)
    {
        if (signal.Signature != "us" || Find(signal.UInt32()) is not { Shown: { } shown } slot)
        {
            return;
        }

        var key = signal.String();
        if (shown.Actions.FirstOrDefault(action => action.Key == key) is { Choice: { } choice })
        {
            // Answered once and for all: forgetting the notice makes a second signal mean nothing.
            Forget(slot);
            CloseOnScreen(shown);
            _happened(new DesktopEvent.Chosen(choice));
        }
    }

    private void NotificationClosed(MessageReader signal)
    {
        if (signal.Signature != "uu" || Find(signal.UInt32()) is not { Shown: { } shown } slot)
        {
            return;
        }

        var reason = signal.UInt32();
        if (reason == Expired)
        {
            // It may live on in a history, where its buttons still work; a new notice must not hide there.
            slot.IsExpired = true;
            return;
        }

        Forget(slot);
        if (reason == DismissedByPerson)
        {
            _happened(new DesktopEvent.NoticeDismissed(shown.Notice.Key));
        }
    }

    private NoticeSlot? Find(uint id) => id == 0 ? null : _slots.Values.FirstOrDefault(slot => slot.Shown?.Id == id);

    private void Forget(NoticeSlot slot)
    {
        var key = slot.Shown?.Notice.Key;
        slot.Shown = null;
        if (key is not null && !slot.IsUnderWay)
        {
            _slots.Remove(key);
        }
    }

    /// <summary>Another server counts anew: an old number would be somebody else's notice.</summary>
    private void ForgetAll()
    {
        foreach (var slot in _slots.Values.ToList())
        {
            Forget(slot);
        }
    }

    private void CloseOnScreen(ShownNotice? shown)
    {
        if (shown is { Id: > 0 })
        {
            _bus.Call(NotificationServer.Target, "CloseNotification", arguments => arguments.UInt32(shown.Id), _ => { });
        }
    }
}
