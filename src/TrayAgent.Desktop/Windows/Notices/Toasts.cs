using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using TrayAgent.Core.Show;
using TrayAgent.Desktop.Windows.WinRt;

namespace TrayAgent.Desktop.Windows.Notices;

/// <summary>Notices with buttons, where Windows has them: whatever goes wrong is told once, and then there are balloons.</summary>
/// <param name="stateFolder">Where the picture of notices is put.</param>
/// <param name="dismissed">Hears on the window's thread that one left the screen.</param>
/// <param name="failed">Hears on the window's thread that one never came onto it, although Windows had taken it.</param>
/// <param name="post">Runs work on the window's thread.</param>
/// <param name="tell">Hears sentences for the log.</param>
[SupportedOSPlatform("windows")]
internal sealed class Toasts(
    string stateFolder, Action<Notice, DismissalReason> dismissed, Action<Notice> failed, Action<Action> post, Action<string> tell)
{
    private const string Group = "notices";
    private const int TagDigits = 16;

    private readonly Dictionary<string, (int Showing, Notice Notice)> _shown = new(StringComparer.Ordinal);
    private string? _told;
    private int _showings;
    private bool _isPrepared;
    private bool _hasShown;

    /// <summary>Whether the last one was; before the first one nobody knows, and to ask could keep the icon waiting for a service.</summary>
    public bool CanBeShown { get; private set; }

    /// <returns>Whether Windows takes it.</returns>
    public bool Show(Notice notice, NoticeNonces nonces)
    {
        var xml = ToastXml.Of(notice, choice => NoticeLink.For(nonces.Make(notice.Key, choice)));
        var (tag, showing) = (Tag(notice.Key), ++_showings);
        CanBeShown = Try(() =>
        {
            Prepare();
            _shown[tag] = (showing, notice);
            ToastCalls.Show(ToastIdentity.AppId, Group, tag, xml, showing);
        });
        if (!CanBeShown)
        {
            _shown.Remove(tag);
            return false;
        }

        return _hasShown = true;
    }

    public void Remove(string key)
    {
        if (_shown.Remove(Tag(key)) && CanBeShown)
        {
            Try(() => ToastCalls.Remove(ToastIdentity.AppId, Group, Tag(key)));
        }
    }

    /// <summary>Their buttons would mean nothing any more.</summary>
    public void RemoveAll()
    {
        if (_hasShown)
        {
            Try(() => ToastCalls.RemoveAll(ToastIdentity.AppId));
        }
    }

    private void Prepare()
    {
        if (!_isPrepared)
        {
            ToastIdentity.Register(stateFolder);
            ToastCalls.Prepare();
            ToastHandler.Hear(told => post(() => Heard(told)));
            _isPrepared = true;
        }
    }

    /// <summary>Of a toast that another one has replaced, nobody wants to know any more.</summary>
    private void Heard(ToastEvent told)
    {
        if (_shown.FirstOrDefault(shown => shown.Value.Showing == told.Showing) is not { Key: { } tag, Value.Notice: var notice })
        {
            return;
        }

        if (told.Kind == ToastEventKind.Dismissed)
        {
            dismissed(notice, (DismissalReason)told.Number);
            return;
        }

        _shown.Remove(tag);
        CanBeShown = false;
        Tell(FormattableString.Invariant($"it could not show one: 0x{told.Number:X8}"));
        failed(notice);
    }

    /// <summary>Keys have names of sessions in them; older Windows takes 16 characters.</summary>
    private static string Tag(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..TagDigits];

    private bool Try(Action calls)
    {
        try
        {
            calls();
            return true;
        }
        catch (Exception e) when (e is WinRtException or IOException or UnauthorizedAccessException
            or DllNotFoundException or EntryPointNotFoundException)
        {
            Tell(e.Message);
            return false;
        }
    }

    private void Tell(string reason)
    {
        if (_told != reason)
        {
            _told = reason;
            tell($"Windows takes no notices with buttons ({reason}), so they come as balloons.");
        }
    }
}
