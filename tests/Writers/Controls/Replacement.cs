namespace Writers.Controls;

/// <summary>Writers that are nearly right: each leaves out one thing, and a test must see what is lost by that.</summary>
internal static class Replacement
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public static bool WithoutSync(string path, byte[] content)
    {
        var temporary = Create(path, content, OwnerOnly);
        Libc.Rename(temporary, path);
        return true;
    }

    public static bool WithoutFolderSync(string path, byte[] content)
    {
        var temporary = Create(path, content, OwnerOnly);
        Libc.Sync(temporary);
        Libc.Rename(temporary, path);
        return true;
    }

    /// <summary>.NET 10.0.12 loses the error of fsync.</summary>
    public static bool WithFlush(string path, byte[] content)
    {
        var temporary = Temporary(path);
        using (var file = new FileStream(temporary, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = OwnerOnly,
        }))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        Libc.Rename(temporary, path);
        Libc.Sync(Path.GetDirectoryName(path)!);
        return true;
    }

    public static bool WithLateMode(string path, byte[] content)
    {
        var temporary = Create(path, content, mode: null);
        File.SetUnixFileMode(temporary, OwnerOnly);
        Libc.Sync(temporary);
        Libc.Rename(temporary, path);
        Libc.Sync(Path.GetDirectoryName(path)!);
        return true;
    }

    private static string Create(string path, byte[] content, UnixFileMode? mode)
    {
        var temporary = Temporary(path);
        using var file = new FileStream(temporary, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = mode,
        });
        file.Write(content);
        return temporary;
    }

    private static string Temporary(string path) => $"{path}.{Guid.NewGuid():N}.tmp";
}
