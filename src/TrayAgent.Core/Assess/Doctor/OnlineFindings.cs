using TrayAgent.Core.Facts.Online;

namespace TrayAgent.Core.Assess.Doctor;

/// <summary>What only an answer of AWS can show; these findings are made by the doctor and by nobody else.</summary>
internal static class OnlineFindings
{
    private const string AllActions =
        "'bedrock:InvokeModel', 'bedrock:InvokeModelWithResponseStream', 'bedrock:GetInferenceProfile', 'bedrock:ListInferenceProfiles' "
        + "and 'bedrock:ListFoundationModels'";

    /// <summary>Null when nothing is wrong, or it is said by a finding about the files.</summary>
    public static Finding? Of(OnlineAnswer answer, Assessment assessment) => Judge(answer, assessment.Snapshot.Config.ConfigFile) is (var code, var severity, var advice)
        ? new Finding(code, severity, answer.Subject, answer.Text, Remedy.Advice(advice))
        : null;

    private static (string Code, Severity Severity, string Advice)? Judge(OnlineAnswer answer, string config) => answer switch
    {
        { Result: OnlineResult.Untrusted } => (
            FindingCodes.NetworkTls,
            Severity.Error,
            "If a proxy of your company opens TLS, get its root certificate as a PEM file and name it in 'NODE_EXTRA_CA_CERTS' ('env' of "
                + "Claude Code's settings), in 'AWS_CA_BUNDLE' for the AWS CLI, and in the system's list for everything else."),
        { Result: OnlineResult.Unreachable } => (
            FindingCodes.NetworkUnreachable,
            Severity.Error,
            "Check the network, the VPN, the proxy ('HTTPS_PROXY', 'NO_PROXY') and the region's name."),
        { Check: OnlineCheckNames.Role, Result: OnlineResult.NotPermitted } => (
            FindingCodes.RoleUnavailable,
            Severity.Error,
            $"If account and role are right, ask your administrator to assign the role of '{answer.Subject}' to you."),
        { Check: OnlineCheckNames.Identity, Result: OnlineResult.Mismatch } => (
            FindingCodes.IdentityOtherAccount,
            Severity.Error,
            $"Correct 'sso_account_id' of '{answer.Subject}' in '{config}'."),
        { Check: OnlineCheckNames.Models, Result: OnlineResult.NotPermitted } => (
            FindingCodes.PermissionMissing,
            Severity.Warning,
            $"Nothing has expired. Ask your administrator to permit the role {AllActions}."),
        { Check: OnlineCheckNames.Models, Result: OnlineResult.Forbidden } => (
            FindingCodes.PermissionForbidden,
            Severity.Error,
            "Nothing has expired, and no permission helps. Take a region that your organisation permits, or ask your administrator to except "
                + "Amazon Bedrock from the policy."),
        _ => null,
    };
}
