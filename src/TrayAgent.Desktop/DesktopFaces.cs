namespace TrayAgent.Desktop;

/// <summary>What the desktop can show at the moment; faces come and go with the panel.</summary>
[Flags]
public enum DesktopFaces
{
    None = 0,
    Tray = 1,
    Notices = 2,
}
