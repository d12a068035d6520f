namespace TrayAgent.Cli;

/// <summary>Where a verb writes: results to <paramref name="Out"/>, everything else to <paramref name="Error"/>.</summary>
/// <param name="Surface">What stands behind <paramref name="Out"/>.</param>
internal sealed record Streams(TextWriter Out, TextWriter Error, Surface Surface)
{
    public static Streams Console { get; } = new(
        System.Console.Out,
        System.Console.Error,
        System.Console.IsOutputRedirected || ProcessNoColour ? Surface.Plain : Surface.Terminal);

    /// <remarks>https://no-color.org</remarks>
    private static bool ProcessNoColour => Files.ProcessEnvironment.Current["NO_COLOR"] is not null;
}
