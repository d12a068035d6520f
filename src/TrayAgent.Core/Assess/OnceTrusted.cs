using System.Collections.Immutable;

namespace TrayAgent.Core.Assess;

/// <summary>What follows from settings of a project that is not trusted yet says so.</summary>
internal static class OnceTrusted
{
    private const string Sentence = "What the project sets there counts once its folder is trusted, for 'claude -p' already.";

    /// <param name="all">What was found with all of the project's settings.</param>
    /// <param name="before">What is found without those that wait.</param>
    public static ImmutableArray<Found> Said(ImmutableArray<Found> all, ImmutableArray<Found> before)
    {
        var now = before.Select(Name).ToHashSet();
        return
        [
            .. all.Select(found => now.Contains(Name(found)) || SaysSoItself(found)
                ? found
                : found with { Finding = found.Finding with { Message = $"{found.Finding.Message} {Sentence}" } }),
        ];
    }

    private static bool SaysSoItself(Found found) => found.Finding.Code == FindingCodes.ClaudeRefreshWrongFile;

    private static (string Code, string Subject, string Message) Name(Found found) =>
        (found.Finding.Code, found.Finding.Subject, found.Finding.Message);
}
