namespace TrayAgent.Cli;

internal enum StatusForm
{
    Text,
    Json,
}
