using System.Globalization;

namespace TrayAgent.Peers.Tests.Support;

/// <summary>How often a race is run: few times with each push, many times before a release.</summary>
internal static class Rounds
{
    private const int OfAPush = 100;

    public static int Count { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("TRAYAGENT_ROUNDS"), CultureInfo.InvariantCulture, out var rounds)
            ? rounds
            : OfAPush;

    /// <summary>For what is slow, or is told apart well enough by fewer.</summary>
    public static int Tenth => Math.Max(1, Count / 10);

    public static int Quarter => Math.Max(1, Count / 4);
}
