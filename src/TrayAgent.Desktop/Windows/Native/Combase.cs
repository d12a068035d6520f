using System.Runtime.InteropServices;

namespace TrayAgent.Desktop.Windows.Native;

/// <summary>The Windows Runtime without a projection: https://learn.microsoft.com/windows/win32/api/roapi/ </summary>
internal static unsafe partial class Combase
{
    /// <summary>No message loop is needed for calls that come back.</summary>
    public const int Multithreaded = 1;

    [LibraryImport("combase", EntryPoint = "RoInitialize")]
    public static partial int Initialize(int type);

    [LibraryImport("combase", EntryPoint = "RoActivateInstance")]
    public static partial int ActivateInstance(nint className, nint* instance);

    [LibraryImport("combase", EntryPoint = "RoGetActivationFactory")]
    public static partial int GetActivationFactory(nint className, Guid* interfaceId, nint* factory);

    [LibraryImport("combase", EntryPoint = "WindowsCreateString", StringMarshalling = StringMarshalling.Utf16)]
    public static partial int CreateString(string text, int length, nint* handle);

    [LibraryImport("combase", EntryPoint = "WindowsDeleteString")]
    public static partial int DeleteString(nint handle);

    [LibraryImport("combase", EntryPoint = "WindowsGetStringRawBuffer")]
    public static partial char* GetString(nint handle, uint* length);
}
