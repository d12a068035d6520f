using System.Collections.Immutable;

namespace TrayAgent.Core.Facts.Claude;

/// <summary>What one settings file says about AWS.</summary>
public sealed record ClaudeSettingsLayer
{
    public required string File { get; init; }

    /// <summary><c>env.AWS_PROFILE</c>.</summary>
    public string? AwsProfile { get; init; }

    /// <summary><c>env.CLAUDE_CODE_USE_BEDROCK</c>: <c>1</c>/<c>true</c> or <c>0</c>/<c>false</c> in any case; null when absent.</summary>
    public bool? UsesBedrock { get; init; }

    /// <summary>Profiles (<c>--profile P</c>) named by <c>awsAuthRefresh</c> and <c>awsCredentialExport</c>.</summary>
    public ImmutableArray<string> CommandProfiles { get; init; } = [];

    /// <summary>Sessions (<c>--sso-session S</c>) named by the same commands.</summary>
    public ImmutableArray<string> CommandSessions { get; init; } = [];

    /// <summary>Why it could not be read; the other members are then empty, but for a byte order mark, which Claude Code skips.</summary>
    public Problem? Problem { get; init; }
}
