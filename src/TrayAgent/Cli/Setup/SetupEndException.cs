namespace TrayAgent.Cli.Setup;

/// <summary>The set-up cannot go on; the message is a sentence for the person, and nothing was changed.</summary>
internal sealed class SetupEndException(int exitCode, string message) : Exception(message)
{
    public int ExitCode => exitCode;

    public static SetupEndException Usage(string message) => new(Cli.ExitCode.Usage, message);

    public static SetupEndException Failed(string message) => new(Cli.ExitCode.Failed, message);

    public static SetupEndException Cancelled(string message) => new(Cli.ExitCode.Cancelled, message);
}
