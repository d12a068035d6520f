using System.Collections.Immutable;
using TrayAgent.Core.Assess.Explain.Replies;

namespace TrayAgent.Core.Assess.Explain.Texts;

/// <summary>What stands in <c>~/.aws/config</c>, as each tool complains about it.</summary>
internal static class ConfigTexts
{
    public static ImmutableArray<KnownError> All { get; } =
    [
        new(
            "profile-not-found",
            ErrorWeight.Definite,
            "A profile was asked for that the AWS config does not have.",
            ConfigReplies.NoProfile,
            "The config profile {profile} could not be found",
            "Could not resolve credentials using profile: {profile} in configuration/credentials file"),
        new(
            "profile-missing",
            ErrorWeight.Vague,
            "A profile was asked for that the AWS config does not have.",
            ConfigReplies.NoProfile,
            "Profile not found"),
        new(
            "session-not-found",
            ErrorWeight.Definite,
            "A profile names an [sso-session] that the AWS config does not have.",
            ConfigReplies.NoSession,
            "The specified sso-session does not exist: {session}",
            "Cannot read properties of undefined (reading 'sso_region')",
            "Failed to find sso_session {session}",
            "failed to find SSO session section, {session}",
            "MissingSsoSession"),
        new(
            "session-inconsistent",
            ErrorWeight.Definite,
            "A profile repeats a setting of its [sso-session] or contradicts it.",
            ConfigReplies.Inconsistent,
            "The value for … is inconsistent between profile … and sso-session",
            "sso_region in profile {profile} must match",
            "sso_start_url in profile {profile} must match",
            "can only be specified in the [sso-session] config when a session name is given"),
        new(
            "sso-incomplete",
            ErrorWeight.Definite,
            "An AWS SSO profile or its [sso-session] lacks a line.",
            ConfigReplies.Incomplete,
            "The profile {profile} is configured to use SSO but is missing required configuration",
            "Missing the following required SSO configuration values",
            "Profile is configured with invalid SSO credentials. Required parameters",
            "if … is set, then … must also be set"),
        new(
            "configuration-missing",
            ErrorWeight.Vague,
            "Something in the AWS config is incomplete.",
            ConfigReplies.Incomplete,
            "missing required configuration",
            "Value cannot be null. (Parameter 'region')",
            "ArgumentNullException … region"),
        new(
            "config-unreadable",
            ErrorWeight.Definite,
            "The AWS config cannot be read, because one line in it is wrong.",
            ConfigReplies.Unreadable,
            "Unable to parse config file",
            "ConfigParseError"),
        new(
            "chain-loop",
            ErrorWeight.Definite,
            "A role chain leads back to where it began.",
            ConfigReplies.Chain,
            "Detected a cycle attempting to resolve credentials",
            "Infinite loop in credential configuration detected",
            "InfiniteLoopConfigError"),
        new(
            "no-region",
            ErrorWeight.Definite,
            "A command knows no region.",
            ConfigReplies.NoRegion,
            "You must specify a region",
            "NoRegionError",
            "NoRegion",
            "Region is missing"),
        new(
            "cache-file-unreadable",
            ErrorWeight.Definite,
            "A file of the SSO cache is empty or torn, and the AWS CLI fails on it without saying so.",
            ConfigReplies.CacheFile,
            "aws: [ERROR]: '{hash}'",
            "KeyError: '{hash}'"),
    ];
}
