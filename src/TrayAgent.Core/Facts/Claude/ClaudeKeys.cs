namespace TrayAgent.Core.Facts.Claude;

/// <summary>Keys of Claude Code's settings that decide over AWS; a variable of <c>env</c> has that in front.</summary>
/// <remarks>https://code.claude.com/docs/en/env-vars</remarks>
public static class ClaudeKeys
{
    public const string EnvironmentPrefix = "env.";

    public const string ModelOverridesPrefix = "modelOverrides.";

    public const string AuthRefresh = "awsAuthRefresh";
    public const string CredentialExport = "awsCredentialExport";
    public const string ApiKeyHelper = "apiKeyHelper";
    public const string Model = "model";

    public const string UseBedrock = "env.CLAUDE_CODE_USE_BEDROCK";
    public const string UseVertex = "env.CLAUDE_CODE_USE_VERTEX";
    public const string UseFoundry = "env.CLAUDE_CODE_USE_FOUNDRY";
    public const string UseAnthropicAws = "env.CLAUDE_CODE_USE_ANTHROPIC_AWS";
    public const string UseMantle = "env.CLAUDE_CODE_USE_MANTLE";
    public const string SkipBedrockAuth = "env.CLAUDE_CODE_SKIP_BEDROCK_AUTH";
    public const string ManagedByHost = "env.CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST";
    public const string BearerToken = "env.AWS_BEARER_TOKEN_BEDROCK";
    public const string BedrockBaseUrl = "env.ANTHROPIC_BEDROCK_BASE_URL";
    public const string AnthropicBaseUrl = "env.ANTHROPIC_BASE_URL";
    public const string AnthropicApiKey = "env.ANTHROPIC_API_KEY";
    public const string AnthropicAuthToken = "env.ANTHROPIC_AUTH_TOKEN";

    public const string AwsProfile = "env.AWS_PROFILE";
    public const string AwsConfigFile = "env.AWS_CONFIG_FILE";

    public const string AwsCredentialsFile = "env.AWS_SHARED_CREDENTIALS_FILE";

    public const string AwsRegion = "env.AWS_REGION";
    public const string AwsDefaultRegion = "env.AWS_DEFAULT_REGION";
    public const string AccessKeyId = "env.AWS_ACCESS_KEY_ID";
    public const string SecretAccessKey = "env.AWS_SECRET_ACCESS_KEY";
}
