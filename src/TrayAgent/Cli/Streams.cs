using System.Text;
using TrayAgent.Core.Show;

namespace TrayAgent.Cli;

/// <summary>Where a verb writes: results to <paramref name="Out"/>, everything else to <paramref name="Error"/>.</summary>
/// <param name="Surface">What stands behind <paramref name="Out"/>.</param>
internal sealed record Streams(TextWriter Out, TextWriter Error, Surface Surface)
{
    private const int OutputBuffer = 32 * 1024;

    public static Streams Console { get; } = OfProcess();

    /// <summary>Colours only where somebody sees them.</summary>
    public TextStyle Style => Surface == Surface.Terminal ? TextStyle.Ansi : TextStyle.Plain;

    private static Streams OfProcess()
    {
        Action<string> failed = reason => throw new OutputException(reason);

        // Who cannot be told is not told; the agent must not end because its terminal did.
        Action<string> ignored = _ => { };
        if (!OperatingSystem.IsWindows())
        {
            return new(
                Writer(new StandardStream(1, failed), System.Console.OutputEncoding),
                Writer(new StandardStream(2, ignored), System.Console.OutputEncoding),
                System.Console.IsOutputRedirected || ProcessNoColour ? Surface.Plain : Surface.Terminal);
        }

        var output = WindowsStream.Open(1, failed);
        var error = WindowsStream.Open(2, ignored);
        return new(
            Writer(output, output.Encoding),
            Writer(error, error.Encoding),
            output.HasColours && !ProcessNoColour ? Surface.Terminal : Surface.Plain);
    }

    /// <summary>Console.Out writes 256 characters at a time: 50,000 calls of the system for 10,000 profiles. Line ends are the same everywhere.</summary>
    private static TextWriter Writer(Stream stream, Encoding encoding) => TextWriter.Synchronized(
        new StreamWriter(stream, encoding, OutputBuffer) { AutoFlush = true, NewLine = "\n" });

    /// <remarks>https://no-color.org</remarks>
    private static bool ProcessNoColour => Files.ProcessEnvironment.Current["NO_COLOR"] is not null;
}
