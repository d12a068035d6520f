namespace TrayAgent.Files;

/// <summary>Folders that we create are for their owner only.</summary>
internal static class OwnFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>A folder that exists stays as it is.</summary>
    /// <exception cref="IOException">It cannot be made; the message names it.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static void Create(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        // .NET gives the mode to the last folder only, and the default to those above it.
        if (!Directory.Exists(path))
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } parent)
            {
                Create(parent);
            }

            Directory.CreateDirectory(path, OwnerOnly);
        }
    }

    /// <summary>A folder of ours alone: also when it exists, nobody else may look into it.</summary>
    /// <exception cref="IOException">It cannot be made; the message names it.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static void CreatePrivate(string path)
    {
        Create(path);
        if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) != OwnerOnly)
        {
            File.SetUnixFileMode(path, OwnerOnly);
        }
    }
}
