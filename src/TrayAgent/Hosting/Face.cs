namespace TrayAgent.Hosting;

internal enum Face
{
    None,
    Desktop,
}
