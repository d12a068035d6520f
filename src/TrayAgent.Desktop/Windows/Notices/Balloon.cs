using TrayAgent.Core.Decide;
using TrayAgent.Core.Show;
using TrayAgent.Desktop.Windows.Native;
using TrayAgent.Desktop.Windows.Tray;

namespace TrayAgent.Desktop.Windows.Notices;

/// <summary>
/// The notice without buttons that belongs to the icon: there is one at a time, and a click on it means the notice's main choice.
/// </summary>
internal sealed class Balloon(NotifyIcon icon)
{
    // NIIF_...: https://learn.microsoft.com/windows/win32/api/shellapi/ns-shellapi-notifyicondataw
    private const uint InformationSign = 0x1;
    private const uint WarningSign = 0x2;
    private const uint WithoutSound = 0x10;
    private const uint RespectsQuietTime = 0x80;

    private Notice? _shown;

    /// <returns>Whether Windows takes it.</returns>
    public bool Show(Notice notice)
    {
        // The one before would stay for its time, and its click would come when ours is thought to be on the screen.
        Withdraw();
        var flags = RespectsQuietTime | notice.Urgency switch
        {
            Urgency.Critical => WarningSign,
            Urgency.Normal => InformationSign,
            _ => InformationSign | WithoutSound,
        };

        // Characters can be two of UTF-16, and the sign for what was cut is one more.
        var title = PlainText.Line(notice.Title, NotifyIconData.LongestInfoTitle - 2);
        var text = PlainText.Lines(notice.Body, NotifyIconData.LongestInfo - 2);
        if (!icon.Balloon(title, text.Length == 0 ? " " : text, flags))
        {
            return false;
        }

        _shown = notice;
        return true;
    }

    public void Close(string key)
    {
        if (_shown?.Key == key)
        {
            Withdraw();
        }
    }

    /// <summary>What a click on it means; null when there is none of ours.</summary>
    public Choice? Clicked()
    {
        var choice = _shown is null ? null : _shown.Default ?? new Choice.ShowStatus();
        _shown = null;
        return choice;
    }

    /// <summary>The key of the one that ran out or was closed.</summary>
    public string? Gone()
    {
        var key = _shown?.Key;
        _shown = null;
        return key;
    }

    private void Withdraw()
    {
        if (_shown is not null)
        {
            _shown = null;
            icon.Balloon("", "", 0);
        }
    }
}
