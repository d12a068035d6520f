using System.Collections.Immutable;

namespace TrayAgent.Core.Facts.Claude;

/// <summary>What one settings file, or one policy of the system, says.</summary>
public sealed record ClaudeSettingsLayer
{
    private static readonly string[] Commands = [ClaudeKeys.AuthRefresh, ClaudeKeys.CredentialExport];

    /// <summary>Full path, or the name of the policy.</summary>
    public required string File { get; init; }

    public SettingsScope Scope { get; init; } = SettingsScope.User;

    /// <summary>In the order of the file; each key once, since of equal ones the last counts.</summary>
    public ImmutableArray<ClaudeSetting> Settings { get; init; } = [];

    /// <summary>Why it could not be read, and then it has no settings; or what is odd about it although it was read.</summary>
    public Problem? Problem { get; init; }

    /// <summary>Not a byte of it could be read: it is a folder, too large, or another user's.</summary>
    public bool IsOutOfSight { get; init; }

    /// <summary><c>env.AWS_PROFILE</c>.</summary>
    public string? AwsProfile => this[ClaudeKeys.AwsProfile]?.Text;

    /// <summary><c>env.CLAUDE_CODE_USE_BEDROCK</c>: <c>1</c>/<c>true</c> or <c>0</c>/<c>false</c> in any case; null when absent.</summary>
    public bool? UsesBedrock => Switches.Read(this[ClaudeKeys.UseBedrock]?.Text);

    /// <summary>Profiles (<c>--profile P</c>) named by <c>awsAuthRefresh</c> and <c>awsCredentialExport</c>.</summary>
    public ImmutableArray<string> CommandProfiles => Named(command => command.Profiles);

    /// <summary>Sessions (<c>--sso-session S</c>) named by the same commands.</summary>
    public ImmutableArray<string> CommandSessions => Named(command => command.Sessions);

    public ClaudeSetting? this[string key]
    {
        get
        {
            foreach (var setting in Settings)
            {
                if (setting.Key == key)
                {
                    return setting;
                }
            }

            return null;
        }
    }

    private ImmutableArray<string> Named(Func<SettingsCommand, ImmutableArray<string>> names) =>
    [
        .. Commands.Select(key => this[key]?.Text).OfType<string>()
            .SelectMany(text => names(SettingsCommand.Of(text)))
            .Distinct(StringComparer.Ordinal),
    ];
}
