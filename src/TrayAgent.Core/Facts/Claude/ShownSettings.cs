using System.Collections.Frozen;
using TrayAgent.Core.Facts.Secrets;

namespace TrayAgent.Core.Facts.Claude;

/// <summary>
/// Which values of Claude Code's settings may be known: what is not listed here becomes <c>***</c> before it is a fact,
/// because people keep passwords of everything in <c>env</c>.
/// </summary>
public static class ShownSettings
{
    /// <summary>Longer ones are nothing that a person wrote.</summary>
    private const int LongestValue = 4096;

    private static readonly FrozenSet<string> Keys = new[]
    {
        "$schema", "model", "fallbackModel", "availableModels", "deniedModels", "effortLevel", "outputStyle", "theme", "language", "autoUpdatesChannel",
        "minimumVersion", "forceLoginMethod", ClaudeKeys.AuthRefresh, ClaudeKeys.CredentialExport,
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Variables = new[]
    {
        "AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_CONFIG_FILE",
        "AWS_SHARED_CREDENTIALS_FILE", "AWS_SDK_LOAD_CONFIG", "AWS_EC2_METADATA_DISABLED", "AWS_CA_BUNDLE", "AWS_ROLE_ARN",
        "ANTHROPIC_MODEL", "ANTHROPIC_CUSTOM_MODEL_OPTION", "ANTHROPIC_SMALL_FAST_MODEL", "ANTHROPIC_SMALL_FAST_MODEL_AWS_REGION", "ANTHROPIC_BASE_URL",
        "ANTHROPIC_BEDROCK_BASE_URL", "ANTHROPIC_BEDROCK_MANTLE_BASE_URL", "ANTHROPIC_BEDROCK_REGION_PREFIX",
        "ANTHROPIC_BEDROCK_SERVICE_TIER", "ANTHROPIC_VERTEX_PROJECT_ID", "CLOUD_ML_REGION", "CLAUDE_CONFIG_DIR",
        "CLAUDE_CODE_SUBAGENT_MODEL", "CLAUDE_CODE_SUBAGENT_MODEL_FORCE", "CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST",
        "CLAUDE_CODE_DISABLE_ADMIN_ENV_UNION", "CLAUDE_CODE_AWS_CHAIN_RESOLVE_TIMEOUT_MS", "CLAUDE_CODE_CERT_STORE",
        "CLAUDE_CODE_MAX_OUTPUT_TOKENS", "MAX_THINKING_TOKENS", "BASH_DEFAULT_TIMEOUT_MS", "BASH_MAX_TIMEOUT_MS",
        "HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "no_proxy", "all_proxy",
        "NODE_EXTRA_CA_CERTS", "NODE_TLS_REJECT_UNAUTHORIZED", "SSL_CERT_FILE", "SSL_CERT_DIR", "REQUESTS_CA_BUNDLE",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Families =
    [
        "CLAUDE_CODE_USE_", "CLAUDE_CODE_SKIP_", "CLAUDE_CODE_DISABLE_", "CLAUDE_CODE_ENABLE_", "DISABLE_",
        "ANTHROPIC_DEFAULT_", "AWS_ENDPOINT_URL",
    ];

    /// <summary>The value as a fact may hold it.</summary>
    public static string Of(string key, string value) =>
        value.Length == 0 ? value
        : value.Length <= LongestValue && IsShown(key) ? SecretText.Masked(value)
        : SecretName.Mask;

    /// <param name="name">Of a variable.</param>
    public static bool IsShownVariable(string name) =>
        Variables.Contains(name)
        || (Array.Exists(Families, family => name.StartsWith(family, StringComparison.Ordinal)) && !SecretName.IsSecret(name));

    private static bool IsShown(string key) => key.StartsWith(ClaudeKeys.EnvironmentPrefix, StringComparison.Ordinal)
        ? IsShownVariable(key[ClaudeKeys.EnvironmentPrefix.Length..])
        : Keys.Contains(key) || key.StartsWith(ClaudeKeys.ModelOverridesPrefix, StringComparison.Ordinal);
}
