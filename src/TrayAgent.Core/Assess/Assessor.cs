using System.Collections.Immutable;
using TrayAgent.Core.Assess.Rules;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Assess;

/// <summary>Snapshot in, judgement out: every rule is run, then symptoms are taken out.</summary>
public static class Assessor
{
    private static readonly ImmutableArray<Func<Judged, IEnumerable<Found>>> Rules =
    [
        ConfigUnreadable.Find,
        ConfigPortability.Find,
        ProfileLegacyFormat.Find,
        ProfileIncomplete.Find,
        ProfileUnknownSession.Find,
        ProfileMixedCredentials.Find,
        ProfileBrokenChain.Find,
        SessionNoScopes.Find,
        SessionInconsistent.Find,
        SessionStartUrl.Find,
        SessionRegion.Find,
        TokenSignInNeeded.Find,
        TokenEndingSoon.Find,
        TokenNotRefreshable.Find,
        TokenUnreadable.Find,
        RegistrationEnding.Find,
        RegistrationUnreadable.Find,
        CachePermissions.Find,
        ClockSkew.Find,
        CliMissing.Find,
        CliTooOld.Find,
        HomeSplit.Find,
        EndpointOverrides.Find,
        EnvironmentShadowsProfile.Find,
        ClaudeSettingsUnreadable.Find,
        ClaudeSettingsLostKeys.Find,
        ClaudeSettingsManaged.Find,
        ClaudeConfigElsewhere.Find,
        ClaudeEditorEnvironment.Find,
        ClaudeBedrockOff.Find,
        ClaudeBedrockFlagForm.Find,
        ClaudeProviderConflict.Find,
        ClaudeProfileMissing.Find,
        ClaudeProfileUnknown.Find,
        ClaudeRegionNoBedrock.Find,
        ClaudeModelRawId.Find,
        ClaudeModelPrefixRegion.Find,
        ClaudeModelInvalidId.Find,
        ClaudeModelUnpinned.Find,
        ClaudeModelRetired.Find,
        ClaudeProfileLeaks.Find,
        ClaudeRegionMissing.Find,
        ClaudeRefreshMissing.Find,
        ClaudeRefreshWrongProfile.Find,
        ClaudeRefreshWrongFile.Find,
        ClaudeRefreshUnsafe.Find,
        ClaudeExportTooOld.Find,
        ClaudeExportFallsBack.Find,
        ClaudeBearerShadowsProfile.Find,
        ClaudeVersionKnownBad.Find,
        ClaudeVersionTooOld.Find,
        ClaudeNetworkTls.Find,
    ];

    public static Assessment Assess(Snapshot snapshot, Policy policy)
    {
        var claude = ClaudeUse.In(snapshot);
        ImmutableArray<SessionStatus> sessions =
        [
            .. snapshot.Config.Sessions
                .Select(session => SessionJudge.Judge(session, snapshot, policy, claude))
                .OrderBy(session => session.Name, StringComparer.Ordinal),
        ];
        var judged = new Judged(snapshot, policy, claude, sessions);
        var all = Found(judged);
        if (snapshot.Claude.Layers.Any(layer => layer.Scope.IsOfProject()))
        {
            var outside = snapshot with { Claude = snapshot.Claude.OutsideProject };
            all = UserWide.Edits(all, Found(new Judged(outside, policy, claude, sessions)));
        }

        if (TrustGate.Before(snapshot) is { } before)
        {
            all = OnceTrusted.Said(all, Found(new Judged(before, policy, claude, sessions)));
        }

        ImmutableArray<Finding> findings =
        [
            .. Hiding.WithoutSymptoms(all)
                .Select(finding => OutOfReach.Of(finding, snapshot))
                .OrderByDescending(finding => finding.Severity)
                .ThenBy(finding => finding.Code, StringComparer.Ordinal)
                .ThenBy(finding => finding.Subject, StringComparer.Ordinal),
        ];
        return new Assessment
        {
            Snapshot = snapshot,
            Overall = Health.Of(sessions, findings, policy, snapshot.Now),
            Sessions = sessions,
            Findings = findings,
            HiddenCodes = [.. all.Select(found => found.Finding.Code).Except(findings.Select(finding => finding.Code))],
        };
    }

    private static ImmutableArray<Found> Found(Judged judged) => [.. Rules.SelectMany(rule => rule(judged))];

    /// <summary>The part of an assessment that concerns one profile, whose session then matters whatever else is the case.</summary>
    public static Assessment ForProfile(Assessment assessment, string profile, Policy policy) =>
        ProfileScope.Of(assessment, profile, policy);
}
