using System.Runtime.InteropServices;
using TrayAgent.Cli;

namespace TrayAgent.Hosting;

/// <summary>
/// What is said about an exception that nobody caught. The runtime would print its message, in which the AWS SDK puts the whole
/// answer of a service, and end the program with SIGABRT.
/// </summary>
internal static partial class LastWords
{
    public static void Prepare() => AppDomain.CurrentDomain.UnhandledException += (_, thrown) =>
    {
        // Who does not listen is told by the exit code. Not by the console's own stream, which needs a free descriptor.
        StandardStream.Say(2, Of(thrown.ExceptionObject as Exception));

        // At once: locks go with the process, and whoever would tidy up may be the one who failed.
        if (OperatingSystem.IsWindows())
        {
            Environment.Exit(ExitCode.Failed);
        }

        ExitNow(ExitCode.Failed);
    };

    public static string Of(Exception? exception) => exception is null
        ? "TrayAgent stopped because of a mistake in it. Please report what you did."
        : $"TrayAgent stopped because of a mistake in it. Please report this line: {Kinds.Of(exception)}, {Place(exception)}.";

    private static string Place(Exception exception) =>
        (exception.StackTrace ?? "").Split('\n', StringSplitOptions.TrimEntries)
            .FirstOrDefault(frame => frame.Contains(nameof(TrayAgent) + ".", StringComparison.Ordinal))
        ?? "outside of its own code";

    [LibraryImport("libc", EntryPoint = "_exit")]
    private static partial void ExitNow(int code);
}
