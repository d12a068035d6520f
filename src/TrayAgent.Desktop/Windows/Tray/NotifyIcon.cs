using TrayAgent.Core.Show;
using TrayAgent.Desktop.Windows.Native;

namespace TrayAgent.Desktop.Windows.Tray;

/// <summary>
/// The icon in the notification area, named by window and number: a GUID would be tied to the path of the program, and adding would
/// fail without a word after it moved.
/// </summary>
internal sealed unsafe class NotifyIcon : IDisposable
{
    /// <summary>What the notification area sends us.</summary>
    public const uint Callback = WindowMessage.FirstOwn + 2;

    private const uint Number = 1;

    /// <summary>A character can be two of UTF-16, and the sign for what was cut is one more.</summary>
    private const int LongestToolTip = NotifyIconData.LongestTip - 2;

    private const int UsualDpi = 96;

    private readonly nint _window;
    private readonly Action<string> _tell;
    private uint _dpi;
    private TrayView? _view;
    private IconHandle? _picture;
    private (TrayIcon Icon, int Size) _drawn;
    private bool _hasTold;

    public NotifyIcon(nint window, Action<string> tell)
    {
        (_window, _tell) = (window, tell);
        _dpi = User32.GetDpiForWindow(window);
    }

    public bool IsThere { get; private set; }

    public void Show(TrayView view)
    {
        _view = view;
        if (!IsThere)
        {
            TryAdd();
        }
        else if (!Send(Shell32.Modify, Describe(view)))
        {
            // Explorer is gone or starts anew.
            IsThere = false;
            TryAdd();
        }
    }

    /// <summary>Does nothing while there is nothing to show, or when the icon is there.</summary>
    public void TryAdd()
    {
        if (IsThere || _view is not { } view)
        {
            return;
        }

        // A busy Explorer adds it and answers too late: then it can be changed.
        var data = Describe(view);
        IsThere = Send(Shell32.Add, data) || Send(Shell32.Modify, data);
        if (IsThere)
        {
            Send(Shell32.SetVersion, Empty with { Version = NotifyIconData.FourthVersion });
            _tell("The icon is in the notification area.");
        }
        else if (!_hasTold)
        {
            _hasTold = true;
            _tell("Windows does not take the icon yet, because its taskbar is not there; it is tried again.");
        }
    }

    /// <summary>The taskbar was made anew, with or without our old icon in it.</summary>
    public void AddAgain()
    {
        Remove();
        TryAdd();
    }

    public void Resize(uint dpi)
    {
        _dpi = dpi;
        if (_view is { } view)
        {
            Show(view);
        }
    }

    /// <param name="title">Empty, with an empty text: takes it back.</param>
    /// <returns>Whether Windows takes it.</returns>
    public bool Balloon(string title, string text, uint flags)
    {
        var data = Empty;
        data.Flags = NotifyIconData.HasInfo;
        data.InfoFlags = flags;
        Put(title, new Span<char>(data.InfoTitle, NotifyIconData.LongestInfoTitle));
        Put(text, new Span<char>(data.Info, NotifyIconData.LongestInfo));
        return IsThere && Send(Shell32.Modify, data);
    }

    /// <summary>After a menu without a choice: to people with a keyboard.</summary>
    public void TakeFocus() => Send(Shell32.SetFocus, Empty);

    public void Dispose()
    {
        Remove();
        _picture?.Dispose();
    }

    private NotifyIconData Empty => new() { Size = (uint)sizeof(NotifyIconData), Window = _window, Id = Number };

    private void Remove()
    {
        Send(Shell32.Delete, Empty);
        IsThere = false;
    }

    private NotifyIconData Describe(TrayView view)
    {
        var data = Empty;
        data.Flags = NotifyIconData.HasMessage | NotifyIconData.HasIcon | NotifyIconData.HasTip | NotifyIconData.ShowsTip;
        data.CallbackMessage = Callback;
        data.Icon = Picture(view.Icon);
        Put(PlainText.Lines(view.ToolTip, LongestToolTip), new Span<char>(data.Tip, NotifyIconData.LongestTip));
        return data;
    }

    private nint Picture(TrayIcon icon)
    {
        var size = User32.GetSystemMetricsForDpi(User32.SmallIconWidth, _dpi == 0 ? UsualDpi : _dpi);
        if (_picture is null || _drawn != (icon, size))
        {
            // Explorer has a copy of the old one.
            _picture?.Dispose();
            _picture = IconHandle.Of(icon, size);
            _drawn = (icon, size);
        }

        return _picture.Handle;
    }

    private static bool Send(uint verb, NotifyIconData data) => Shell32.NotifyIcon(verb, &data) != 0;

    private static void Put(string text, Span<char> place) => text.AsSpan(0, Math.Min(text.Length, place.Length)).CopyTo(place);
}
