using System.Runtime.Versioning;
using TrayAgent.Desktop.Windows.Native;

namespace TrayAgent.Desktop.Windows.Session;

/// <summary>Asks Windows to tell the window of locks and of sleep; the rest it tells everybody.</summary>
[SupportedOSPlatform("windows")]
internal sealed class SessionSignals : IDisposable
{
    private readonly nint _window;
    private readonly LockState _screen;
    private readonly Action<string> _tell;
    private bool _hasTold;

    /// <param name="window">Gets the messages.</param>
    /// <param name="screen">Hears that it is locked already. From then on it hears of the messages.</param>
    /// <param name="tell">Hears sentences for the log.</param>
    public SessionSignals(nint window, LockState screen, Action<string> tell)
    {
        (_window, _screen, _tell) = (window, screen, tell);

        // Machines with modern standby do not tell of it otherwise. Windows takes it back with the window.
        _ = User32.RegisterSuspendResume(window, User32.DeviceNotifyWindowHandle);
        TryRegister();
    }

    public bool IsRegistered { get; private set; }

    /// <summary>Shortly after the start of the machine the service behind it may not be up yet.</summary>
    public void TryRegister()
    {
        if (IsRegistered)
        {
            return;
        }

        IsRegistered = Terminal.RegisterSession(_window, Terminal.ThisSession) != 0;
        if (IsRegistered && ScreenAtStart.IsLocked())
        {
            // Only now: what happens since the registration is told by a message that comes after this.
            _screen.Lock();
        }
        else if (!IsRegistered && !_hasTold)
        {
            _hasTold = true;
            _tell($"Windows does not tell of screen locks yet (error {System.Runtime.InteropServices.Marshal.GetLastPInvokeError()}); it is asked again.");
        }
    }

    public void Dispose()
    {
        if (IsRegistered)
        {
            _ = Terminal.UnregisterSession(_window);
        }
    }
}
