namespace TrayAgent.Peers.Tests.Configs;

/// <summary>
/// The lines that can have to do with one profile or session: its sections in both files, the header below each,
/// and what every section inherits.
/// </summary>
internal sealed class Places(ConfigSample sample, string name)
{
    private readonly HashSet<int> _config = [.. Lines(sample.Config, name)];
    private readonly HashSet<int> _credentials = [.. Lines(sample.Credentials, name)];

    public bool Has(string file, int line, string construct) =>
        construct is "default-section" or "bare-carriage-return" or "reserved-name" or "role-in-session"
        || (file == "config" ? _config : _credentials).Contains(line);

    private static IEnumerable<int> Lines(string text, string name)
    {
        var isIn = false;
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            var isHeader = line.TrimStart('\ufeff', ' ', '\t').StartsWith('[') && (line.Contains(']') || line.IndexOfAny(['=', ':']) < 0);
            var wasIn = isIn;
            isIn = isHeader ? Names(line, name) : isIn;
            if (isIn || (isHeader && wasIn))
            {
                yield return number;
            }
        }
    }

    private static bool Names(string header, string name) => Bare(header).Contains(Bare(name), StringComparison.Ordinal);

    /// <summary>Without quotes; and what is '[profile a]' for one tool is 'profile.a' for another.</summary>
    private static string Bare(string text) =>
        string.Concat(text.Where(c => c is not ('"' or '\'' or '\\')).Select(c => char.IsWhiteSpace(c) ? '.' : c));
}
