using System.Collections.Immutable;

namespace TrayAgent.Core.Facts.Aws;

/// <summary>What lies in <c>~/.aws/sso/cache</c>.</summary>
public sealed record TokenCache
{
    /// <summary>Full path; it may not exist.</summary>
    public required string Folder { get; init; }

    /// <summary>Only files of interest: all <c>*.json</c> that were read, by file name.</summary>
    public ImmutableDictionary<string, CacheFile> Files { get; init; } = ImmutableDictionary<string, CacheFile>.Empty;

    /// <summary>Why the folder itself could not be listed; null when it could, or does not exist.</summary>
    public Problem? Problem { get; init; }

    public CacheFile? this[string fileName] => Files.GetValueOrDefault(fileName);
}
