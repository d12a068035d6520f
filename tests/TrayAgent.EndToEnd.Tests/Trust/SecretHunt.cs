namespace TrayAgent.EndToEnd.Tests.Trust;

/// <summary>Looks for secrets, also for those that were cut: the first or last 20 characters are enough.</summary>
internal sealed class SecretHunt(IReadOnlyCollection<string> secrets)
{
    private const int Part = 20;

    private readonly List<string> _parts = [.. secrets.SelectMany(secret => new[] { secret[..Part], secret[^Part..] })];

    /// <summary>The texts that hold one.</summary>
    public IEnumerable<string> InTexts(IEnumerable<string> texts) => texts.Where(Holds);

    /// <summary>The files that hold one, however deep.</summary>
    public IEnumerable<string> InFolder(string folder) =>
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => Holds(File.ReadAllText(file)));

    private bool Holds(string text) => _parts.Exists(part => text.Contains(part, StringComparison.Ordinal));
}
