namespace TrayAgent.Cli;

/// <summary>Where a verb writes: results to <paramref name="Out"/>, everything else to <paramref name="Error"/>.</summary>
/// <param name="Surface">What stands behind <paramref name="Out"/>.</param>
internal sealed record Streams(TextWriter Out, TextWriter Error, Surface Surface)
{
    private const int OutputBuffer = 32 * 1024;

    public static Streams Console { get; } = new(
        Output(),
        System.Console.Error,
        System.Console.IsOutputRedirected || ProcessNoColour ? Surface.Plain : Surface.Terminal);

    /// <summary>Console.Out writes 256 characters at a time: 50,000 calls of the system for 10,000 profiles.</summary>
    private static TextWriter Output() => TextWriter.Synchronized(
        new StreamWriter(System.Console.OpenStandardOutput(), System.Console.OutputEncoding, OutputBuffer) { AutoFlush = true });

    /// <remarks>https://no-color.org</remarks>
    private static bool ProcessNoColour => Files.ProcessEnvironment.Current["NO_COLOR"] is not null;
}
