namespace TrayAgent.Core.Facts;

/// <summary>The AWS CLI on this machine, as far as files and earlier probes tell.</summary>
public abstract record AwsCli
{
    private AwsCli()
    {
    }

    /// <summary>No <c>aws</c> on the PATH or in the places where installers put it.</summary>
    public sealed record Missing : AwsCli;

    /// <summary>There is one; <paramref name="Version"/> is null while nobody has asked it yet.</summary>
    public sealed record Found(string Path, Version? Version) : AwsCli
    {
        /// <summary>Full path of an older one that comes before it on the PATH, so that everybody who says <c>aws</c> gets that; null: none.</summary>
        public string? Before { get; init; }
    }
}
