using System.Diagnostics;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Assess.Doctor;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Show;

/// <summary>The words that the JSON contract has for our enumerations; never renamed.</summary>
internal static class Words
{
    public static string Of(OverallHealth overall) => overall switch
    {
        OverallHealth.Healthy => "healthy",
        OverallHealth.Attention => "attention",
        OverallHealth.SignInNeeded => "sign-in-needed",
        OverallHealth.Unknown => "unknown",
        _ => throw new UnreachableException(),
    };

    public static string Of(SessionState state) => state switch
    {
        SessionState.Valid => "valid",
        SessionState.Refreshable => "refreshable",
        SessionState.SignInNeeded => "sign-in-needed",
        SessionState.SignedOut => "signed-out",
        SessionState.Unknown => "unknown",
        _ => throw new UnreachableException(),
    };

    public static string Of(SessionKind kind) => kind == SessionKind.Legacy ? "legacy" : "sso-session";

    public static string Of(ProfileKind kind) => kind switch
    {
        ProfileKind.SsoSession => "sso-session",
        ProfileKind.LegacySso => "legacy-sso",
        ProfileKind.RoleChain => "role-chain",
        ProfileKind.Static => "static",
        ProfileKind.CredentialProcess => "credential-process",
        ProfileKind.AwsLogin => "aws-login",
        ProfileKind.Incomplete => "incomplete",
        ProfileKind.Broken => "broken",
        _ => throw new UnreachableException(),
    };

    public static string Of(EndBasis basis) => basis switch
    {
        EndBasis.Token => "token",
        EndBasis.Configured => "configured",
        EndBasis.Observed => "observed",
        _ => throw new UnreachableException(),
    };

    public static string Of(CheckResult result) => result switch
    {
        CheckResult.Ok => "ok",
        CheckResult.Finding => "finding",
        CheckResult.Skipped => "skipped",
        _ => throw new UnreachableException(),
    };

    public static string Of(ClaudeProvider provider) => provider switch
    {
        ClaudeProvider.Bedrock => "bedrock",
        ClaudeProvider.Gateway => "gateway",
        ClaudeProvider.Vertex => "vertex",
        ClaudeProvider.Foundry => "foundry",
        ClaudeProvider.AnthropicAws => "anthropic-aws",
        ClaudeProvider.ApiKey => "api-key",
        ClaudeProvider.Login => "login",
        ClaudeProvider.Host => "host",
        _ => throw new UnreachableException(),
    };

    public static string Of(AwsIdentityKind kind) => kind switch
    {
        AwsIdentityKind.NotAws => "not-aws",
        AwsIdentityKind.Gateway => "gateway",
        AwsIdentityKind.BearerToken => "bearer-token",
        AwsIdentityKind.ExportCommand => "export-command",
        AwsIdentityKind.Profile => "profile",
        AwsIdentityKind.EnvironmentKeys => "environment-keys",
        AwsIdentityKind.WebIdentity => "web-identity",
        AwsIdentityKind.Container => "container",
        AwsIdentityKind.InstanceRole => "instance-role",
        AwsIdentityKind.None => "none",
        _ => throw new UnreachableException(),
    };

    public static string Of(SettingsScope scope) => scope switch
    {
        SettingsScope.ManagedPolicy or SettingsScope.ManagedFile or SettingsScope.ManagedUser => "managed",
        SettingsScope.Local => "local",
        SettingsScope.Project => "project",
        SettingsScope.User => "user",
        SettingsScope.Shell => "environment",
        _ => throw new UnreachableException(),
    };

    public static string Of(WiringMode mode) => mode switch
    {
        WiringMode.Plain => "plain",
        WiringMode.Broker => "broker",
        WiringMode.Isolated => "isolated",
        _ => throw new UnreachableException(),
    };

    public static string Of(Severity severity) => severity switch
    {
        Severity.Info => "info",
        Severity.Warning => "warning",
        Severity.Error => "error",
        _ => throw new UnreachableException(),
    };
}
