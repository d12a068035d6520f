using System.Formats.Tar;
using System.IO.Compression;

namespace TrayAgent.Package;

/// <summary>A <c>.tar.gz</c> of a folder, with nobody's name and nobody's clock in it.</summary>
internal static class Tarball
{
    /// <param name="folder">Its own name is that of the folder in the archive.</param>
    /// <param name="path">Of the archive.</param>
    public static void Write(string folder, string path)
    {
        using var file = File.Create(path);
        using var zip = new GZipStream(file, CompressionLevel.SmallestSize);

        // Pax would have the number of this process in it.
        using var tar = new TarWriter(zip, TarEntryFormat.Ustar);
        var parent = Path.GetDirectoryName(folder)!;
        foreach (var entry in Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Prepend(folder).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(parent, entry);
            using var content = File.Exists(entry) ? File.OpenRead(entry) : null;
            var written = new UstarTarEntry(content is null ? TarEntryType.Directory : TarEntryType.RegularFile, name)
            {
                Mode = File.GetUnixFileMode(entry),
                ModificationTime = Workshop.Time,
                UserName = "root",
                GroupName = "root",
            };
            if (content is not null)
            {
                written.DataStream = content;
            }

            tar.WriteEntry(written);
        }
    }
}
