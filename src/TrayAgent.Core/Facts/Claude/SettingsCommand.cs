using System.Collections.Immutable;

namespace TrayAgent.Core.Facts.Claude;

/// <summary>What a command in Claude Code's settings calls: enough to tell ours and the AWS CLI's from others.</summary>
/// <param name="Calls">In the order of the line.</param>
public sealed record SettingsCommand(ImmutableArray<ProgramCall> Calls)
{
    public static SettingsCommand Of(string text) => new([.. CommandWords.Split(text).Select(words => new ProgramCall(words))]);

    /// <summary><c>--profile P</c> and <c>AWS_PROFILE=P</c>, where <c>aws</c> or <c>trayagent</c> is called; elsewhere they may mean anything.</summary>
    public ImmutableArray<string> Profiles => [.. Known.SelectMany(call => CommandWords.Values(call.Words, "--profile", "AWS_PROFILE"))];

    /// <summary><c>--sso-session S</c>, there too.</summary>
    public ImmutableArray<string> Sessions => [.. Known.SelectMany(call => CommandWords.Values(call.Words, "--sso-session", null))];

    /// <summary>Something else is called, alone or beside what is known.</summary>
    public bool IsForeign => Calls.Any(call => !call.IsAws && !call.IsOurs);

    /// <summary><c>aws</c> or <c>trayagent</c> is called, whatever else is.</summary>
    public bool IsKnown => Known.Any();

    /// <summary><c>aws sso login</c>.</summary>
    public bool IsAwsSignIn => Calls.Any(call => call.IsAws && call.Has("sso") && call.Has("login"));

    /// <summary><c>trayagent auth-refresh</c>.</summary>
    public bool IsBrokerRefresh => Calls.Any(call => call.IsOurs && call.Has("auth-refresh"));

    /// <summary><c>trayagent credentials</c>.</summary>
    public bool IsBrokerExport => Calls.Any(call => call.IsOurs && call.Has("credentials"));

    /// <summary><c>aws configure export-credentials</c>, whose output has the flat shape of <c>credential_process</c>.</summary>
    public bool IsAwsExport => Calls.Any(call => call.IsAws && call.Has("configure") && call.Has("export-credentials"));

    private IEnumerable<ProgramCall> Known => Calls.Where(call => call.IsAws || call.IsOurs);

    /// <summary>As its profile or its session.</summary>
    public bool Names(string name) => Profiles.Contains(name) || Sessions.Contains(name);

    public bool Has(string word) => Calls.Any(call => call.Has(word));
}
