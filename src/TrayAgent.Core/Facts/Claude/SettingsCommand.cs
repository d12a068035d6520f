using System.Collections.Immutable;

namespace TrayAgent.Core.Facts.Claude;

/// <summary>What a command in Claude Code's settings calls: enough to tell ours and the AWS CLI's from others.</summary>
/// <param name="Words">Without quotes.</param>
public sealed record SettingsCommand(ImmutableArray<string> Words)
{
    public static SettingsCommand Of(string text) => new(CommandWords.Split(text));

    /// <summary><c>--profile P</c> and <c>AWS_PROFILE=P</c>.</summary>
    public ImmutableArray<string> Profiles => [.. CommandWords.Values(Words, "--profile", "AWS_PROFILE")];

    /// <summary><c>--sso-session S</c>.</summary>
    public ImmutableArray<string> Sessions => [.. CommandWords.Values(Words, "--sso-session", null)];

    /// <summary><c>aws sso login</c>.</summary>
    public bool IsAwsSignIn => Calls("aws") && Has("sso") && Has("login");

    /// <summary><c>trayagent auth-refresh</c>.</summary>
    public bool IsBrokerRefresh => Calls("trayagent") && Has("auth-refresh");

    /// <summary><c>trayagent credentials</c>.</summary>
    public bool IsBrokerExport => Calls("trayagent") && Has("credentials");

    /// <summary><c>aws configure export-credentials</c>, whose output has the flat shape of <c>credential_process</c>.</summary>
    public bool IsAwsExport => Calls("aws") && Has("configure") && Has("export-credentials");

    /// <summary>As its profile or its session.</summary>
    public bool Names(string name) => Profiles.Contains(name) || Sessions.Contains(name);

    public bool Has(string word) => Words.Contains(word, StringComparer.Ordinal);

    /// <summary>By its name, in whatever folder it is.</summary>
    private bool Calls(string program) => Words.Any(word =>
    {
        var name = word[(word.LastIndexOfAny(['/', '\\']) + 1)..];
        return name == program || name.Equals(program + ".exe", StringComparison.OrdinalIgnoreCase);
    });
}
