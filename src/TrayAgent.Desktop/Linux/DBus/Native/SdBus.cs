using System.Runtime.InteropServices;

namespace TrayAgent.Desktop.Linux.DBus.Native;

/// <summary>
/// The part of sd-bus that has no variadic functions: those cannot be called from C#.
/// https://www.freedesktop.org/software/systemd/man/latest/sd-bus.html
/// </summary>
internal static unsafe partial class SdBus
{
    public const string Library = "libsystemd.so.0";

    [LibraryImport(Library, EntryPoint = "sd_bus_new")]
    public static partial int New(out nint bus);

    [LibraryImport(Library, EntryPoint = "sd_bus_set_address", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetAddress(nint bus, string address);

    [LibraryImport(Library, EntryPoint = "sd_bus_set_bus_client")]
    public static partial int SetBusClient(nint bus, int yes);

    [LibraryImport(Library, EntryPoint = "sd_bus_set_description", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int SetDescription(nint bus, string description);

    [LibraryImport(Library, EntryPoint = "sd_bus_start")]
    public static partial int Start(nint bus);

    [LibraryImport(Library, EntryPoint = "sd_bus_close")]
    public static partial void Close(nint bus);

    [LibraryImport(Library, EntryPoint = "sd_bus_unref")]
    public static partial nint Unref(nint bus);

    [LibraryImport(Library, EntryPoint = "sd_bus_process")]
    public static partial int Process(nint bus, nint message);

    [LibraryImport(Library, EntryPoint = "sd_bus_get_fd")]
    public static partial int GetFd(nint bus);

    [LibraryImport(Library, EntryPoint = "sd_bus_get_events")]
    public static partial int GetEvents(nint bus);

    [LibraryImport(Library, EntryPoint = "sd_bus_get_timeout")]
    public static partial int GetTimeout(nint bus, out ulong microseconds);

    [LibraryImport(Library, EntryPoint = "sd_bus_is_open")]
    public static partial int IsOpen(nint bus);

    [LibraryImport(Library, EntryPoint = "sd_bus_get_unique_name")]
    public static partial int GetUniqueName(nint bus, out nint name);

    [LibraryImport(Library, EntryPoint = "sd_bus_send")]
    public static partial int Send(nint bus, nint message, nint cookie);

    [LibraryImport(Library, EntryPoint = "sd_bus_call_async")]
    public static partial int CallAsync(
        nint bus,
        nint slot,
        nint message,
        delegate* unmanaged<nint, nint, nint, int> callback,
        nint userdata,
        ulong microseconds);

    [LibraryImport(Library, EntryPoint = "sd_bus_add_match_async", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int AddMatchAsync(
        nint bus,
        nint slot,
        string match,
        delegate* unmanaged<nint, nint, nint, int> callback,
        delegate* unmanaged<nint, nint, nint, int> installed,
        nint userdata);

    [LibraryImport(Library, EntryPoint = "sd_bus_add_object", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int AddObject(
        nint bus,
        nint slot,
        string path,
        delegate* unmanaged<nint, nint, nint, int> callback,
        nint userdata);

    [LibraryImport(Library, EntryPoint = "sd_bus_reply_method_error")]
    public static partial int ReplyMethodError(nint call, in SdBusError error);
}

/// <summary>The public struct sd_bus_error; its strings stay ours.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct SdBusError(nint name, nint message)
{
    public readonly nint Name = name;
    public readonly nint Message = message;
    public readonly int NeedFree;
}
