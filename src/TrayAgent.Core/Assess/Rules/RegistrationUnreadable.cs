using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>An unreadable registration file makes 'aws sso login' fail until somebody deletes it.</summary>
internal static class RegistrationUnreadable
{
    private const int HashLength = 40;

    public static IEnumerable<Found> Find(Judged judged)
    {
        var tokens = judged.Sessions.Select(status => status.Session.CacheFileName).ToHashSet(StringComparer.Ordinal);
        var torn = judged.Snapshot.Cache.Files.Values
            .OfType<CacheFile.Unreadable>()
            .Where(file => IsHashed(file.Name) && !tokens.Contains(file.Name))
            .Where(file => file.Since <= judged.Now.Minus(SessionJudge.Patience))
            .ToList();
        if (torn.Count == 0)
        {
            return [];
        }

        var owners = judged.Sessions.ToLookup(status => RegistrationFileName.Of(status.Session), StringComparer.Ordinal);
        return torn.Select(file =>
            Found(judged, file, owners[file.Name].OrderByDescending(owner => owner.Matters).FirstOrDefault()));
    }

    private static Found Found(Judged judged, CacheFile.Unreadable file, SessionStatus? owner)
    {
        var path = CachePath.Of(judged.Snapshot, file.Name);
        var consequence = owner is null
            ? "if it is a client registration, 'aws sso login' fails until it is gone"
            : $"'aws sso login' to '{owner.Name}' fails until it is gone";
        return new Found(new Finding(
            FindingCodes.RegistrationUnreadable,
            Judged.Weigh(owner, Severity.Error),
            path,
            $"The file '{path}' cannot be read, and {consequence}.",
            Remedies.Delete(path)))
        {
            Session = owner?.Name,
            File = path,
        };
    }

    private static bool IsHashed(string name) =>
        name.Length == HashLength + ".json".Length
        && name.EndsWith(".json", StringComparison.Ordinal)
        && name.Take(HashLength).All(char.IsAsciiHexDigitLower);
}
