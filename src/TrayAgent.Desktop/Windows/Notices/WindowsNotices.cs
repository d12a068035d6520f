using System.Runtime.Versioning;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Show;
using TrayAgent.Desktop.Windows.Tray;

namespace TrayAgent.Desktop.Windows.Notices;

/// <summary>Notices on Windows: a toast with buttons, or else a balloon. On the window's thread only.</summary>
[SupportedOSPlatform("windows")]
internal sealed class WindowsNotices(NotifyIcon icon, string stateFolder, Action<DesktopEvent> happened, Action<string> tell) : IDisposable
{
    private readonly NoticeNonces _nonces = new();
    private readonly Toasts _toasts = new(stateFolder, tell);
    private readonly Balloon _balloon = new(icon);

    public bool CanBeShown => _toasts.CanBeShown || icon.IsThere;

    public void Show(Notice notice)
    {
        _nonces.End(notice.Key);
        _balloon.Close(notice.Key);
        if (!_toasts.Show(notice, _nonces) && !_balloon.Show(notice))
        {
            tell($"The notice '{notice.Title}' was not shown: Windows takes neither a toast nor a balloon.");
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
            tell("A link asked for something that no notice of ours offers; the status is shown instead.");
            happened(new DesktopEvent.Chosen(new Choice.ShowStatus()));
            return;
        }

        _toasts.Remove(key);
        happened(new DesktopEvent.Chosen(choice));
    }

    public void BalloonClicked()
    {
        if (_balloon.Clicked() is { } choice)
        {
            happened(new DesktopEvent.Chosen(choice));
        }
    }

    public void BalloonGone()
    {
        if (_balloon.Gone() is { } key)
        {
            happened(new DesktopEvent.NoticeDismissed(key));
        }
    }

    public void Dispose() => _toasts.RemoveAll();
}
