using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Act;

/// <summary>What to sign in to (or renew, or sign out of) and how; everything else comes from the settings.</summary>
internal sealed record SignInRequest
{
    public required SsoSession Session { get; init; }

    /// <summary>Its profiles decide what is proven afterwards and which role caches a sign-out removes.</summary>
    public required AwsConfig Config { get; init; }

    public required AwsCli AwsCli { get; init; }

    /// <summary>The profile that the person named; null when none was.</summary>
    public string? Profile { get; init; }

    /// <summary>The profile of Claude Code's own settings; used when no other was named and it draws on this session.</summary>
    public string? ClaudeProfile { get; init; }

    public SignInPage Page { get; init; } = SignInPage.Opened;

    public SignInFlow Flow { get; init; } = SignInFlow.ChosenByTheCli;

    public static SignInRequest From(Snapshot snapshot, SsoSession session) => new()
    {
        Session = session,
        Config = snapshot.Config,
        AwsCli = snapshot.AwsCli,
        ClaudeProfile = snapshot.Claude.AwsProfile,
    };
}
