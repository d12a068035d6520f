using System.Collections.Immutable;
using System.IO.Enumeration;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;

namespace TrayAgent.Inspect;

/// <summary>
/// Reads the SSO cache and remembers it: an unchanged file costs one stat, and a file that cannot be read keeps its last value.
/// </summary>
internal sealed class TokenCacheReader(string folder)
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    private Dictionary<string, RememberedFile<CacheFile>> _remembered = [];
    private ImmutableDictionary<string, CacheFile> _files = ImmutableDictionary<string, CacheFile>.Empty;

    /// <param name="sessionFiles">Asked for by name when the folder does not let itself be listed.</param>
    public TokenCache Read(DateTimeOffset now, IEnumerable<string> sessionFiles)
    {
        var problem = List(out var names);
        var remembered = new Dictionary<string, RememberedFile<CacheFile>>(_remembered.Count, StringComparer.Ordinal);
        foreach (var name in problem is null ? names : sessionFiles.Distinct(StringComparer.Ordinal))
        {
            if (Read(name, now) is { } file)
            {
                remembered[name] = file;
            }
        }

        if (!IsSame(remembered))
        {
            _files = remembered.ToImmutableDictionary(entry => entry.Key, entry => entry.Value.Value, StringComparer.Ordinal);
        }

        _remembered = remembered;
        return new TokenCache { Folder = folder, Files = _files, Problem = problem };
    }

    private Problem? List(out List<string> names)
    {
        names = [];
        try
        {
            names.AddRange(new FileSystemEnumerable<string>(
                folder, (ref FileSystemEntry entry) => entry.FileName.ToString(), Everything)
            {
                ShouldIncludePredicate = (ref FileSystemEntry entry) =>
                    entry.FileName.EndsWith(".json", StringComparison.Ordinal),
            });
            return null;
        }
        catch (DirectoryNotFoundException) when (!File.Exists(folder))
        {
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new Problem(folder, null, e is UnauthorizedAccessException
                ? $"The folder '{folder}' may not be listed by this user. Correct its permissions."
                : $"The folder '{folder}' cannot be listed. It must be a folder, or a link to one.");
        }
    }

    private RememberedFile<CacheFile>? Read(string name, DateTimeOffset now)
    {
        var path = Path.Combine(folder, name);
        var earlier = _remembered.GetValueOrDefault(name);
        if (earlier?.IsCurrent(path) == true)
        {
            return earlier;
        }

        return GuardedFile.Read(path, GuardedFile.CacheFileLimit) switch
        {
            FileReading.Content content => new RememberedFile<CacheFile>(
                content.Stamp,
                now,
                Joined(
                    CacheFileParser.Parse(name, content.Stamp.WrittenAt, content.Stamp.Mode, content.Bytes, now),
                    earlier?.Value)),
            FileReading.Refused refused => new RememberedFile<CacheFile>(
                default, now, Joined(Refused(name, refused, now), earlier?.Value)),
            _ => null,
        };
    }

    /// <summary>An unreadable file remembers since when it is so, and what it held before; an equal one stays the same object.</summary>
    private static CacheFile Joined(CacheFile file, CacheFile? earlier)
    {
        if (file is not CacheFile.Unreadable now)
        {
            return file;
        }

        if (earlier is not CacheFile.Unreadable before)
        {
            return now with { LastGood = earlier };
        }

        var joined = now with { Since = before.Since, LastGood = before.LastGood };
        return joined == before ? before : joined;
    }

    /// <summary>It was not opened, so nobody is in the middle of writing it: its date is as old as can be.</summary>
    private static CacheFile.Unreadable Refused(string name, FileReading.Refused refused, DateTimeOffset now) =>
        new($"'{name}' {refused.Reason}.", now, null) { Name = name, WrittenAt = DateTimeOffset.UnixEpoch };

    private bool IsSame(Dictionary<string, RememberedFile<CacheFile>> remembered) =>
        remembered.Count == _files.Count
        && remembered.All(entry => ReferenceEquals(_files.GetValueOrDefault(entry.Key), entry.Value.Value));
}
