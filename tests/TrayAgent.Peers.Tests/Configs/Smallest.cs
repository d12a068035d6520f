namespace TrayAgent.Peers.Tests.Configs;

/// <summary>Takes lines away from samples for as long as they stay wrong, so that a person sees what is wrong with them.</summary>
internal static class Smallest
{
    /// <param name="wrongAsync">Which of many are wrong: asked once for all samples, because a peer takes long to start.</param>
    public static async Task<IReadOnlyList<ConfigSample>> OfAsync(
        IEnumerable<ConfigSample> samples, Func<IReadOnlyList<ConfigSample>, Task<ConfigSample[]>> wrongAsync)
    {
        var current = samples.ToArray();
        while (true)
        {
            var wrong = (await wrongAsync([.. current.SelectMany(Smaller).Distinct()])).ToHashSet();
            var next = current.Select(sample => Smaller(sample).FirstOrDefault(wrong.Contains) ?? sample).ToArray();
            if (next.SequenceEqual(current))
            {
                return [.. current.Distinct().OrderBy(sample => sample.ToString().Length)];
            }

            current = next;
        }
    }

    private static IEnumerable<ConfigSample> Smaller(ConfigSample sample) =>
    [
        .. WithoutOneLine(sample.Config).Select(config => sample with { Config = config }),
        .. WithoutOneLine(sample.Credentials).Select(credentials => sample with { Credentials = credentials }),
    ];

    private static IEnumerable<string> WithoutOneLine(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start) is var at and >= 0 ? at + 1 : text.Length;
            yield return text.Remove(start, end - start);
            start = end;
        }
    }
}
