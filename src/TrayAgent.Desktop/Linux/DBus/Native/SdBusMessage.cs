using System.Runtime.InteropServices;

namespace TrayAgent.Desktop.Linux.DBus.Native;

/// <summary>The functions of sd-bus that make and read messages, without the variadic ones.</summary>
internal static unsafe partial class SdBusMessage
{
    [LibraryImport(
        SdBus.Library, EntryPoint = "sd_bus_message_new_method_call", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int NewMethodCall(
        nint bus, out nint message, string destination, string path, string @interface, string member);

    [LibraryImport(SdBus.Library, EntryPoint = "sd_bus_message_new_signal", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int NewSignal(nint bus, out nint message, string path, string @interface, string member);

    [LibraryImport(SdBus.Library, EntryPoint = "sd_bus_message_new_method_return")]
    public static partial int NewMethodReturn(nint call, out nint message);

    [LibraryImport(SdBus.Library, EntryPoint = "sd_bus_message_set_auto_start")]
    public static partial int SetAutoStart(nint message, int yes);

    [LibraryImport(SdBus.Library, EntryPoint = "sd_bus_message_unref")]
    public static partial nint Unref(nint message);

    [LibraryImport(SdBus.Library, EntryPoint = "sd_bus_message_append_basic")]
    public static partial int AppendBasic(nint message, byte type, void* value);

    [LibraryImport(SdBus.Library, EntryPoint = "sd_bus_message_append_array")]
    public static partial int AppendArray(nint message, byte type, void* values, nuint size);

    [LibraryImport(
        SdBus.Library, EntryPoint = "sd_bus_message_open_container", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int OpenContainer(nint message, byte type, string contents);

    [LibraryImport(SdBus.Library, EntryPoint = "sd_bus_message_close_container")]
    public static partial int CloseContainer(nint message);

    [LibraryImport(SdBus.Library, EntryPoint = "sd_bus_message_read_basic")]
    public static partial int ReadBasic(nint message, byte type, void* value);

    [LibraryImport(
        SdBus.Library, EntryPoint = "sd_bus_message_enter_container", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int EnterContainer(nint message, byte type, string contents);

    [LibraryImport(SdBus.Library, EntryPoint = "sd_bus_message_exit_container")]
    public static partial int ExitContainer(nint message);

    [LibraryImport(SdBus.Library, EntryPoint = "sd_bus_message_peek_type")]
    public static partial int PeekType(nint message, out byte type, out nint contents);

    [LibraryImport(SdBus.Library, EntryPoint = "sd_bus_message_skip")]
    public static partial int Skip(nint message, nint types);

    [LibraryImport(SdBus.Library, EntryPoint = "sd_bus_message_is_method_error")]
    public static partial int IsMethodError(nint message, nint name);

    [LibraryImport(SdBus.Library, EntryPoint = "sd_bus_message_get_error")]
    public static partial SdBusError* GetError(nint message);

    [LibraryImport(SdBus.Library, EntryPoint = "sd_bus_message_get_signature")]
    public static partial nint GetSignature(nint message, int complete);

    [LibraryImport(SdBus.Library, EntryPoint = "sd_bus_message_get_sender")]
    public static partial nint GetSender(nint message);

    [LibraryImport(SdBus.Library, EntryPoint = "sd_bus_message_get_path")]
    public static partial nint GetPath(nint message);

    [LibraryImport(SdBus.Library, EntryPoint = "sd_bus_message_get_interface")]
    public static partial nint GetInterface(nint message);

    [LibraryImport(SdBus.Library, EntryPoint = "sd_bus_message_get_member")]
    public static partial nint GetMember(nint message);

    [LibraryImport(SdBus.Library, EntryPoint = "sd_bus_message_get_expect_reply")]
    public static partial int GetExpectReply(nint message);
}
