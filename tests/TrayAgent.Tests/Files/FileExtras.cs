using System.Runtime.InteropServices;

namespace TrayAgent.Tests.Files;

/// <summary>What a file of Linux has beside its content, set and read by calls of its own: no tool for it need be installed.</summary>
internal static partial class FileExtras
{
    private const string AccessList = "system.posix_acl_access";
    private const string DefaultList = "system.posix_acl_default";

    public static void SetGroup(string path, uint group) => Check(ChangeOwner(path, uint.MaxValue, group));

    public static void Set(string path, string name, byte[] value) => Check(SetAttribute(path, name, value, (nuint)value.Length, 0));

    /// <summary>Hexadecimal; null when there is none.</summary>
    public static string? Get(string path, string name)
    {
        var value = new byte[4096];
        var size = GetAttribute(path, name, value, (nuint)value.Length);
        return size < 0 ? null : Convert.ToHexString(value.AsSpan(0, (int)size));
    }

    /// <summary>Its owner may all, its group read, and the user with this number read and write.</summary>
    public static void Admit(string path, uint user) => Set(path, AccessList, List(user));

    /// <summary>The same for each file that is made in the folder.</summary>
    public static void AdmitByDefault(string folder, uint user) => Set(folder, DefaultList, List(user));

    public static string? AccessListOf(string path) => Get(path, AccessList);

    /// <summary>The number of the group as <c>stat</c> says it.</summary>
    public static string GroupOf(string path)
    {
        using var stat = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("stat", ["-c", "%g", path]) { RedirectStandardOutput = true })!;
        return stat.StandardOutput.ReadToEnd().Trim();
    }

    // https://man7.org/linux/man-pages/man5/acl.5.html: a version, then tag, rights and number of each entry.
    private static byte[] List(uint user)
    {
        (ushort Tag, ushort Rights, uint Id)[] entries =
        [
            (0x01, 6, uint.MaxValue), (0x02, 6, user), (0x04, 4, uint.MaxValue), (0x10, 6, uint.MaxValue), (0x20, 0, uint.MaxValue),
        ];
        return
        [
            .. BitConverter.GetBytes(2),
            .. entries.SelectMany(entry => (byte[])
            [
                .. BitConverter.GetBytes(entry.Tag), .. BitConverter.GetBytes(entry.Rights), .. BitConverter.GetBytes(entry.Id),
            ]),
        ];
    }

    private static void Check(int result)
    {
        if (result != 0)
        {
            throw new IOException(Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError()));
        }
    }

    [LibraryImport("libc", EntryPoint = "chown", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int ChangeOwner(string path, uint owner, uint group);

    [LibraryImport("libc", EntryPoint = "setxattr", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetAttribute(string path, string name, byte[] value, nuint size, int flags);

    [LibraryImport("libc", EntryPoint = "getxattr", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint GetAttribute(string path, string name, byte[] value, nuint size);
}
