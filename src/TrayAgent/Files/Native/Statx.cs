using System.Runtime.InteropServices;

namespace TrayAgent.Files.Native;

/// <summary>Linux <c>statx</c>: its layout is the same on every architecture, unlike that of <c>struct stat</c>.</summary>
/// <remarks>https://man7.org/linux/man-pages/man2/statx.2.html</remarks>
internal static partial class Statx
{
    private const int CurrentFolder = -100;
    private const uint InodeAndBirth = 0x100 | 0x800;

    /// <summary>Inode and birth time of what the path leads to; null when it leads nowhere.</summary>
    public static FolderIdentity? Of(string path) =>
        Call(CurrentFolder, path, 0, InodeAndBirth, out var buffer) == 0
            ? new FolderIdentity(buffer.Inode, buffer.BirthSeconds, buffer.BirthNanoseconds)
            : null;

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Call(int folder, string path, int flags, uint mask, out Buffer buffer);

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Buffer
    {
        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(80)]
        public long BirthSeconds;

        [FieldOffset(88)]
        public uint BirthNanoseconds;
    }
}
