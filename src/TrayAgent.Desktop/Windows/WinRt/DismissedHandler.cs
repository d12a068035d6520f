using System.Runtime.InteropServices;

namespace TrayAgent.Desktop.Windows.WinRt;

/// <summary>
/// Hears that a toast left the screen, from a thread of Windows. One object for all toasts, which stays as long as the process:
/// nobody has to count its references.
/// </summary>
internal static unsafe class DismissedHandler
{
    private const int NoInterface = unchecked((int)0x80004002);

    private static readonly Guid Unknown = new("00000000-0000-0000-c000-000000000046");
    private static readonly Guid Agile = new("94ea2b94-e9cc-49e0-c0ff-ee64ca8f5b90");

    /// <summary>TypedEventHandler of ToastNotification and ToastDismissedEventArgs.</summary>
    private static readonly Guid Handler = new("61c2402f-0ed0-5a18-ab69-59f4aa99a368");

    private static readonly Guid Notification2 = new("9dfb9fd1-143a-490e-90bf-b9fba7132de7");

    private static volatile Action<string, DismissalReason>? _heard;

    public static nint Instance { get; } = Make();

    /// <param name="heard">Called with the tag of the toast, on any thread.</param>
    public static void Hear(Action<string, DismissalReason> heard) => _heard = heard;

    private static nint Make()
    {
        var memory = (void**)NativeMemory.Alloc(5, (nuint)sizeof(void*));
        memory[0] = memory + 1;
        memory[1] = (delegate* unmanaged<nint, Guid*, nint*, int>)&QueryInterface;
        memory[2] = (delegate* unmanaged<nint, uint>)&CountReference;
        memory[3] = (delegate* unmanaged<nint, uint>)&CountReference;
        memory[4] = (delegate* unmanaged<nint, nint, nint, int>)&Invoke;
        return (nint)memory;
    }

    [UnmanagedCallersOnly]
    private static int QueryInterface(nint self, Guid* id, nint* result)
    {
        var isOurs = *id == Unknown || *id == Agile || *id == Handler;
        *result = isOurs ? self : 0;
        return isOurs ? 0 : NoInterface;
    }

    [UnmanagedCallersOnly]
    private static uint CountReference(nint self) => 1;

    [UnmanagedCallersOnly]
    private static int Invoke(nint self, nint toast, nint arguments)
    {
        try
        {
            using var sender = WinRtObject.Of(toast);
            using var named = sender.As(Notification2);
            using var dismissal = WinRtObject.Of(arguments);
            _heard?.Invoke(named.GetText(7, "get_Tag"), (DismissalReason)dismissal.GetNumber(6, "get_Reason"));
        }
        catch (WinRtException)
        {
            // It is gone, and its name was not to be had.
        }

        return 0;
    }
}
