namespace TrayAgent.Cli;

internal enum CredentialsForm
{
    /// <summary>For <c>credential_process</c>: https://docs.aws.amazon.com/sdkref/latest/guide/feature-process-credentials.html</summary>
    Process,

    /// <summary>For Claude Code's <c>awsCredentialExport</c>: the nested form, which every version since 1.0.53 reads.</summary>
    Claude,
}
