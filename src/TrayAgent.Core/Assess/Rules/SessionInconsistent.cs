using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Assess.Rules;

/// <summary>Inline values in a profile repeat or contradict its session.</summary>
internal static class SessionInconsistent
{
    public static IEnumerable<Found> Find(Judged judged) =>
        from profile in judged.Config.Profiles
        let session = judged.Session(profile.SsoSession)?.Session
        where session is { Kind: SessionKind.SsoSession }
        let repeated = Repeated(profile).ToList()
        where repeated.Count > 0
        let contradicted = Contradicted(profile, session).ToList()
        select new Found(contradicted.Count > 0
            ? Contradiction(judged, profile, contradicted)
            : Repetition(profile, repeated))
        {
            // What only repeats is no cause of anything.
            Profiles = contradicted.Count > 0 ? [profile.Name] : [],
            Session = session.Name,
            File = profile.File,
        };

    private static Finding Contradiction(Judged judged, Profile profile, IEnumerable<string> keys) => new(
        FindingCodes.SessionInconsistent,
        judged.Weigh(profile, Severity.Error),
        profile.Name,
        $"The profile '{profile.Name}' contradicts its session '{profile.SsoSession}' in {Phrase.Names(keys)}, "
        + "and the AWS CLI refuses it.",
        Remedy.Advice($"Remove {Phrase.Names(keys)} from the section at '{profile.File}:{profile.Line}'."));

    private static Finding Repetition(Profile profile, IEnumerable<string> keys) => new(
        FindingCodes.SessionInconsistent,
        Severity.Info,
        profile.Name,
        $"The profile '{profile.Name}' repeats {Phrase.Names(keys)} of its session '{profile.SsoSession}', "
        + "and the Rust SDK refuses that.",
        Remedy.Advice($"Remove {Phrase.Names(keys)} from the section at '{profile.File}:{profile.Line}'."));

    private static IEnumerable<string> Repeated(Profile profile) =>
        Keys(profile.SsoStartUrl is not null, profile.SsoRegion is not null);

    private static IEnumerable<string> Contradicted(Profile profile, SsoSession session) => Keys(
        profile.SsoStartUrl is { } url && session.StartUrl is { } sessionUrl && url != sessionUrl,
        profile.SsoRegion is { } region && session.Region is { } sessionRegion && region != sessionRegion);

    private static IEnumerable<string> Keys(bool url, bool region)
    {
        if (url)
        {
            yield return "sso_start_url";
        }

        if (region)
        {
            yield return "sso_region";
        }
    }
}
