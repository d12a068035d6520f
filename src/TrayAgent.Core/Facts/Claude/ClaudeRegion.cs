using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Facts.Claude;

/// <summary>The region in which Claude Code calls Bedrock.</summary>
/// <param name="Name">As written: it need not be a region that exists.</param>
/// <param name="Source">A key (<c>env.AWS_REGION</c>), <c>profile NAME</c>, or <c>default</c>.</param>
public sealed record ClaudeRegion(string Name, string Source)
{
    /// <summary>What Claude Code takes when nobody says anything.</summary>
    public const string Default = "us-east-1";

    private const string DefaultSource = "default";

    /// <summary>Nobody chose it.</summary>
    public bool IsDefault => Source == DefaultSource;

    /// <summary>Who sets the variable; null when none does.</summary>
    public EffectiveSetting? Setting { get; init; }

    /// <remarks>https://code.claude.com/docs/en/amazon-bedrock: since 2.1.172; before, <c>AWS_REGION</c> had to be set.</remarks>
    public static ClaudeRegion Of(ClaudeSettings claude, AwsConfig config)
    {
        foreach (var key in (ReadOnlySpan<string>)[ClaudeKeys.AwsRegion, ClaudeKeys.AwsDefaultRegion])
        {
            if (claude[key] is { IsSet: true } setting && IsShaped(setting.Text!))
            {
                return new ClaudeRegion(setting.Text!, key) { Setting = setting };
            }
        }

        var profile = config.Profile(claude.Text(ClaudeKeys.AwsProfile) ?? "default");
        return profile?.Region is { Length: > 0 } region && IsShaped(region)
            ? new ClaudeRegion(region, $"profile {profile.Name}")
            : new ClaudeRegion(Default, DefaultSource);
    }

    /// <summary>What is not even shaped like a region counts as unset.</summary>
    private static bool IsShaped(string region) => region.IndexOfAny(['/', '\\', '.', ' ']) < 0;
}
