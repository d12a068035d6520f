using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;
using TrayAgent.Files.Native;

namespace TrayAgent.Files.Writing;

/// <summary>What a file system of Linux keeps beside the content of a file.</summary>
/// <remarks>https://man7.org/linux/man-pages/man7/xattr.7.html</remarks>
internal static unsafe class ExtendedAttributes
{
    /// <summary>Who may do what beyond the nine bits of the mode, in the kernel's own form.</summary>
    public const string AccessList = "system.posix_acl_access";

    /// <summary>Of those that any program may set.</summary>
    /// <exception cref="IOException">They cannot be read.</exception>
    public static ImmutableArray<string> Names(WriteTarget target, SafeFileHandle file) =>
    [
        .. Encoding.UTF8.GetString(Read(target, (buffer, size) => Posix.ListAttributes(file, (byte*)buffer, size)) ?? [])
            .Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Where(name => name.StartsWith("user.", StringComparison.Ordinal)),
    ];

    /// <summary>Null when the file has none of that name, or its file system has none at all.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static byte[]? Get(WriteTarget target, SafeFileHandle file, string name) =>
        Read(target, (buffer, size) => Posix.GetAttribute(file, name, (byte*)buffer, size));

    public static bool TrySet(SafeFileHandle file, string name, ReadOnlySpan<byte> value)
    {
        fixed (byte* start = value)
        {
            return Posix.SetAttribute(file, name, start, (nuint)value.Length, 0) == 0;
        }
    }

    /// <exception cref="IOException">It is still there.</exception>
    public static void Remove(WriteTarget target, SafeFileHandle file, string name)
    {
        if (Posix.RemoveAttribute(file, name) != 0 && !IsNone(Marshal.GetLastPInvokeError()))
        {
            throw PosixFile.Failure(target);
        }
    }

    /// <param name="call">Fills a buffer; asked with none, it says how large one must be.</param>
    private static byte[]? Read(WriteTarget target, Func<nint, nuint, nint> call)
    {
        while (true)
        {
            var size = call(0, 0);
            var value = new byte[Math.Max(size, 0)];
            fixed (byte* start = value)
            {
                var read = size > 0 ? call((nint)start, (nuint)size) : size;
                if (read >= 0)
                {
                    return value[..(int)read];
                }
            }

            // Larger by now than it was a moment ago: once more.
            var error = Marshal.GetLastPInvokeError();
            if (IsNone(error))
            {
                return null;
            }

            if (error != Posix.OutOfRange || size <= 0)
            {
                throw PosixFile.Failure(target);
            }
        }
    }

    private static bool IsNone(int error) => error is Posix.NoSuchAttribute or Posix.NotSupported or Posix.NoSuchCall;
}
