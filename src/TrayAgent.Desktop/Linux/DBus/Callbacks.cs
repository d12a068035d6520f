using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace TrayAgent.Desktop.Linux.DBus;

/// <summary>
/// What sd-bus calls. It gets a number instead of a pointer to a managed object:
/// a number that is no longer known does no harm, and nothing has to be pinned or freed.
/// </summary>
internal static unsafe class Callbacks
{
    private static readonly ConcurrentDictionary<nint, Entry> Entries = new();
    private static long _last;

    public static delegate* unmanaged<nint, nint, nint, int> Reply => &OnReply;

    public static delegate* unmanaged<nint, nint, nint, int> Signal => &OnSignal;

    public static delegate* unmanaged<nint, nint, nint, int> Installed => &OnInstalled;

    public static delegate* unmanaged<nint, nint, nint, int> MethodCall => &OnMethodCall;

    public static nint Add(BusConnection owner, Action<MessageReader> handle)
    {
        var number = (nint)Interlocked.Increment(ref _last);
        Entries[number] = new Entry(owner, handle);
        return number;
    }

    public static void Remove(nint number) => Entries.TryRemove(number, out _);

    public static void RemoveAll(BusConnection owner)
    {
        foreach (var (number, entry) in Entries)
        {
            if (entry.Owner == owner)
            {
                Remove(number);
            }
        }
    }

    [UnmanagedCallersOnly]
    private static int OnReply(nint message, nint number, nint error)
    {
        if (Entries.TryRemove(number, out var entry))
        {
            entry.Run(message);
        }

        return 1;
    }

    [UnmanagedCallersOnly]
    private static int OnSignal(nint message, nint number, nint error)
    {
        if (Entries.TryGetValue(number, out var entry))
        {
            entry.Run(message);
        }

        // Zero lets the other matches see the signal, too.
        return 0;
    }

    /// <summary>Without this callback sd-bus closes the whole connection when one match rule is refused.</summary>
    [UnmanagedCallersOnly]
    private static int OnInstalled(nint message, nint number, nint error) => 1;

    [UnmanagedCallersOnly]
    private static int OnMethodCall(nint message, nint number, nint error)
    {
        if (!Entries.TryGetValue(number, out var entry))
        {
            return 0;
        }

        entry.Run(message);
        return 1;
    }

    private sealed record Entry(BusConnection Owner, Action<MessageReader> Handle)
    {
        public void Run(nint message)
        {
            try
            {
                Handle(new MessageReader(message));
            }
#pragma warning disable CA1031 // An exception that reaches native code ends the process.
            catch (Exception e)
#pragma warning restore CA1031
            {
                Owner.Report(e);
            }
        }
    }
}
