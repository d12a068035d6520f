using System.Runtime.InteropServices;

namespace TrayAgent.Desktop.Windows.WinRt;

/// <summary>Hears one kind of event of one toast, from a thread of Windows. Its last reference frees it.</summary>
internal static unsafe class ToastHandler
{
    private const int NoInterface = unchecked((int)0x80004002);

    private static readonly Guid Unknown = new("00000000-0000-0000-c000-000000000046");
    private static readonly Guid Agile = new("94ea2b94-e9cc-49e0-c0ff-ee64ca8f5b90");

    /// <summary>TypedEventHandler of ToastNotification, and of ToastDismissedEventArgs or ToastFailedEventArgs.</summary>
    private static readonly Guid[] Handlers = [new("61c2402f-0ed0-5a18-ab69-59f4aa99a368"), new("95e3e803-c969-5e3a-9753-ea2ad22a9a33")];

    private static readonly void** Table = MakeTable();

    private static volatile Action<ToastEvent>? _heard;

    /// <param name="heard">Called on any thread.</param>
    public static void Hear(Action<ToastEvent> heard) => _heard = heard;

    /// <returns>With one reference, which is the caller's.</returns>
    public static nint Make(ToastEventKind kind, int showing)
    {
        var handler = (Handler*)NativeMemory.Alloc((nuint)sizeof(Handler));
        *handler = new Handler { Table = Table, References = 1, Kind = kind, Showing = showing };
        return (nint)handler;
    }

    private static void** MakeTable()
    {
        var table = (void**)NativeMemory.Alloc(4, (nuint)sizeof(void*));
        table[0] = (delegate* unmanaged<Handler*, Guid*, nint*, int>)&QueryInterface;
        table[1] = (delegate* unmanaged<Handler*, uint>)&AddReference;
        table[2] = (delegate* unmanaged<Handler*, uint>)&Release;
        table[3] = (delegate* unmanaged<Handler*, nint, nint, int>)&Invoke;
        return table;
    }

    [UnmanagedCallersOnly]
    private static int QueryInterface(Handler* self, Guid* id, nint* result)
    {
        if (*id != Unknown && *id != Agile && *id != Handlers[(int)self->Kind])
        {
            *result = 0;
            return NoInterface;
        }

        Interlocked.Increment(ref self->References);
        *result = (nint)self;
        return 0;
    }

    [UnmanagedCallersOnly]
    private static uint AddReference(Handler* self) => (uint)Interlocked.Increment(ref self->References);

    [UnmanagedCallersOnly]
    private static uint Release(Handler* self)
    {
        var left = Interlocked.Decrement(ref self->References);
        if (left == 0)
        {
            NativeMemory.Free(self);
        }

        return (uint)left;
    }

    [UnmanagedCallersOnly]
    private static int Invoke(Handler* self, nint toast, nint arguments)
    {
        try
        {
            using var told = WinRtObject.Of(arguments);
            _heard?.Invoke(new ToastEvent(self->Kind, self->Showing, told.GetNumber(6, "get_Reason, get_ErrorCode")));
        }
        catch (WinRtException)
        {
            // Nobody can be told why, and then it is as if it had not been said.
        }

        return 0;
    }

    private struct Handler
    {
        public void** Table;
        public int References;
        public ToastEventKind Kind;
        public int Showing;
    }
}
