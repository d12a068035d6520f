using Microsoft.Win32.SafeHandles;
using TrayAgent.Files.Native;

namespace TrayAgent.Files.Writing;

/// <summary>A file that lost its place to ours, and soon its name: still open, to see whether somebody writes to it.</summary>
internal sealed class DisplacedFile : IDisposable
{
    private readonly SafeFileHandle _file;

    private DisplacedFile(SafeFileHandle file) => _file = file;

    /// <summary>Null when it cannot be opened.</summary>
    public static DisplacedFile? Open(SafeFileHandle folder, string name)
    {
        var file = new SafeFileHandle(Posix.OpenAt(folder, name, Posix.OpenToRead | Posix.NoLink, 0), ownsHandle: true);
        if (!file.IsInvalid)
        {
            return new DisplacedFile(file);
        }

        file.Dispose();
        return null;
    }

    /// <summary>Null when they cannot be read.</summary>
    public ReadOnlyMemory<byte>? Bytes()
    {
        try
        {
            var length = RandomAccess.GetLength(_file);
            var bytes = new byte[Math.Min(length, GuardedFile.ConfigFileLimit)];
            return bytes.AsMemory(0, RandomAccess.Read(_file, bytes, 0));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public void Dispose() => _file.Dispose();
}
