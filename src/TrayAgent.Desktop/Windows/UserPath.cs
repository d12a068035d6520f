using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using System.Security;
using Microsoft.Win32;

namespace TrayAgent.Desktop.Windows;

/// <summary>
/// Whether programs in a folder are commands in the terminals of this user: <c>HKCU\Environment\Path</c>.
/// By us and not by the installer: NSIS reads at most 1,023 characters and would cut off the rest.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed partial class UserPath
{
    private const string Name = "Path";
    private const int SettingChange = 0x1A;
    private const int AbortIfHung = 2;
    private const int LongestAnswer = 1000;
    private const nint AllWindows = 0xFFFF;

    private readonly string _key;

    /// <param name="key">Below <c>HKEY_CURRENT_USER</c>.</param>
    public UserPath(string key) => _key = key;

    /// <summary>Behind all others, once.</summary>
    /// <param name="folder">Full path.</param>
    /// <exception cref="IOException">It cannot be changed; the message names it.</exception>
    public void Add(string folder)
    {
        if (folder.Contains(';', StringComparison.Ordinal))
        {
            throw new IOException($"'{folder}' cannot be in 'Path', because ';' stands between folders there. Move TrayAgent to a folder without one.");
        }

        Change(folders => folders.Any(found => IsSame(found, folder)) ? folders : [.. WithoutEmptyEnd(folders), folder]);
    }

    /// <param name="folder">Full path.</param>
    /// <exception cref="IOException">As above.</exception>
    public void Remove(string folder) => Change(folders => [.. folders.Where(found => !IsSame(found, folder))]);

    private void Change(Func<string[], string[]> change)
    {
        try
        {
            Write(change);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException)
        {
            throw new IOException($@"'HKCU\{_key}\{Name}' cannot be changed: {e.Message}", e);
        }
    }

    private void Write(Func<string[], string[]> change)
    {
        using var environment = Registry.CurrentUser.CreateSubKey(_key);

        // "%USERPROFILE%\bin" of somebody else must stay as it is, and its kind with it.
        var before = environment.GetValue(Name, "", RegistryValueOptions.DoNotExpandEnvironmentNames) as string
            ?? throw new IOException($"it is no text but of the kind '{environment.GetValueKind(Name)}', and was left as it is. Correct or delete it.");
        var kind = before.Length > 0 ? environment.GetValueKind(Name) : RegistryValueKind.ExpandString;
        var after = string.Join(';', change(before.Split(';')));
        if (after == before)
        {
            return;
        }

        if (after.Length == 0)
        {
            environment.DeleteValue(Name);
        }
        else
        {
            environment.SetValue(Name, after, kind);
        }

        Announce();
    }

    private static string[] WithoutEmptyEnd(string[] folders) => folders[^1].Length == 0 ? folders[..^1] : folders;

    private static bool IsSame(string one, string other) =>
        string.Equals(Plain(Environment.ExpandEnvironmentVariables(one)), Plain(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>Quotes may stand around a folder, and slashes lean either way.</summary>
    private static string Plain(string folder) => folder.Trim('"').Replace('/', '\\').TrimEnd('\\');

    /// <summary>Explorer gives new terminals the new value.</summary>
    private void Announce() =>
        _ = SendMessageTimeout(AllWindows, SettingChange, 0, _key, AbortIfHung, LongestAnswer, out _);

    [LibraryImport("user32", EntryPoint = "SendMessageTimeoutW", StringMarshalling = StringMarshalling.Utf16)]
    private static partial nint SendMessageTimeout(nint window, int message, nint wide, string text, int flags, int milliseconds, out nint answer);
}
