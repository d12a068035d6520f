using System.Runtime.Versioning;
using TrayAgent.Core.Show;
using TrayAgent.Desktop.Windows.Native;
using TrayAgent.Desktop.Windows.Notices;
using TrayAgent.Desktop.Windows.Session;
using TrayAgent.Desktop.Windows.Tray;

namespace TrayAgent.Desktop.Windows;

/// <summary>What lives with the hidden window: icon, menu, notices, and what Windows tells of the session. On its thread only.</summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsFaces : IDisposable
{
    private const nint RetryTimer = 1;
    private const uint RetryMilliseconds = 5000;

    /// <summary>Windows waits five seconds for a program, and then asks the person what to do with it.</summary>
    private static readonly TimeSpan LongestEnd = TimeSpan.FromSeconds(4);

    private readonly nint _window;
    private readonly EventSink _events;
    private readonly Action<TimeSpan> _stayUntilDisposed;
    private readonly Action<DesktopFaces> _facesChanged;
    private readonly NotifyIcon _icon;
    private readonly SessionSignals _session;
    private readonly LockState _lockState;
    private readonly uint _taskbarCreated = User32.RegisterWindowMessage("TaskbarCreated");
    private TrayView? _view;
    private bool _isAsking;

    /// <param name="window">The hidden window.</param>
    /// <param name="stateFolder">Where the picture of notices is put.</param>
    /// <param name="events">Hears what people do.</param>
    /// <param name="post">Runs work on the window's thread, from any thread.</param>
    /// <param name="stayUntilDisposed">See <see cref="MessageWindow.StayUntilDisposed"/>.</param>
    /// <param name="facesChanged">Hears what can be shown now.</param>
    /// <param name="tell">Hears sentences for the log.</param>
    public WindowsFaces(
        nint window,
        string stateFolder,
        EventSink events,
        Action<Action> post,
        Action<TimeSpan> stayUntilDisposed,
        Action<DesktopFaces> facesChanged,
        Action<string> tell)
    {
        (_window, _events, _stayUntilDisposed, _facesChanged) = (window, events, stayUntilDisposed, facesChanged);
        _ = User32.ChangeMessageFilter(window, _taskbarCreated, User32.AllowMessage, 0);
        _lockState = new LockState(events.Add);
        _session = new SessionSignals(window, _lockState, tell);
        _icon = new NotifyIcon(window, tell);
        Notices = new WindowsNotices(_icon, stateFolder, events.Add, post, tell);
        RetryLater();
        UpdateFaces();
    }

    public WindowsNotices Notices { get; }

    public void Show(TrayView view)
    {
        _view = view;
        _icon.Show(view);
        RetryLater();
        UpdateFaces();
    }

    /// <returns>Null: Windows does with it what is usual.</returns>
    public nint? Handle(WindowMessage message)
    {
        switch (message.Id)
        {
            case NotifyIcon.Callback:
                Clicked(TrayGesture.Of(message));
                return 0;
            case WindowMessage.Timer:
                Retry();
                return 0;
            case WindowMessage.DpiChanged:
                _icon.Resize((uint)WindowMessage.LowWord(message.WParam));
                return 0;
            case WindowMessage.QueryEndSession:
                return 1;
            case WindowMessage.EndSession when message.WParam != 0:
                _events.Add(new DesktopEvent.SessionEnding());
                _stayUntilDisposed(LongestEnd);
                return 0;
            case WindowMessage.Close:
                _events.Add(new DesktopEvent.SessionEnding());
                return 0;
            case var id when id == _taskbarCreated:
                _icon.AddAgain();
                RetryLater();
                UpdateFaces();
                return 0;
            default:
                return Heard(message);
        }
    }

    public void Dispose()
    {
        _ = User32.KillTimer(_window, RetryTimer);
        Notices.Dispose();
        _icon.Dispose();
        _session.Dispose();
    }

    private nint? Heard(WindowMessage message)
    {
        switch (SessionMessages.Meaning(message))
        {
            case null:
                return null;
            case DesktopEvent.Locked:
                _lockState.Lock();
                break;
            case DesktopEvent.Unlocked:
                _lockState.Unlock();
                break;
            case var happened:
                _events.Add(happened);
                break;
        }

        return 1;
    }

    private void Clicked(TrayGesture gesture)
    {
        switch (gesture.Kind)
        {
            case GestureKind.Select:
                _events.AddActivation();
                break;
            case GestureKind.Menu:
                Ask(gesture);
                break;
            case GestureKind.BalloonClicked:
                Notices.BalloonClicked();
                break;
            case GestureKind.BalloonGone:
                Notices.BalloonGone();
                break;
        }
    }

    /// <summary>The Enter key asks twice for one menu.</summary>
    private void Ask(TrayGesture gesture)
    {
        if (_isAsking || _view is not { } view)
        {
            return;
        }

        _isAsking = true;
        try
        {
            using var menu = new PopupMenu(view.Menu);
            if (menu.Ask(_window, gesture.X, gesture.Y) is { } choice)
            {
                _events.Add(new DesktopEvent.Chosen(choice));
            }
            else
            {
                _icon.TakeFocus();
            }
        }
        finally
        {
            _isAsking = false;
        }
    }

    private void Retry()
    {
        _icon.TryAdd();
        _session.TryRegister();
        RetryLater();
        UpdateFaces();
    }

    /// <summary>At logon programs start in any order.</summary>
    private void RetryLater()
    {
        if ((_view is not null && !_icon.IsThere) || !_session.IsRegistered)
        {
            _ = User32.SetTimer(_window, RetryTimer, RetryMilliseconds, 0);
        }
        else
        {
            _ = User32.KillTimer(_window, RetryTimer);
        }
    }

    private void UpdateFaces() => _facesChanged(
        (_icon.IsThere ? DesktopFaces.Tray : DesktopFaces.None)
        | (Notices.CanBeShown ? DesktopFaces.Notices : DesktopFaces.None));
}
