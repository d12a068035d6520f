namespace TrayAgent.Core.Show;

public enum JsonLayout
{
    OneLine,
    Indented,
}
