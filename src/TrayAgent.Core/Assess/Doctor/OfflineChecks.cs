using System.Collections.Immutable;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Assess.Doctor;

/// <summary>One check per code of a finding that the files can show.</summary>
internal static class OfflineChecks
{
    /// <summary>Whoever adds a code adds it here; the doctor's own codes (<see cref="OnlineFindings"/>) are no checks of files.</summary>
    private static readonly ImmutableArray<string> Codes =
    [
        FindingCodes.ConfigUnreadable,
        FindingCodes.ConfigPortability,
        FindingCodes.ProfileLegacyFormat,
        FindingCodes.ProfileIncomplete,
        FindingCodes.ProfileUnknownSession,
        FindingCodes.ProfileMixedCredentials,
        FindingCodes.ProfileBrokenChain,
        FindingCodes.SessionNoScopes,
        FindingCodes.SessionInconsistent,
        FindingCodes.SessionStartUrl,
        FindingCodes.SessionRegion,
        FindingCodes.TokenSignInNeeded,
        FindingCodes.TokenEndingSoon,
        FindingCodes.TokenNotRefreshable,
        FindingCodes.TokenUnreadable,
        FindingCodes.RegistrationEnding,
        FindingCodes.RegistrationUnreadable,
        FindingCodes.CachePermissions,
        FindingCodes.ClockSkew,
        FindingCodes.CliMissing,
        FindingCodes.CliTooOld,
        FindingCodes.HomeSplit,
        FindingCodes.EndpointOverride,
        FindingCodes.EnvironmentShadowsProfile,
        FindingCodes.ClaudeSettingsUnreadable,
        FindingCodes.ClaudeSettingsLostKeys,
        FindingCodes.ClaudeSettingsManaged,
        FindingCodes.ClaudeConfigElsewhere,
        FindingCodes.ClaudeEditorEnvironment,
        FindingCodes.ClaudeBedrockOff,
        FindingCodes.ClaudeBedrockFlagForm,
        FindingCodes.ClaudeProviderConflict,
        FindingCodes.ClaudeProfileMissing,
        FindingCodes.ClaudeProfileUnknown,
        FindingCodes.ClaudeRegionNoBedrock,
        FindingCodes.ClaudeModelRawId,
        FindingCodes.ClaudeModelPrefixRegion,
        FindingCodes.ClaudeModelInvalidId,
        FindingCodes.ClaudeModelUnpinned,
        FindingCodes.ClaudeModelRetired,
        FindingCodes.ClaudeProfileLeaks,
        FindingCodes.ClaudeRegionMissing,
        FindingCodes.ClaudeRefreshMissing,
        FindingCodes.ClaudeRefreshWrongProfile,
        FindingCodes.ClaudeRefreshWrongFile,
        FindingCodes.ClaudeRefreshUnsafe,
        FindingCodes.ClaudeExportTooOld,
        FindingCodes.ClaudeExportFallsBack,
        FindingCodes.ClaudeBearerShadowsProfile,
        FindingCodes.ClaudeVersionKnownBad,
        FindingCodes.ClaudeVersionTooOld,
        FindingCodes.ClaudeNetworkTls,
    ];

    /// <summary>As long as the rule believes a reading.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(1);

    public static IEnumerable<Check> Of(Assessment assessment) => Codes.Order(StringComparer.Ordinal).Select(code => Of(code, assessment));

    private static Check Of(string code, Assessment assessment)
    {
        ImmutableArray<Finding> findings = [.. assessment.Findings.Where(finding => finding.Code == code)];
        var skipped = assessment.HiddenCodes.Contains(code) ? "Another finding is the cause of one here and comes first." : Obstacle(code, assessment);
        return !findings.IsEmpty ? new Check(code, CheckResult.Finding, null) { Findings = findings }
            : new Check(code, skipped is null ? CheckResult.Ok : CheckResult.Skipped, skipped);
    }

    /// <summary>Why there can be no such finding on this machine, as a sentence; null when there could be one.</summary>
    private static string? Obstacle(string code, Assessment assessment)
    {
        var snapshot = assessment.Snapshot;
        return code switch
        {
            _ when Is(code, "aws.config.") => null,
            _ when Is(code, "aws.profile.") => snapshot.Config.Profiles.IsEmpty ? "There is no profile." : null,
            FindingCodes.TokenSignInNeeded or FindingCodes.TokenEndingSoon or FindingCodes.TokenNotRefreshable
                or FindingCodes.RegistrationEnding => OfUsed(code, assessment),
            FindingCodes.RegistrationUnreadable => null,
            _ when Is(code, "aws.session.") || Is(code, "aws.token.") => OfSessions(assessment),
            FindingCodes.CachePermissions => snapshot.Cache.Files.IsEmpty ? "There is no file in the cache."
                : snapshot.Cache.Files.Values.All(file => file.Mode is null) ? "This system keeps no such permissions." : null,
            FindingCodes.ClockSkew => snapshot.Clock is { } clock && snapshot.Now - clock.At < Lately
                ? null
                : "No answer of AWS has told the time within a day; '--online' asks.",
            FindingCodes.CliMissing or FindingCodes.EnvironmentShadowsProfile => OfSessions(assessment),
            FindingCodes.CliTooOld => snapshot.AwsCli is AwsCli.Found { Version: not null }
                ? OfSessions(assessment)
                : "The version of the AWS CLI is not known.",
            FindingCodes.ClaudeSettingsUnreadable => OfSettings(snapshot),
            _ when Is(code, "claude.") => OfClaude(code, snapshot),
            _ => null,
        };
    }

    private static bool Is(string code, string group) => code.StartsWith(group, StringComparison.Ordinal);

    private static string? OfSessions(Assessment assessment) => assessment.Sessions.IsEmpty ? "There is no session." : null;

    private static string? OfUsed(string code, Assessment assessment) =>
        OfSessions(assessment)
        ?? (!assessment.Sessions.Any(session => session.Matters) ? "No session is in use."
            : code == FindingCodes.TokenEndingSoon && assessment.Sessions.All(session => !session.Matters || session.End is null)
                ? "When the session ends is not known."
            : null);

    private static string? OfSettings(Snapshot snapshot) => snapshot.Claude.Layers.IsEmpty ? "There are no settings of Claude Code." : null;

    /// <summary>What is wrong with the settings as such is found without Bedrock, too.</summary>
    private static string? OfClaude(string code, Snapshot snapshot) =>
        OfBedrock(code, snapshot)
        ?? (Is(code, "claude.export.") && snapshot.Claude.Text(ClaudeKeys.CredentialExport) is null ? "'awsCredentialExport' is not set."
        : (Is(code, "claude.version.") || code == FindingCodes.ClaudeExportTooOld) && snapshot.ClaudeCode is not ClaudeCode.Found { Version: not null }
            ? "The version of Claude Code is not known."
        : snapshot.Claude.Layers.IsEmpty && snapshot.Claude.Shell.IsEmpty ? "There are no settings of Claude Code."
        : null);

    private static string? OfBedrock(string code, Snapshot snapshot) =>
        (Is(code, "claude.model.") || Is(code, "claude.region.") || code is FindingCodes.ClaudeProfileMissing or FindingCodes.ClaudeRefreshMissing)
        && ClaudeProviders.Of(snapshot.Claude) != ClaudeProvider.Bedrock
            ? "Claude Code does not use Bedrock here."
            : null;
}
