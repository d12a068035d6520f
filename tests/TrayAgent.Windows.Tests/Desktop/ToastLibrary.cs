using System.Text.RegularExpressions;
using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.Windows.Tests.Support;

namespace TrayAgent.Windows.Tests.Desktop;

/// <summary>A library of ours in the place of Windows' own, which Wine does not have; see <c>toasts.c</c>.</summary>
internal sealed partial class ToastLibrary : IAsyncDisposable
{
    private const string Classes = @"HKEY_LOCAL_MACHINE\Software\Microsoft\WindowsRuntime\ActivatableClassId\";

    private static readonly string[] Activatable =
    [
        "Windows.Data.Xml.Dom.XmlDocument", "Windows.UI.Notifications.ToastNotification", "Windows.UI.Notifications.ToastNotificationManager",
    ];

    private readonly Wine _wine;
    private readonly string _folder;
    private int _taken;

    private ToastLibrary(Wine wine, string folder) => (_wine, _folder) = (wine, folder);

    public static async Task<ToastLibrary> PutAsync(Wine wine)
    {
        var file = await NativePrograms.ToastsAsync(wine);
        await wine.ImportAsync(string.Concat(Activatable.Select(
            name => $"[{Classes}{name}]\n\"DllPath\"=\"{wine.ToWindows(file).Replace(@"\", @"\\", StringComparison.Ordinal)}\"\n")));
        var library = new ToastLibrary(wine, Path.GetDirectoryName(file)!);
        File.Delete(library.Log);
        return library;
    }

    /// <summary>All calls so far.</summary>
    public string Calls => File.Exists(Log) ? File.ReadAllText(Log) : "";

    /// <summary>Of the buttons of all toasts so far, and of the toasts themselves.</summary>
    public IReadOnlyList<string> Nonces => [.. Nonce().Matches(Calls).Select(match => match.Value)];

    private string Log => Path.Combine(_folder, "toasts.log");

    /// <summary>The next one that was shown; none is left out.</summary>
    public async Task<Toast> NextAsync()
    {
        await Until.TrueAsync(() => Shown().Count > _taken, $"toast {_taken + 1} is shown");
        return Shown()[_taken++];
    }

    public Task CallsAsync(string expected) => Until.TrueAsync(
        () => Calls.Contains(expected, StringComparison.Ordinal), $"these calls were made: {expected}");

    /// <summary>These and no others; each nonce is the number of its place.</summary>
    public Task AllCallsAsync(string expected) => Until.TrueAsync(
        () =>
        {
            var number = 0;
            return Nonce().Replace(Calls, _ => $"{++number}") == expected;
        },
        $"these calls were made: {expected}");

    /// <summary>What it answers from now on; <see cref="Forget"/> takes it back.</summary>
    public void Say(string matter, string number) => File.WriteAllText(Path.Combine(_folder, matter), number);

    public void Forget(string matter) => File.Delete(Path.Combine(_folder, matter));

    public async ValueTask DisposeAsync() => await _wine.ImportAsync(string.Concat(Activatable.Select(name => $"[-{Classes}{name}]\n")));

    private List<Toast> Shown() => [.. Xml().Matches(Calls).Select(match => Toast.Of(match.Value))];

    [GeneratedRegex("(?<=^LoadXml )<toast.*?</toast>$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Xml();

    [GeneratedRegex("(?<=trayagent:notice/)[0-9a-f]{32}")]
    private static partial Regex Nonce();
}
