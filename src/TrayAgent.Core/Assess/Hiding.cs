using System.Collections.Immutable;
using System.Diagnostics;

namespace TrayAgent.Core.Assess;

/// <summary>Which cause hides which symptom: the one place that says so.</summary>
internal static class Hiding
{
    private static readonly ImmutableArray<Cause> Table =
    [
        // Half of what an unreadable file says is missing from our picture, and every tool fails before it gets that far.
        new(FindingCodes.ConfigUnreadable, By.Machine, Severity.Info,
            FindingCodes.ProfileIncomplete, FindingCodes.ProfileUnknownSession, FindingCodes.ProfileBrokenChain,
            FindingCodes.ClaudeProfileUnknown, FindingCodes.ClaudeProfileMissing, FindingCodes.ClaudeRegionMissing,
            FindingCodes.ClaudeRefreshWrongProfile),
        new(FindingCodes.ConfigUnreadable, By.File, Severity.Info,
            FindingCodes.ConfigPortability, FindingCodes.ProfileLegacyFormat, FindingCodes.ProfileMixedCredentials,
            FindingCodes.SessionNoScopes, FindingCodes.SessionInconsistent, FindingCodes.SessionStartUrl,
            FindingCodes.SessionRegion),
        new(FindingCodes.ProfileUnknownSession, By.Profile, Severity.Info,
            FindingCodes.ProfileIncomplete, FindingCodes.ProfileMixedCredentials, FindingCodes.ProfileBrokenChain,
            FindingCodes.TokenSignInNeeded),
        new(FindingCodes.ProfileIncomplete, By.Profile, Severity.Info, FindingCodes.ProfileBrokenChain),
        new(FindingCodes.SessionInconsistent, By.Profile, Severity.Info,
            FindingCodes.ProfileIncomplete, FindingCodes.ProfileBrokenChain),

        // Nobody can sign in to a session that says not where.
        new(FindingCodes.SessionStartUrl, By.Session, Severity.Error, FindingCodes.TokenSignInNeeded),
        new(FindingCodes.SessionRegion, By.Session, Severity.Error, FindingCodes.TokenSignInNeeded),
        new(FindingCodes.TokenUnreadable, By.Session, Severity.Error, FindingCodes.TokenSignInNeeded),
        new(FindingCodes.TokenSignInNeeded, By.Session, Severity.Info, FindingCodes.TokenNotRefreshable),
        new(FindingCodes.SessionNoScopes, By.Session, Severity.Info, FindingCodes.TokenNotRefreshable),
        new(FindingCodes.TokenNotRefreshable, By.Session, Severity.Info, FindingCodes.RegistrationEnding),

        // From such a region nothing can be called, however it is written.
        new(FindingCodes.ClaudeRegionNoBedrock, By.Machine, Severity.Info,
            FindingCodes.ClaudeModelRawId, FindingCodes.ClaudeModelPrefixRegion, FindingCodes.ClaudeModelInvalidId,
            FindingCodes.ClaudeModelUnpinned, FindingCodes.ClaudeModelRetired),

        // What an unreadable file of Claude Code's says is missing from our picture; one with a mistake is read.
        new(FindingCodes.ClaudeSettingsUnreadable, By.Machine, Severity.Error,
            FindingCodes.ClaudeModelUnpinned, FindingCodes.ClaudeBedrockOff, FindingCodes.ClaudeProfileMissing,
            FindingCodes.ClaudeRegionMissing, FindingCodes.ClaudeRefreshMissing, FindingCodes.ClaudeExportFallsBack),

        // It is there, and only has the wrong form.
        new(FindingCodes.ClaudeSettingsUnreadable, By.Key, Severity.Info,
            FindingCodes.ClaudeModelUnpinned, FindingCodes.ClaudeProfileMissing, FindingCodes.ClaudeRegionMissing,
            FindingCodes.ClaudeRefreshMissing),

        // Put back, they are not missing any more.
        new(FindingCodes.ClaudeSettingsLostKeys, By.Key, Severity.Info,
            FindingCodes.ClaudeModelUnpinned, FindingCodes.ClaudeBedrockOff, FindingCodes.ClaudeProfileMissing,
            FindingCodes.ClaudeRegionMissing, FindingCodes.ClaudeRefreshMissing),

        // Compared with a region that nobody chose, every prefix but two seems wrong.
        new(FindingCodes.ClaudeRegionMissing, By.Machine, Severity.Info, FindingCodes.ClaudeModelPrefixRegion),
        new(FindingCodes.ClaudeModelInvalidId, By.Key, Severity.Info,
            FindingCodes.ClaudeModelPrefixRegion, FindingCodes.ClaudeModelRetired),
        new(FindingCodes.ClaudeModelRawId, By.Key, Severity.Info, FindingCodes.ClaudeModelRetired),
        new(FindingCodes.ClaudeModelPrefixRegion, By.Key, Severity.Info, FindingCodes.ClaudeModelRetired),
        new(FindingCodes.ClaudeSettingsUnreadable, By.File, Severity.Error, FindingCodes.ClaudeSettingsLostKeys),
        new(FindingCodes.ClaudeProfileUnknown, By.Profile, Severity.Info,
            FindingCodes.ClaudeRegionMissing, FindingCodes.ClaudeRefreshMissing, FindingCodes.ClaudeProfileLeaks),
        new(FindingCodes.ClaudeProfileMissing, By.Machine, Severity.Info, FindingCodes.ClaudeRegionMissing),
        new(FindingCodes.ClaudeRefreshUnsafe, By.Profile, Severity.Info, FindingCodes.ClaudeRefreshMissing),
        new(FindingCodes.ClaudeRefreshUnsafe, By.Key, Severity.Info,
            FindingCodes.ClaudeProfileUnknown, FindingCodes.ClaudeRefreshWrongProfile),
        new(FindingCodes.ClaudeRefreshWrongFile, By.Key, Severity.Info, FindingCodes.ClaudeRefreshMissing),

        // Nothing of what Claude Code would find there is known.
        new(FindingCodes.ClaudeConfigElsewhere, By.Machine, Severity.Error,
            FindingCodes.ClaudeProfileUnknown, FindingCodes.ClaudeProfileMissing, FindingCodes.ClaudeRegionMissing,
            FindingCodes.ClaudeRefreshWrongProfile),

        // One update mends both.
        new(FindingCodes.ClaudeVersionKnownBad, By.Machine, Severity.Info, FindingCodes.ClaudeVersionTooOld),
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
            var causes = byCode[entry.Code]
                .Where(cause => cause.Finding.Severity >= entry.Least)
                .SelectMany(cause => Keys(cause, entry.By))
                .ToHashSet();
            hidden.UnionWith(entry.Symptoms.SelectMany(code => byCode[code]).Where(symptom => Keys(symptom, entry.By).Any(causes.Contains)));
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

    /// <param name="Code">Of the finding that hides.</param>
    /// <param name="By">What both must be about.</param>
    /// <param name="Least">A lesser one hides nothing.</param>
    /// <param name="Symptoms">The codes that it hides.</param>
    private sealed record Cause(string Code, By By, Severity Least, params ImmutableArray<string> Symptoms);
}
