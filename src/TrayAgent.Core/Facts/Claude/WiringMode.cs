namespace TrayAgent.Core.Facts.Claude;

/// <summary>How Claude Code is made to sign in.</summary>
public enum WiringMode
{
    /// <summary><c>awsAuthRefresh</c> is <c>aws sso login</c>.</summary>
    Plain,

    /// <summary><c>awsAuthRefresh</c> is <c>trayagent auth-refresh</c>.</summary>
    Broker,

    /// <summary>As in <see cref="Broker"/>, and <c>awsCredentialExport</c> is <c>trayagent credentials</c> instead of a profile in <c>env</c>.</summary>
    Isolated,
}
