using System.Collections.Immutable;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;
using TrayAgent.Settings;

namespace TrayAgent.Inspect;

/// <summary>Looks at the machine and says what is so; reads only, never writes, never fails.</summary>
internal sealed class Inspector(
    ProcessEnvironment environment,
    AwsPaths awsPaths,
    ClaudePaths claudePaths,
    Func<AgentSettings> settings,
    Func<Remembered> remembered,
    Func<ReadOnlyMemory<byte>?, OwnEdit?> ownEdit,
    TimeProvider time,
    Func<ImmutableArray<OtherPlace>>? otherPlaces = null)
{
    /// <summary>How long another program may take to write a token file in place.</summary>
    private static readonly TimeSpan WritingTime = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan RetryInterval = TimeSpan.FromMilliseconds(100);

    private readonly ConfigReader _config = new(awsPaths);
    private readonly ConfigElsewhere _elsewhere = new(awsPaths, claudePaths.Folder);
    private readonly ClaudeReader _claude = new(claudePaths, environment, awsPaths.Home);
    private readonly SettingsFileReader _settingsFile = new(claudePaths.UserFile, ownEdit);
    private readonly ClaudeCodeFinder _claudeCode = ClaudeCodeFinder.For(environment, awsPaths.Home);
    private readonly OwnProgram _ownProgram =
        OwnProgramFinder.Find(environment, Environment.ProcessPath ?? OwnProgram.Name);
    private readonly TokenCacheReader _cache = new(awsPaths.SsoCache);
    private readonly OtherHomes _otherHomes = new(otherPlaces ?? (() => []), time);
    private readonly ImmutableArray<Home> _homes = Homes.Of(environment, awsPaths.Home);

    /// <summary>For the agent, which looks again soon: a file that cannot be read just now keeps what it last held.</summary>
    public Snapshot Inspect(DateTimeOffset now)
    {
        var config = _config.Read(now);
        var current = settings();
        var known = remembered();
        var claudeCode = _claudeCode.Find();
        var claude = _claude.Read(now, (claudeCode as ClaudeCode.Found)?.Version);
        var snapshot = new Snapshot
        {
            Now = now.ToUniversalTime(),
            Zone = time.LocalTimeZone,
            Config = config,
            Cache = _cache.Read(now, config.Sessions.Select(session => session.CacheFileName)),
            Claude = claude,
            ConfigElsewhere = _elsewhere.Read(claude, now),
            Environment = AwsEnvironmentReader.Read(environment, current.LoopbackEndpoints),
            AwsCli = AwsCliFinder.Find(environment, awsPaths.Home, current.AwsCli),
            ClaudeCode = claudeCode,
            OwnProgram = _ownProgram,
            Homes = _homes,
            OtherHomes = _otherHomes.Read(now),
            History = known.History,
            Observed = known.Observed,
            Clock = known.Clock,
            LiveProfiles = known.LiveProfiles,
            KnownKeys = known.KnownKeys,
            SettingsFile = _settingsFile.Look(),
        };
        return snapshot with { LostKeys = KeyWatch.Lost(KeyWatch.After(snapshot)) };
    }

    /// <summary>
    /// For a command that looks once: waits while another program seems to be in the middle of writing a session's token file.
    /// </summary>
    public async Task<Snapshot> InspectSettledAsync(CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (true)
        {
            var snapshot = Inspect(time.GetUtcNow());
            if (!IsBeingWritten(snapshot) || time.GetElapsedTime(start) >= WritingTime)
            {
                return snapshot;
            }

            await Task.Delay(RetryInterval, time, cancellationToken);
        }
    }

    /// <summary>What was last written longer ago will not be completed by anybody.</summary>
    private static bool IsBeingWritten(Snapshot snapshot) => snapshot.Config.Sessions
        .Select(session => snapshot.Cache[session.CacheFileName])
        .OfType<CacheFile.Unreadable>()
        .Any(file => snapshot.Now - file.WrittenAt < WritingTime);
}
