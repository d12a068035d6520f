namespace TrayAgent.Core.Facts.Aws;

public enum SessionKind
{
    /// <summary>An <c>[sso-session]</c> section.</summary>
    SsoSession,

    /// <summary>A start URL written into profiles themselves: eight hours, no refresh.</summary>
    Legacy,
}
