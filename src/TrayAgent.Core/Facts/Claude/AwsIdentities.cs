using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Facts.Claude;

/// <summary>Whose credentials Claude Code uses, and whose <c>aws</c> in a terminal does; they need not be the same.</summary>
public static class AwsIdentities
{
    private const string DefaultProfile = "default";

    /// <summary>As the SDK inside Claude Code decides: a named profile goes before keys in the environment.</summary>
    /// <remarks>https://github.com/aws/aws-sdk-js-v3/blob/main/packages/credential-provider-node/src/defaultProvider.ts</remarks>
    public static AwsIdentity OfClaude(ClaudeSettings claude, AwsConfig config)
    {
        switch (ClaudeProviders.Of(claude))
        {
            case ClaudeProvider.Bedrock:
                break;
            case ClaudeProvider.Gateway:
                return new AwsIdentity(AwsIdentityKind.Gateway) { Because = Because(claude, ClaudeKeys.SkipBedrockAuth) };
            default:
                return new AwsIdentity(AwsIdentityKind.NotAws);
        }

        if (claude.Text(ClaudeKeys.BearerToken) is not null)
        {
            return new AwsIdentity(AwsIdentityKind.BearerToken) { Because = Because(claude, ClaudeKeys.BearerToken) };
        }

        return claude.Text(ClaudeKeys.CredentialExport) is { } export
            ? OfProfile(AwsIdentityKind.ExportCommand, SettingsCommand.Of(export).Profiles.FirstOrDefault(), config) with
            {
                Because = Because(claude, ClaudeKeys.CredentialExport),
            }
            : OfDefaultChain(claude, config);
    }

    /// <summary>What Claude Code falls back to when an export fails, and what it uses where there is none.</summary>
    public static AwsIdentity OfDefaultChain(ClaudeSettings claude, AwsConfig config) =>
        claude.Text(ClaudeKeys.AwsProfile) is { } profile
            ? new AwsIdentity(AwsIdentityKind.Profile, profile, config.HiddenFromClaude(profile) is null ? config.Profile(profile)?.Session : null)
            {
                Because = Because(claude, ClaudeKeys.AwsProfile),
            }
            : HasKeys(claude)
                ? new AwsIdentity(AwsIdentityKind.EnvironmentKeys) { Because = Because(claude, ClaudeKeys.AccessKeyId) }
                : WithoutName(claude, DefaultProfile, config);

    /// <summary>As the AWS CLI decides in a terminal: keys in the environment go before <c>AWS_PROFILE</c>.</summary>
    /// <remarks>https://docs.aws.amazon.com/cli/latest/userguide/cli-chap-authentication.html#cli-chap-authentication-precedence</remarks>
    public static AwsIdentity OfTerminal(ClaudeSettings claude, AwsEnvironment environment, AwsConfig config)
    {
        var shell = claude with { Layers = [] };
        return HasKeys(shell)
            ? new AwsIdentity(AwsIdentityKind.EnvironmentKeys) { Because = Because(shell, ClaudeKeys.AccessKeyId) }
            : environment.Profile is { } named
                ? OfProfile(AwsIdentityKind.Profile, named, config) with { Because = "the environment" }
                : WithoutName(shell, DefaultProfile, config);
    }

    private static AwsIdentity WithoutName(ClaudeSettings claude, string profile, AwsConfig config) =>
        config.Profile(profile) is { } found && HasCredentials(found) ? OfProfile(AwsIdentityKind.Profile, profile, config)
        : claude.Text("env.AWS_WEB_IDENTITY_TOKEN_FILE") is not null ? new AwsIdentity(AwsIdentityKind.WebIdentity)
        : claude.Text("env.AWS_CONTAINER_CREDENTIALS_RELATIVE_URI") is not null
            || claude.Text("env.AWS_CONTAINER_CREDENTIALS_FULL_URI") is not null ? new AwsIdentity(AwsIdentityKind.Container)
        : claude.IsOn("env.AWS_EC2_METADATA_DISABLED") ? new AwsIdentity(AwsIdentityKind.None)
        : new AwsIdentity(AwsIdentityKind.InstanceRole);

    private static AwsIdentity OfProfile(AwsIdentityKind kind, string? profile, AwsConfig config) =>
        new(kind, profile, profile is null ? null : config.Profile(profile)?.Session);

    private static bool HasKeys(ClaudeSettings claude) =>
        claude.Text(ClaudeKeys.AccessKeyId) is not null && claude.Text(ClaudeKeys.SecretAccessKey) is not null;

    private static bool HasCredentials(Profile profile) =>
        profile.Kind != ProfileKind.Incomplete || profile.SsoSession is not null || profile.SsoStartUrl is not null;

    private static string? Because(ClaudeSettings claude, string key) =>
        claude[key] is { } setting ? $"'{key}' in {setting.Source}" : null;
}
