namespace TrayAgent.Core.Show;

public enum CheckMark
{
    Off,
    On,
}
