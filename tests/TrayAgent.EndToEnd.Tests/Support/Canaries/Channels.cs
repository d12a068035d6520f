namespace TrayAgent.EndToEnd.Tests.Support.Canaries;

/// <summary>The ways on which a secret could get out.</summary>
internal static class Channels
{
    public const string StandardOutput = "stdout";
    public const string StandardError = "stderr";
    public const string Log = "the log";
    public const string Bus = "the bus with its notices";
    public const string Arguments = "the arguments of a child";
    public const string Environment = "the environment of a child";
    public const string Started = "the arguments or environment of a short-lived child";
    public const string Pages = "the pages opened in the browser";
    public const string Inbox = "the inbox";
    public const string State = "the state folder";
    public const string Locks = "the lock folder";
    public const string Temporary = "the temporary folder";
    public const string Elsewhere = "another file";
}
