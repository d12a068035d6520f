namespace TrayAgent.Core.Assess;

/// <summary>The codes of all findings. Never renamed, never reused: scripts depend on them.</summary>
public static class FindingCodes
{
    public const string ConfigUnreadable = "aws.config.unreadable";
    public const string ConfigPortability = "aws.config.portability";
    public const string ProfileLegacyFormat = "aws.profile.legacy-format";
    public const string ProfileIncomplete = "aws.profile.incomplete";
    public const string ProfileUnknownSession = "aws.profile.unknown-session";
    public const string ProfileMixedCredentials = "aws.profile.mixed-credentials";
    public const string ProfileBrokenChain = "aws.profile.broken-chain";
    public const string SessionNoScopes = "aws.session.no-scopes";
    public const string SessionInconsistent = "aws.session.inconsistent";
    public const string SessionStartUrl = "aws.session.start-url";
    public const string SessionRegion = "aws.session.region";
    public const string TokenSignInNeeded = "aws.token.sign-in-needed";
    public const string TokenEndingSoon = "aws.token.ending-soon";
    public const string TokenNotRefreshable = "aws.token.not-refreshable";
    public const string TokenUnreadable = "aws.token.unreadable";
    public const string RegistrationEnding = "aws.registration.ending";
    public const string RegistrationUnreadable = "aws.registration.unreadable";
    public const string CachePermissions = "aws.cache.permissions";
    public const string ClockSkew = "aws.clock.skew";
    public const string CliMissing = "aws.cli.missing";
    public const string CliTooOld = "aws.cli.too-old";
    public const string HomeSplit = "aws.home.split";
    public const string EndpointOverride = "aws.endpoint.override";
    public const string EnvironmentShadowsProfile = "aws.environment.shadows-profile";
    public const string ClaudeSettingsUnreadable = "claude.settings.unreadable";
    public const string ClaudeSettingsLostKeys = "claude.settings.lost-keys";
    public const string ClaudeSettingsManaged = "claude.settings.managed";
    public const string ClaudeBedrockOff = "claude.bedrock.off";
    public const string ClaudeBedrockFlagForm = "claude.bedrock.flag-form";
    public const string ClaudeProviderConflict = "claude.provider.conflict";
    public const string ClaudeProfileMissing = "claude.profile.missing";
    public const string ClaudeProfileUnknown = "claude.profile.unknown";
    public const string ClaudeRegionNoBedrock = "claude.region.no-bedrock";
    public const string ClaudeModelRawId = "claude.model.raw-id";
    public const string ClaudeModelPrefixRegion = "claude.model.prefix-region";
    public const string ClaudeModelInvalidId = "claude.model.invalid-id";
    public const string ClaudeModelUnpinned = "claude.model.unpinned";
    public const string ClaudeModelRetired = "claude.model.retired";
    public const string ClaudeProfileLeaks = "claude.profile.leaks";
    public const string ClaudeRegionMissing = "claude.region.missing";
    public const string ClaudeRefreshMissing = "claude.refresh.missing";
    public const string ClaudeRefreshWrongProfile = "claude.refresh.wrong-profile";
    public const string ClaudeRefreshWrongFile = "claude.refresh.wrong-file";
    public const string ClaudeRefreshUnsafe = "claude.refresh.unsafe";
    public const string ClaudeExportTooOld = "claude.export.too-old";
    public const string ClaudeExportFallsBack = "claude.export.falls-back";
    public const string ClaudeBearerShadowsProfile = "claude.bearer-shadows-profile";
    public const string ClaudeVersionKnownBad = "claude.version.known-bad";
    public const string ClaudeVersionTooOld = "claude.version.too-old";
    public const string ClaudeNetworkTls = "claude.network.tls";
}
