using System.Runtime.Versioning;
using Microsoft.Win32;
using TrayAgent.Core.Show;
using TrayAgent.Desktop.Windows.Native;

namespace TrayAgent.Desktop.Windows.Notices;

/// <summary>
/// Under which name toasts come, and which program their buttons start: two keys of this user's registry, written with the first notice of
/// each start, because the program may have moved. The installer removes them.
/// </summary>
[SupportedOSPlatform("windows")]
internal static class ToastIdentity
{
    public const string AppId = "TrayAgent";

    private const string Classes = @"Software\Classes\";
    private const int PictureSize = 64;

    /// <param name="stateFolder">Where the picture is put.</param>
    /// <exception cref="IOException">The picture or the registry cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static void Register(string stateFolder)
    {
        _ = Shell32.SetAppUserModelId(AppId);
        var picture = Path.Combine(stateFolder, "notice.png");
        File.WriteAllBytes(picture, PngPicture.Of(TrayIconPixels.Draw(TrayIcon.Fine, PictureSize), PictureSize));
        using (var app = Registry.CurrentUser.CreateSubKey($@"{Classes}AppUserModelId\{AppId}"))
        {
            app.SetValue("DisplayName", "TrayAgent");
            app.SetValue("IconUri", picture);
        }

        using var scheme = Registry.CurrentUser.CreateSubKey(Classes + NoticeLink.Scheme);
        scheme.SetValue(null, "URL:TrayAgent");
        scheme.SetValue("URL Protocol", "");
        using var command = scheme.CreateSubKey(@"shell\open\command");
        command.SetValue(null, $"\"{WindowlessProgram.For(Environment.ProcessPath!)}\" notice \"%1\"");
    }
}
