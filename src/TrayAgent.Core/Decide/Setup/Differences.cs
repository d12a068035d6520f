namespace TrayAgent.Core.Decide.Setup;

/// <summary>Tells in words what an update would change.</summary>
internal static class Differences
{
    public static string Sentence(string begin, params ReadOnlySpan<(string Key, string? Now, string? Then)> values)
    {
        var changed = new List<string>();
        foreach (var (key, now, then) in values)
        {
            if ((now ?? "") != (then ?? ""))
            {
                changed.Add(string.IsNullOrEmpty(now) ? $"no '{key}'" : $"'{key}' is '{now}'");
            }
        }

        return changed.Count == 0 ? $"{begin}." : $"{begin}: {string.Join(", ", changed)}.";
    }
}
