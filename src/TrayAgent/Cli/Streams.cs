using TrayAgent.Core.Show;

namespace TrayAgent.Cli;

/// <summary>Where a verb writes: results to <paramref name="Out"/>, everything else to <paramref name="Error"/>.</summary>
/// <param name="Surface">What stands behind <paramref name="Out"/>.</param>
internal sealed record Streams(TextWriter Out, TextWriter Error, Surface Surface)
{
    private const int OutputBuffer = 32 * 1024;

    public static Streams Console { get; } = new(
        Writer(1, reason => throw new OutputException(reason)),

        // Who cannot be told is not told; the agent must not end because its terminal did.
        Writer(2, _ => { }),
        System.Console.IsOutputRedirected || ProcessNoColour ? Surface.Plain : Surface.Terminal);

    /// <summary>Colours only where somebody sees them.</summary>
    public TextStyle Style => Surface == Surface.Terminal ? TextStyle.Ansi : TextStyle.Plain;

    /// <summary>Console.Out writes 256 characters at a time: 50,000 calls of the system for 10,000 profiles.</summary>
    private static TextWriter Writer(int descriptor, Action<string> failed) => TextWriter.Synchronized(
        new StreamWriter(Open(descriptor, failed), System.Console.OutputEncoding, OutputBuffer) { AutoFlush = true });

    private static Stream Open(int descriptor, Action<string> failed) =>
        !OperatingSystem.IsWindows() ? new StandardStream(descriptor, failed)
        : descriptor == 1 ? System.Console.OpenStandardOutput()
        : System.Console.OpenStandardError();

    /// <remarks>https://no-color.org</remarks>
    private static bool ProcessNoColour => Files.ProcessEnvironment.Current["NO_COLOR"] is not null;
}
