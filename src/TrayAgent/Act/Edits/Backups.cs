using System.Globalization;
using TrayAgent.Files;
using TrayAgent.Files.Writing;

namespace TrayAgent.Act.Edits;

/// <summary>What was in a file before we edited it: the last ten, and the very first, which no edit of ours has touched.</summary>
internal sealed class Backups(EditPlaces places, TimeProvider time)
{
    private const int Most = 10;

    private const string Stamp = "yyyyMMdd'T'HHmmss'Z'";

    /// <summary>Returns its full path.</summary>
    /// <exception cref="IOException">It cannot be kept, so the file must not be edited; the message names the backup.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public string Keep(string file, ReadOnlyMemory<byte> content)
    {
        var folder = places.Backups(file);
        OwnFolder.CreatePrivate(folder);
        var number = Names(folder).LastOrDefault() is { } last ? Number(last) + 1 : 1;
        var backup = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{number:D6}-") + time.GetUtcNow().UtcDateTime.ToString(Stamp, CultureInfo.InvariantCulture));
        AtomicFile.Write(backup, content.Span);
        return backup;
    }

    /// <summary>The oldest first.</summary>
    public IEnumerable<(int Number, DateTimeOffset At, string Path)> Of(string file)
    {
        var folder = places.Backups(file);
        return Names(folder).Select(name => (
            Number(name),
            DateTimeOffset.TryParseExact(
                name[(name.IndexOf('-', StringComparison.Ordinal) + 1)..], Stamp, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : default,
            Path.Combine(folder, name)));
    }

    /// <summary>Removes all but the first and the last ten; what cannot be removed stays for the next time.</summary>
    public void Prune(string file)
    {
        var folder = places.Backups(file);
        foreach (var name in Names(folder).Skip(1).SkipLast(Most))
        {
            Drop(Path.Combine(folder, name));
        }
    }

    /// <summary>Of an edit that was not made.</summary>
    public static void Drop(string backup)
    {
        try
        {
            File.Delete(backup);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It costs room, nothing else.
        }
    }

    private static string[] Names(string folder) => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder).Select(path => Path.GetFileName(path)).Where(name => Number(name) > 0).Order(StringComparer.Ordinal)]
        : [];

    private static int Number(string name) =>
        int.TryParse(name.Split('-')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
