namespace TrayAgent.Desktop;

public enum AutostartState
{
    Off,
    On,

    /// <summary>Set up by us, but the system or the user disabled it elsewhere (e.g. in the desktop's own settings).</summary>
    DisabledElsewhere,
}
