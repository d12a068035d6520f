using TrayAgent.Files;

namespace TrayAgent.Inspect;

/// <summary>What a file was read as, and when, so that it is read again only after it changed.</summary>
internal sealed record RememberedFile<T>(FileStamp Stamp, DateTimeOffset ReadAt, T Value)
{
    public bool IsCurrent(string path) => Stamp.IsSettled(ReadAt) && GuardedFile.Stamp(path) == Stamp;
}
