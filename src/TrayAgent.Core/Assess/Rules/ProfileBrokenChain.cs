using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>A role chain that loops, or whose source does not exist.</summary>
internal static class ProfileBrokenChain
{
    public static IEnumerable<Found> Find(Judged judged) => judged.Config.Profiles
        .Where(profile => profile.Kind == ProfileKind.Broken && profile.RoleArn is not null)
        .Select(profile => new Found(new Finding(
            FindingCodes.ProfileBrokenChain,
            judged.Weigh(profile, Severity.Error),
            profile.Name,
            $"The profile '{profile.Name}' assumes a role, but {Reason(judged, profile)}.",
            Remedy.Advice($"Correct 'source_profile' at '{profile.File}:{profile.Line}'.")))
        {
            Profiles = [profile.Name, .. profile.Chain],
            File = profile.File,
        });

    private static string Reason(Judged judged, Profile profile)
    {
        var chain = profile.Chain;
        if (chain.Length > 1 && chain.IndexOf(chain[^1]) < chain.Length - 1)
        {
            return $"its chain comes back to where it was: {Path(profile)}";
        }

        var last = chain.IsEmpty ? profile : judged.Profile(chain[^1]);
        return last switch
        {
            null => $"its source '{chain[^1]}' does not exist",
            { SourceProfile: null } when last.Name == profile.Name => "names no 'source_profile'",
            { SourceProfile: { } source } when judged.Profile(source) is null => $"its source '{source}' does not exist",
            { SourceProfile: { } source } => $"its chain comes back to where it was: {Path(profile)} -> '{source}'",
            _ => $"its chain ends at '{last.Name}', which gives no credentials",
        };
    }

    private static string Path(Profile profile) => string.Join(" -> ", profile.Chain.Select(name => $"'{name}'"));
}
