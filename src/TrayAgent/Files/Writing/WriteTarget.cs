namespace TrayAgent.Files.Writing;

/// <summary>Where a path really leads: links are followed, so that a link in a dotfiles folder stays one.</summary>
/// <param name="Asked">The path as the caller knows it, for messages.</param>
/// <param name="Folder">Full path of a folder, without links on the way to it when it exists.</param>
/// <param name="Name">Of the file in it, which may not exist.</param>
internal sealed record WriteTarget(string Asked, string Folder, string Name)
{
    private const int MostLinks = 40;

    public string FullName => Path.Combine(Folder, Name);

    /// <summary>The path itself is a link, not only a folder on the way to it.</summary>
    public bool IsLinked { get; private init; }

    /// <summary>Makes the folders that are missing (0700), but none that only a link points at: its disk may not be mounted.</summary>
    /// <exception cref="WriteRefusedException">The links lead in a circle or to a folder that does not exist.</exception>
    /// <exception cref="IOException">A folder cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public static WriteTarget Of(string path)
    {
        var target = Find(path);
        if (!target.IsLinked)
        {
            OwnFolder.Create(target.Folder);
        }

        return target;
    }

    /// <summary>As <see cref="Of"/>, but makes nothing.</summary>
    /// <exception cref="WriteRefusedException">The links lead in a circle or to a folder that does not exist.</exception>
    public static WriteTarget Find(string path)
    {
        var asked = Path.GetFullPath(path);
        var target = asked;
        for (var links = 0; LinkTarget(target) is { } next; links++)
        {
            if (links == MostLinks)
            {
                throw new WriteRefusedException($"'{asked}' is a link that leads back to itself. Remove it.");
            }

            target = Next(asked, target, next);
        }

        var folder = Path.GetDirectoryName(target)
            ?? throw new WriteRefusedException($"'{asked}' is a folder, not a file.");
        return new WriteTarget(asked, RealFolder.Of(folder) ?? folder, Path.GetFileName(target)) { IsLinked = target != asked };
    }

    /// <summary>
    /// '..' leads out of the folder in which the link really lies, not out of a link to that folder:
    /// otherwise what <c>stow</c> makes would lead us to another file than everybody else.
    /// </summary>
    private static string Next(string asked, string link, string next)
    {
        var place = Path.Combine(Path.GetDirectoryName(link)!, next);
        return Path.GetFileName(place) is "" or "." or ".."
            ? RealFolder.Of(place) ?? throw Unmounted()
            : Path.Combine(RealFolder.Of(Path.GetDirectoryName(place)!) ?? throw Unmounted(), Path.GetFileName(place));

        WriteRefusedException Unmounted() => new(
            $"'{asked}' is a link to '{Path.GetFullPath(place)}', whose folder does not exist. Create the folder, or remove the link.");
    }

    private static string? LinkTarget(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What cannot be looked at cannot be written either, and the attempt says why.
            return null;
        }
    }
}
