using System.Runtime.Versioning;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Show;
using TrayAgent.Desktop.Windows.Tray;
using TrayAgent.Desktop.Windows.WinRt;

namespace TrayAgent.Desktop.Windows.Notices;

/// <summary>Notices on Windows: a toast with buttons, or else a balloon. On the window's thread only.</summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsNotices : IDisposable
{
    private readonly NoticeNonces _nonces = new();
    private readonly NotifyIcon _icon;
    private readonly Action<DesktopEvent> _happened;
    private readonly Action<string> _tell;
    private readonly Toasts _toasts;
    private readonly Balloon _balloon;

    /// <param name="icon">For balloons.</param>
    /// <param name="stateFolder">Where the picture of notices is put.</param>
    /// <param name="happened">Hears what people do.</param>
    /// <param name="post">Runs work on the window's thread, from any thread.</param>
    /// <param name="tell">Hears sentences for the log.</param>
    public WindowsNotices(
        NotifyIcon icon, string stateFolder, Action<DesktopEvent> happened, Action<Action> post, Action<string> tell)
    {
        (_icon, _happened, _tell) = (icon, happened, tell);
        _toasts = new Toasts(stateFolder, Dismissed, AsBalloon, post, tell);
        _balloon = new Balloon(icon);
    }

    public bool CanBeShown => _toasts.CanBeShown || _icon.IsThere;

    public void Show(Notice notice)
    {
        _nonces.End(notice.Key);
        _balloon.Close(notice.Key);
        if (!_toasts.Show(notice, _nonces))
        {
            AsBalloon(notice);
        }
    }

    public void Close(string key)
    {
        _nonces.End(key);
        _balloon.Close(key);
        _toasts.Remove(key);
    }

    /// <summary>A click on a toast, or somebody who says so: see <see cref="IDesktop.Answer"/>.</summary>
    public void Answer(string nonce)
    {
        if (_nonces.Use(nonce) is not var (key, choice))
        {
            _tell("A link asked for something that no notice of ours offers; the status is shown instead.");
            _happened(new DesktopEvent.Chosen(new Choice.ShowStatus()));
            return;
        }

        _toasts.Remove(key);
        _happened(new DesktopEvent.Chosen(choice));
    }

    public void BalloonClicked()
    {
        if (_balloon.Clicked() is { } choice)
        {
            _happened(new DesktopEvent.Chosen(choice));
        }
    }

    public void BalloonGone()
    {
        if (_balloon.Gone() is { } key)
        {
            _happened(new DesktopEvent.NoticeDismissed(key));
        }
    }

    public void Dispose() => _toasts.RemoveAll();

    private void AsBalloon(Notice notice)
    {
        if (!_balloon.Show(notice))
        {
            _tell($"The notice '{notice.Title}' was not shown: Windows takes neither a toast nor a balloon.");
        }
    }

    private void Dismissed(Notice notice, DismissalReason reason)
    {
        // Its buttons stay good: Windows says "closed" also of one whose button was clicked, and the click comes later.
        if (reason == DismissalReason.UserCanceled)
        {
            _happened(new DesktopEvent.NoticeDismissed(notice.Key));
        }
        else if (reason == DismissalReason.TimedOut && notice.Keep == Keep.Transient)
        {
            Close(notice.Key);
        }
    }
}
