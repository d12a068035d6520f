using System.Diagnostics;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Assess.Doctor;
using TrayAgent.Core.Facts.Aws;

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

    public static string Of(Severity severity) => severity switch
    {
        Severity.Info => "info",
        Severity.Warning => "warning",
        Severity.Error => "error",
        _ => throw new UnreachableException(),
    };
}
