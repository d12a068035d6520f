using System.Runtime.InteropServices;

namespace Writers;

/// <summary>The calls of the controls; theirs and not the agent's, so that a change there does not mend them.</summary>
internal static partial class Libc
{
    private const int ReadOnly = 0x80000;

    public static UnixFileMode Umask(UnixFileMode mask) => (UnixFileMode)NativeUmask((uint)mask);

    /// <summary>Without the console of .NET, whose start is slower than everything else here.</summary>
    public static unsafe void Say(ReadOnlySpan<byte> text)
    {
        fixed (byte* start = text)
        {
            _ = Write(1, start, (nuint)text.Length);
        }
    }

    public static void Rename(string from, string to) => Check(NativeRename(from, to), to);

    public static void Sync(string path)
    {
        var descriptor = Open(path, ReadOnly);
        Check(descriptor, path);
        var result = Fsync(descriptor);
        var error = Marshal.GetLastPInvokeError();
        _ = Close(descriptor);
        Marshal.SetLastPInvokeError(error);
        Check(result, path);
    }

    private static void Check(int result, string path)
    {
        if (result < 0)
        {
            throw new IOException($"'{path}': {Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError())}");
        }
    }

    [LibraryImport("libc", EntryPoint = "umask")]
    private static partial uint NativeUmask(uint mask);

    [LibraryImport("libc", EntryPoint = "rename", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int NativeRename(string from, string to);

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "write")]
    private static unsafe partial nint Write(int descriptor, byte* buffer, nuint count);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int descriptor);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);
}
