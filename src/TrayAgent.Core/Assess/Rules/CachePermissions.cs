using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>Others on this machine may read a bearer token or a client secret.</summary>
internal static class CachePermissions
{
    private const UnixFileMode Others =
        UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.GroupExecute
        | UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    public static IEnumerable<Found> Find(Judged judged)
    {
        var owners = judged.Sessions.ToLookup(status => status.Session.CacheFileName, StringComparer.Ordinal);
        return judged.Snapshot.Cache.Files.Values
            .Where(file => file is CacheFile.Token or CacheFile.Registration)
            .Where(file => ((file.Mode ?? UnixFileMode.None) & Others) != UnixFileMode.None)
            .Select(file => Found(judged, file, owners[file.Name].FirstOrDefault()));
    }

    private static Found Found(Judged judged, CacheFile file, SessionStatus? owner)
    {
        var path = CachePath.Of(judged.Snapshot, file.Name);
        var content = file is CacheFile.Token ? "an access token" : "a client secret";
        return new Found(new Finding(
            FindingCodes.CachePermissions,
            Judged.Weigh(owner, Severity.Warning),
            path,
            $"Other users of this machine can open '{path}' (mode {Octal(file.Mode!.Value)}), which holds {content}.",
            Remedy.Command($"Make '{path}' yours alone.", "chmod", "600", path)))
        {
            File = path,
        };
    }

    private static string Octal(UnixFileMode mode) => Convert.ToString((int)mode, 8).PadLeft(4, '0');
}
