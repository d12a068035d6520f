using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text;
using TrayAgent.Core.Show;
using TrayAgent.Desktop.Windows.WinRt;

namespace TrayAgent.Desktop.Windows.Notices;

/// <summary>Notices with buttons, where Windows has them: whatever goes wrong is told once, and then there are balloons.</summary>
/// <param name="stateFolder">Where the picture of notices is put.</param>
/// <param name="dismissed">Hears on the window's thread that one left the screen.</param>
/// <param name="post">Runs work on the window's thread.</param>
/// <param name="tell">Hears sentences for the log.</param>
[SupportedOSPlatform("windows")]
internal sealed class Toasts(string stateFolder, Action<Notice, DismissalReason> dismissed, Action<Action> post, Action<string> tell)
{
    private const string Group = "notices";
    private const int TagDigits = 16;

    private readonly Dictionary<string, Notice> _shown = new(StringComparer.Ordinal);
    private string? _told;
    private bool _isPrepared;

    /// <summary>Whether the last one was; before the first one nobody knows, and to ask could keep the icon waiting for a service.</summary>
    public bool CanBeShown { get; private set; }

    /// <returns>Whether Windows takes it.</returns>
    public bool Show(Notice notice, NoticeNonces nonces)
    {
        var xml = ToastXml.Of(notice, choice => NoticeLink.For(nonces.Make(notice.Key, choice)));
        return CanBeShown = Try(() =>
        {
            Prepare();
            _shown[Tag(notice.Key)] = notice;
            ToastCalls.Show(ToastIdentity.AppId, Group, Tag(notice.Key), xml);
        });
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
        if (CanBeShown)
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
            DismissedHandler.Hear((tag, reason) => post(() => Dismissed(tag, reason)));
            _isPrepared = true;
        }
    }

    private void Dismissed(string tag, DismissalReason reason)
    {
        if (_shown.TryGetValue(tag, out var notice))
        {
            dismissed(notice, reason);
        }
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
            if (_told != e.Message)
            {
                _told = e.Message;
                tell($"Windows takes no notices with buttons ({e.Message}), so they come as balloons.");
            }

            return false;
        }
    }
}
