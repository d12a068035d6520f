using System.Collections.Immutable;
using TrayAgent.Core.Facts.Models;
using TrayAgent.Files;
using TrayAgent.Files.Writing;

namespace TrayAgent.State;

/// <summary>Keeps what AWS offered, for the next look; read again only after it changed. Losing it costs one question.</summary>
internal sealed class LiveProfilesFile(AgentPaths paths, TimeProvider time)
{
    private const int MostBytes = 4 * 1024 * 1024;

    /// <summary>More than AWS has regions.</summary>
    private const int MostLists = 64;

    private (FileStamp Stamp, DateTimeOffset At, ImmutableArray<LiveProfiles> Lists)? _read;

    /// <summary>Empty when there is none, or none that can be read.</summary>
    public ImmutableArray<LiveProfiles> Read()
    {
        if (_read is { } known && known.Stamp.IsSettled(known.At) && GuardedFile.Stamp(paths.LiveProfiles) == known.Stamp)
        {
            return known.Lists;
        }

        var now = time.GetUtcNow();
        if (GuardedFile.Read(paths.LiveProfiles, MostBytes) is not FileReading.Content content)
        {
            _read = null;
            return [];
        }

        var lists = LiveProfilesText.Read(content.Bytes);
        _read = (content.Stamp, now, lists);
        return lists;
    }

    /// <summary>In place of what was known of that region.</summary>
    /// <exception cref="IOException">It cannot be written; the message names the file.</exception>
    /// <exception cref="UnauthorizedAccessException">As above.</exception>
    public void Remember(LiveProfiles list)
    {
        OwnFolder.CreatePrivate(paths.StateFolder);
        AtomicFile.Write(
            paths.LiveProfiles,
            LiveProfilesText.Write([list, .. Read().Where(other => other.Region != list.Region).Take(MostLists - 1)]));
    }
}
