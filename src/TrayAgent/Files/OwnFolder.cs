namespace TrayAgent.Files;

/// <summary>Folders that we create are for their owner only; those that exist stay as they are.</summary>
internal static class OwnFolder
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

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
}
