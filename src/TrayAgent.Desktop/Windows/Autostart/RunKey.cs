using System.Runtime.Versioning;
using System.Security;
using Microsoft.Win32;

namespace TrayAgent.Desktop.Windows.Autostart;

/// <summary>
/// What Windows starts when this user logs in: https://learn.microsoft.com/windows/win32/setupapi/run-and-runonce-registry-keys.
/// Task Manager switches entries off beside it, in <c>StartupApproved</c>, where an odd first byte means off.
/// </summary>
[SupportedOSPlatform("windows")]
internal sealed class RunKey : IAutostart
{
    private const string Run = @"Software\Microsoft\Windows\CurrentVersion\Run";
    private const string Approved = @"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run";
    private const string Name = "TrayAgent";

    public string Location => $@"HKCU\{Run}\{Name}";

    public AutostartState State =>
        Value(Run) is not string ? AutostartState.Off
        : Value(Approved) is byte[] { Length: > 0 } approved && approved[0] % 2 == 1 ? AutostartState.DisabledElsewhere
        : AutostartState.On;

    public string? Program => Value(Run) is string command && RunCommand.Program(command) is { } program ? WindowlessProgram.StartedBy(program) : null;

    public void TurnOn(string executable) => Guarded(() =>
    {
        using var run = Registry.CurrentUser.CreateSubKey(Run);
        run.SetValue(Name, $"\"{WindowlessProgram.For(executable)}\" run", RegistryValueKind.String);
        Forget(Approved);
    });

    public void TurnOff() => Guarded(() =>
    {
        Forget(Run);
        Forget(Approved);
    });

    private static object? Value(string path)
    {
        try
        {
            using var key = Registry.CurrentUser.OpenSubKey(path);
            return key?.GetValue(Name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException)
        {
            return null;
        }
    }

    private static void Forget(string path)
    {
        using var key = Registry.CurrentUser.OpenSubKey(path, writable: true);
        key?.DeleteValue(Name, throwOnMissingValue: false);
    }

    private void Guarded(Action change)
    {
        try
        {
            change();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or SecurityException)
        {
            throw new IOException($"'{Location}' cannot be changed: {e.Message}", e);
        }
    }
}
