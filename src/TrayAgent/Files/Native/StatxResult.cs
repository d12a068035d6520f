using System.Runtime.InteropServices;

namespace TrayAgent.Files.Native;

/// <summary>The members of <c>struct statx</c> that we use.</summary>
[StructLayout(LayoutKind.Explicit, Size = 256)]
internal struct StatxResult
{
    public const int CurrentFolder = -100;
    public const int EmptyPath = 0x1000;
    public const uint BasicStats = 0x7ff;
    public const uint BirthTime = 0x800;

    private const ulong Immutable = 0x10;
    private const ulong AppendOnly = 0x20;
    private const ulong MountRoot = 0x2000;
    private const int TypeMask = 0xF000;
    private const int FolderType = 0x4000;
    private const int RegularType = 0x8000;

    [FieldOffset(8)]
    public ulong Attributes;

    [FieldOffset(16)]
    public uint Names;

    [FieldOffset(20)]
    public uint Owner;

    [FieldOffset(24)]
    public uint Group;

    [FieldOffset(28)]
    public ushort Mode;

    [FieldOffset(32)]
    public ulong Inode;

    [FieldOffset(40)]
    public ulong Size;

    [FieldOffset(80)]
    public long BirthSeconds;

    [FieldOffset(88)]
    public uint BirthNanoseconds;

    [FieldOffset(96)]
    public long ChangedSeconds;

    [FieldOffset(104)]
    public uint ChangedNanoseconds;

    [FieldOffset(112)]
    public long WrittenSeconds;

    [FieldOffset(120)]
    public uint WrittenNanoseconds;

    public readonly bool IsFolder => (Mode & TypeMask) == FolderType;

    public readonly bool IsRegular => (Mode & TypeMask) == RegularType;

    /// <summary>By <c>chattr</c>: not even root may rename it, or anything in it.</summary>
    public readonly bool IsFixed => (Attributes & (Immutable | AppendOnly)) != 0;

    /// <summary>Another file lies over this one, as in a container. Linux 5.8 and later say so.</summary>
    public readonly bool IsMounted => (Attributes & MountRoot) != 0;

    public readonly FileStamp Stamp => new(
        (long)Size,
        Time(WrittenSeconds, WrittenNanoseconds),
        Time(ChangedSeconds, ChangedNanoseconds),
        Inode,
        (UnixFileMode)(Mode & 0xFFF));

    /// <summary>A file system may hold any number of seconds; .NET's dates do not.</summary>
    private static DateTimeOffset Time(long seconds, uint nanoseconds) =>
        DateTimeOffset.FromUnixTimeSeconds(Math.Clamp(seconds, 0, 253_402_300_798L)).AddTicks(nanoseconds / 100);
}
