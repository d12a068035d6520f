using System.Collections.Immutable;
using System.Diagnostics;

namespace TrayAgent.Core.Assess;

/// <summary>Which cause hides which symptom: the one place that says so.</summary>
internal static class Hiding
{
    private static readonly ImmutableArray<DependsOn> Table =
    [
        // Half of what an unreadable file says is missing from our picture, and every tool fails before it gets that far.
        new(FindingCodes.ProfileIncomplete, FindingCodes.ConfigUnreadable, By.Machine),
        new(FindingCodes.ProfileUnknownSession, FindingCodes.ConfigUnreadable, By.Machine),
        new(FindingCodes.ProfileBrokenChain, FindingCodes.ConfigUnreadable, By.Machine),
        new(FindingCodes.ClaudeProfileUnknown, FindingCodes.ConfigUnreadable, By.Machine),
        new(FindingCodes.ConfigPortability, FindingCodes.ConfigUnreadable, By.File),
        new(FindingCodes.ProfileLegacyFormat, FindingCodes.ConfigUnreadable, By.File),
        new(FindingCodes.ProfileMixedCredentials, FindingCodes.ConfigUnreadable, By.File),
        new(FindingCodes.SessionNoScopes, FindingCodes.ConfigUnreadable, By.File),
        new(FindingCodes.SessionInconsistent, FindingCodes.ConfigUnreadable, By.File),
        new(FindingCodes.SessionStartUrl, FindingCodes.ConfigUnreadable, By.File),
        new(FindingCodes.SessionRegion, FindingCodes.ConfigUnreadable, By.File),

        new(FindingCodes.ProfileIncomplete, FindingCodes.ProfileUnknownSession, By.Profile),
        new(FindingCodes.ProfileMixedCredentials, FindingCodes.ProfileUnknownSession, By.Profile),
        new(FindingCodes.ProfileBrokenChain, FindingCodes.ProfileUnknownSession, By.Profile),
        new(FindingCodes.ProfileLegacyFormat, FindingCodes.ProfileUnknownSession, By.Profile),
        new(FindingCodes.TokenSignInNeeded, FindingCodes.ProfileUnknownSession, By.Profile),
        new(FindingCodes.ProfileLegacyFormat, FindingCodes.ProfileIncomplete, By.Profile),
        new(FindingCodes.ProfileBrokenChain, FindingCodes.ProfileIncomplete, By.Profile),
        new(FindingCodes.ProfileIncomplete, FindingCodes.SessionInconsistent, By.Profile),
        new(FindingCodes.ProfileBrokenChain, FindingCodes.SessionInconsistent, By.Profile),

        // Nobody can sign in to a session that says not where.
        new(FindingCodes.TokenSignInNeeded, FindingCodes.SessionStartUrl, By.Session, Severity.Error),
        new(FindingCodes.TokenSignInNeeded, FindingCodes.SessionRegion, By.Session, Severity.Error),
        new(FindingCodes.TokenSignInNeeded, FindingCodes.TokenUnreadable, By.Session, Severity.Error),
        new(FindingCodes.TokenNotRefreshable, FindingCodes.TokenSignInNeeded, By.Session),
        new(FindingCodes.RegistrationEnding, FindingCodes.TokenSignInNeeded, By.Session),
        new(FindingCodes.TokenNotRefreshable, FindingCodes.ProfileLegacyFormat, By.Session),
        new(FindingCodes.TokenNotRefreshable, FindingCodes.SessionNoScopes, By.Session),
        new(FindingCodes.RegistrationEnding, FindingCodes.TokenNotRefreshable, By.Session),
        new(FindingCodes.CliTooOld, FindingCodes.CliMissing, By.Machine),

        // From such a region nothing can be called, however it is written.
        new(FindingCodes.ClaudeModelRawId, FindingCodes.ClaudeRegionNoBedrock, By.Machine),
        new(FindingCodes.ClaudeModelPrefixRegion, FindingCodes.ClaudeRegionNoBedrock, By.Machine),
        new(FindingCodes.ClaudeModelInvalidId, FindingCodes.ClaudeRegionNoBedrock, By.Machine),
        new(FindingCodes.ClaudeModelUnpinned, FindingCodes.ClaudeRegionNoBedrock, By.Machine),
        new(FindingCodes.ClaudeModelRetired, FindingCodes.ClaudeRegionNoBedrock, By.Machine),

        // The pin may stand in the file that Claude Code cannot read.
        new(FindingCodes.ClaudeModelUnpinned, FindingCodes.ClaudeSettingsUnreadable, By.Machine, Severity.Error),
        new(FindingCodes.ClaudeModelUnpinned, FindingCodes.ClaudeSettingsLostKeys, By.Key),

        // Compared with a region that nobody chose, every prefix but two seems wrong.
        new(FindingCodes.ClaudeModelPrefixRegion, FindingCodes.ClaudeRegionMissing, By.Machine),
        new(FindingCodes.ClaudeModelPrefixRegion, FindingCodes.ClaudeModelInvalidId, By.Key),
        new(FindingCodes.ClaudeModelRetired, FindingCodes.ClaudeModelRawId, By.Key),
        new(FindingCodes.ClaudeModelRetired, FindingCodes.ClaudeModelPrefixRegion, By.Key),
        new(FindingCodes.ClaudeModelRetired, FindingCodes.ClaudeModelInvalidId, By.Key),

        // What an unreadable file of Claude Code's says is missing from our picture; one with a mistake is read.
        new(FindingCodes.ClaudeBedrockOff, FindingCodes.ClaudeSettingsUnreadable, By.Machine, Severity.Error),
        new(FindingCodes.ClaudeProfileMissing, FindingCodes.ClaudeSettingsUnreadable, By.Machine, Severity.Error),
        new(FindingCodes.ClaudeRegionMissing, FindingCodes.ClaudeSettingsUnreadable, By.Machine, Severity.Error),
        new(FindingCodes.ClaudeRefreshMissing, FindingCodes.ClaudeSettingsUnreadable, By.Machine, Severity.Error),
        new(FindingCodes.ClaudeExportFallsBack, FindingCodes.ClaudeSettingsUnreadable, By.Machine, Severity.Error),
        new(FindingCodes.ClaudeSettingsLostKeys, FindingCodes.ClaudeSettingsUnreadable, By.File, Severity.Error),

        // Put back, they are not missing any more.
        new(FindingCodes.ClaudeBedrockOff, FindingCodes.ClaudeSettingsLostKeys, By.Key),
        new(FindingCodes.ClaudeProfileMissing, FindingCodes.ClaudeSettingsLostKeys, By.Key),
        new(FindingCodes.ClaudeRegionMissing, FindingCodes.ClaudeSettingsLostKeys, By.Key),
        new(FindingCodes.ClaudeRefreshMissing, FindingCodes.ClaudeSettingsLostKeys, By.Key),

        // A config that cannot be read, and a profile that does not exist, have neither region nor session.
        new(FindingCodes.ClaudeProfileMissing, FindingCodes.ConfigUnreadable, By.Machine),
        new(FindingCodes.ClaudeRegionMissing, FindingCodes.ConfigUnreadable, By.Machine),
        new(FindingCodes.ClaudeRefreshWrongProfile, FindingCodes.ConfigUnreadable, By.Machine),
        new(FindingCodes.ClaudeRegionMissing, FindingCodes.ClaudeProfileUnknown, By.Profile),
        new(FindingCodes.ClaudeRegionMissing, FindingCodes.ClaudeProfileMissing, By.Machine),
        new(FindingCodes.ClaudeProfileLeaks, FindingCodes.ClaudeProfileUnknown, By.Profile),
        new(FindingCodes.ClaudeRefreshMissing, FindingCodes.ClaudeRefreshUnsafe, By.Profile),
        new(FindingCodes.ClaudeRefreshMissing, FindingCodes.ClaudeRefreshWrongFile, By.Key),

        // Nothing of what Claude Code would find there is known.
        new(FindingCodes.ClaudeProfileUnknown, FindingCodes.ClaudeConfigElsewhere, By.Machine, Severity.Error),
        new(FindingCodes.ClaudeProfileMissing, FindingCodes.ClaudeConfigElsewhere, By.Machine, Severity.Error),
        new(FindingCodes.ClaudeRegionMissing, FindingCodes.ClaudeConfigElsewhere, By.Machine, Severity.Error),
        new(FindingCodes.ClaudeRefreshWrongProfile, FindingCodes.ClaudeConfigElsewhere, By.Machine, Severity.Error),

        // One update mends both.
        new(FindingCodes.ClaudeVersionTooOld, FindingCodes.ClaudeVersionKnownBad, By.Machine),
    ];

    private enum By
    {
        Machine,
        File,
        Profile,
        Session,
        Key,
    }

    /// <summary>What is left when every symptom whose cause is among the findings is taken out.</summary>
    public static IEnumerable<Finding> WithoutSymptoms(IReadOnlyCollection<Found> all)
    {
        var byCode = all.ToLookup(found => found.Finding.Code);
        var hidden = new HashSet<Found>(ReferenceEqualityComparer.Instance);
        foreach (var entry in Table)
        {
            var causes = byCode[entry.Cause]
                .Where(cause => cause.Finding.Severity >= entry.Least)
                .SelectMany(cause => Keys(cause, entry.By))
                .ToHashSet();
            hidden.UnionWith(byCode[entry.Symptom].Where(symptom => Keys(symptom, entry.By).Any(causes.Contains)));
        }

        return all.Where(found => !hidden.Contains(found)).Select(found => found.Finding);
    }

    private static ImmutableArray<string> Keys(Found found, By by) => by switch
    {
        By.Machine => [""],
        By.File => found.File is { } file ? [file] : [],
        By.Profile => found.Profiles,
        By.Key => found.Keys,
        By.Session => found.Session is { } session ? [session] : [],
        _ => throw new UnreachableException(),
    };

    private sealed record DependsOn(string Symptom, string Cause, By By, Severity Least = Severity.Info);
}
