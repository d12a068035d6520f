using TrayAgent.Desktop.Windows.Native;

namespace TrayAgent.Desktop.Windows.Session;

/// <summary>Asks Windows to tell the window of locks and of sleep; the rest it tells everybody.</summary>
internal sealed class SessionSignals : IDisposable
{
    private readonly nint _window;
    private readonly Action<string> _tell;
    private bool _hasTold;

    public SessionSignals(nint window, Action<string> tell)
    {
        (_window, _tell) = (window, tell);

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
        if (!IsRegistered && !_hasTold)
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
