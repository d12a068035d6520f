namespace TrayAgent.Core.Show;

/// <summary>The five faces of the icon; they differ in shape as well as in colour.</summary>
public enum TrayIcon
{
    Fine,
    EndingSoon,
    SignInNeeded,
    Busy,
    Unknown,
}
