using TrayAgent.Act.Sessions;

namespace TrayAgent.Cli.Setup;

/// <summary>What was answered on the command line already; null: it is asked, or a default stands for it.</summary>
internal sealed record SetupOptions
{
    public string? SessionName { get; init; }

    public string? StartUrl { get; init; }

    public string? SsoRegion { get; init; }

    public string? Scopes { get; init; }

    public string? Account { get; init; }

    public string? Role { get; init; }

    public string? Region { get; init; }

    public string? Profile { get; init; }

    public string? Mode { get; init; }

    public string? ClaudeRegion { get; init; }

    public string? Model { get; init; }

    public string? SmallModel { get; init; }

    public SignInPage Page { get; init; } = SignInPage.Opened;

    public SignInFlow Flow { get; init; } = SignInFlow.Usual;

    /// <summary><c>--update</c>: a session or profile of that name may be changed.</summary>
    public bool MayUpdate { get; init; }

    /// <summary><c>--no-claude</c>.</summary>
    public bool LeavesClaude { get; init; }

    /// <summary>The options that were given and are about Claude Code alone.</summary>
    public IEnumerable<string> OfClaude =>
        from option in new[]
        {
            ("--mode", Mode), ("--claude-region", ClaudeRegion), ("--model", Model), ("--small-model", SmallModel),
        }
        where option.Item2 is not null
        select option.Item1;

    /// <summary>To what the previews show.</summary>
    public Consent Consent { get; init; } = Consent.ToAsk;

    /// <summary>The session is asked for once more.</summary>
    public SetupOptions WithoutSession => this with { SessionName = null, StartUrl = null, SsoRegion = null, Scopes = null };
}
