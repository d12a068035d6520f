using System.Collections.Immutable;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Facts.Models;

namespace TrayAgent.Core.Facts;

/// <summary>
/// Everything known about the machine at one instant, and the only input of a rule.
/// Holds no secret: tokens and keys stay with their readers, only what a rule may judge is passed on.
/// </summary>
public sealed record Snapshot
{
    /// <summary>The instant of the inspection, in UTC.</summary>
    public required DateTimeOffset Now { get; init; }

    /// <summary>The user's time zone: decides what "today" is and how times are shown.</summary>
    public required TimeZoneInfo Zone { get; init; }

    public required AwsConfig Config { get; init; }

    /// <summary>What Claude Code reads, where its own settings name other files; null: the same.</summary>
    public AwsConfig? ConfigElsewhere { get; init; }

    /// <summary>Where Claude Code, and what it starts, find their profiles.</summary>
    public AwsConfig ConfigOfClaude => ConfigElsewhere ?? Config;

    public required TokenCache Cache { get; init; }

    public required ClaudeSettings Claude { get; init; }

    public required AwsEnvironment Environment { get; init; }

    public required AwsCli AwsCli { get; init; }

    public ClaudeCode ClaudeCode { get; init; } = new ClaudeCode.Missing();

    /// <summary>This program, for commands that are written into other programs' settings.</summary>
    public OwnProgram OwnProgram { get; init; } = new(OwnProgram.Name) { IsOnPath = true };

    /// <summary>The homes that different tools would use; the first is the AWS CLI's. More than one distinct value is a split home.</summary>
    public required ImmutableArray<Home> Homes { get; init; }

    /// <summary>Homes of the same person that have tools of their own; those tools do not see the tokens here.</summary>
    public ImmutableArray<OtherHome> OtherHomes { get; init; } = [];

    /// <summary>What the agent remembers of each session, by session name.</summary>
    public required ImmutableDictionary<string, SessionHistory> History { get; init; }

    public SettingsFileLook SettingsFile { get; init; } = SettingsFileLook.Nothing;

    /// <inheritdoc cref="Remembered.KnownKeys"/>
    public KnownKeys KnownKeys { get; init; } = KnownKeys.Nothing;

    /// <summary>Keys of the user's Claude Code settings that we wrote or saw before and that are gone.</summary>
    public ImmutableArray<LostKey> LostKeys { get; init; } = [];

    /// <inheritdoc cref="Remembered.Observed"/>
    public ImmutableDictionary<string, ImmutableArray<ObservedLength>> Observed { get; init; } = Remembered.Nothing.Observed;

    /// <inheritdoc cref="Remembered.Clock"/>
    public ClockReading? Clock { get; init; }

    /// <inheritdoc cref="Remembered.LiveProfiles"/>
    public ImmutableArray<LiveProfiles> LiveProfiles { get; init; } = [];

    /// <summary>What AWS said of a region, if that was lately.</summary>
    public LiveProfiles? Live(string region) => LiveProfiles.FirstOrDefault(list => list.Region == region && list.IsFresh(Now));

    /// <summary>What Bedrock offers in a region: as AWS said lately, else as the program has it built in.</summary>
    public ModelOffers Offers(string region) => ModelOffers.In(region, Live(region));
}
