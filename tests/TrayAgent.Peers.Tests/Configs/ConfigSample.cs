namespace TrayAgent.Peers.Tests.Configs;

/// <summary>The two files of one machine, as text.</summary>
internal sealed record ConfigSample(string Config, string Credentials)
{
    public override string ToString() => $"config:\n{Shown(Config)}\ncredentials:\n{Shown(Credentials)}";

    /// <summary>With what an editor would hide.</summary>
    private static string Shown(string text) => string.Concat(text.Select(c => c switch
    {
        '\n' => "\n",
        < ' ' or > '~' => $"\\u{(int)c:x4}",
        _ => c.ToString(),
    }));
}
