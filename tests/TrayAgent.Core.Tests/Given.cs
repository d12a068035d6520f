using System.Collections.Immutable;
using System.Globalization;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Tests;

/// <summary>Makes facts. Today is 2026-11-23, a Monday; a time of day like "09:00" is meant in UTC, which is the user's zone.</summary>
internal static class Given
{
    public const string Folder = "/home/ann/.aws/sso/cache";

    public const string ConfigFile = "/home/ann/.aws/config";

    public static readonly string[] Scopes = ["sso:account:access"];

    public static DateTimeOffset At(string time) => time.Contains('-')
        ? DateTimeOffset.Parse(time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)
        : DateTimeOffset.Parse("2026-11-23 " + time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);

    public static TimeSpan Span(string span) => TimeSpan.Parse(span, CultureInfo.InvariantCulture);

    /// <summary>A machine on which nothing is wrong and nothing is set up.</summary>
    public static Snapshot Machine(string now) => new()
    {
        Now = At(now),
        Zone = TimeZoneInfo.Utc,
        Config = new AwsConfig { ConfigFile = ConfigFile, CredentialsFile = "/home/ann/.aws/credentials" },
        Cache = new TokenCache { Folder = Folder },
        Claude = new ClaudeSettings { UserFile = "/home/ann/.claude/settings.json" },
        Environment = AwsEnvironment.Empty,
        AwsCli = new AwsCli.Found("/usr/bin/aws", new Version(2, 9, 19)),
        Homes = [new Home("AWS CLI", "/home/ann"), new Home("JavaScript SDK", "/home/ann")],
        History = ImmutableDictionary<string, SessionHistory>.Empty,
    };

    /// <summary>A machine with the session "corp", a profile "dev" on it, and a good, refreshable token.</summary>
    public static Snapshot Corp(string now, string expires = "17:00", string written = "08:00") =>
        Machine(now).With(Session("corp")).With(Profile("dev", "corp")).With(Token("corp", expires, written));

    public static SsoSession Session(string name, string? region = "eu-west-1", int line = 1) => new()
    {
        Name = name,
        Kind = SessionKind.SsoSession,
        StartUrl = "https://corp.awsapps.com/start",
        Region = region,
        Scopes = [.. Scopes],
        File = ConfigFile,
        Line = line,
    };

    public static SsoSession Legacy(string url) => Session(url) with { Kind = SessionKind.Legacy, StartUrl = url, Scopes = [] };

    public static Profile Profile(string name, string? session) => new()
    {
        Name = name,
        Kind = ProfileKind.SsoSession,
        File = ConfigFile,
        Line = 10,
        Session = session,
        SsoSession = session,
        AccountId = "111122223333",
        RoleName = "Developer",
        Region = "eu-central-1",
    };

    public static CacheFile.Token Token(string session, string expires, string written = "08:00", string fingerprint = "f1") =>
        File(session, Refreshable(expires, fingerprint), written);

    public static CacheFile.Token Fixed(string session, string expires, string written = "08:00", string fingerprint = "f1") =>
        File(session, new SsoToken { ExpiresAt = At(expires), Fingerprint = fingerprint }, written);

    public static SsoToken Refreshable(string expires, string fingerprint = "f1") => new()
    {
        ExpiresAt = At(expires),
        Fingerprint = fingerprint,
        HasRefreshToken = true,
        HasClient = true,
        RegistrationExpiresAt = At("2027-02-01 00:00"),
    };

    public static CacheFile.Token File(string session, SsoToken token, string written = "08:00") => new(token)
    {
        Name = CacheFileNames.Token(session),
        WrittenAt = At(written),
        Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
    };

    public static CacheFile.Unreadable Torn(string session, string since, CacheFile? lastGood = null) =>
        new("It is empty.", At(since), lastGood) { Name = CacheFileNames.Token(session), WrittenAt = At(since) };

    public static Snapshot With(this Snapshot snapshot, params SsoSession[] sessions) => snapshot with
    {
        Config = snapshot.Config with { Sessions = [.. snapshot.Config.Sessions, .. sessions] },
    };

    public static Snapshot With(this Snapshot snapshot, params Profile[] profiles) => snapshot with
    {
        Config = snapshot.Config with
        {
            Profiles = [.. snapshot.Config.Profiles, .. profiles],
            Sessions =
            [
                .. snapshot.Config.Sessions.Select(session => session with
                {
                    Profiles =
                    [
                        .. session.Profiles,
                        .. profiles.Where(profile => profile.Session == session.Name).Select(profile => profile.Name),
                    ],
                }),
            ],
        },
    };

    public static Snapshot With(this Snapshot snapshot, CacheFile file) => snapshot with
    {
        Cache = snapshot.Cache with { Files = snapshot.Cache.Files.SetItem(file.Name, file) },
    };

    public static Snapshot Without(this Snapshot snapshot, string session) => snapshot with
    {
        Cache = snapshot.Cache with { Files = snapshot.Cache.Files.Remove(CacheFileNames.Token(session)) },
    };

    public static Snapshot With(this Snapshot snapshot, ClaudeSettingsLayer layer) => snapshot with
    {
        Claude = snapshot.Claude with { Layers = [.. snapshot.Claude.Layers, layer] },
    };

    public static Snapshot With(this Snapshot snapshot, string session, SessionHistory history) => snapshot with
    {
        History = snapshot.History.SetItem(session, history),
    };

    public static Snapshot Failing(this Snapshot snapshot, RefreshObstacle obstacle, string fingerprint = "f1", string at = "08:50") =>
        snapshot.With("corp", SessionHistory.Empty with
        {
            Failure = new RefreshFailure(fingerprint, obstacle, At(at), "It is said."),
        });

    public static Snapshot Observing(this Snapshot snapshot, string startUrl, params ObservedLength[] lengths) => snapshot with
    {
        Observed = snapshot.Observed.SetItem(StartUrls.Key(startUrl), [.. lengths]),
    };

    /// <summary>The user's settings as they should be: nothing in them is a finding, if the profile is none.</summary>
    public static ClaudeSettingsLayer Claude(string profile) => Settings($$"""
        {
          "env": {
            "CLAUDE_CODE_USE_BEDROCK": "1", "AWS_PROFILE": "{{profile}}", "AWS_REGION": "eu-central-1",
            "ANTHROPIC_MODEL": "eu.anthropic.claude-opus-4-8",
            "ANTHROPIC_DEFAULT_HAIKU_MODEL": "eu.anthropic.claude-haiku-4-5-20251001-v1:0"
          },
          "awsAuthRefresh": "trayagent auth-refresh --profile {{profile}}"
        }
        """);

    public static ClaudeSettingsLayer Settings(
        string json, SettingsScope scope = SettingsScope.User, string file = "/home/ann/.claude/settings.json") =>
        ClaudeSettingsParser.Parse(file, System.Text.Encoding.UTF8.GetBytes(json), scope);

    public static Policy Pinned(params string[] sessions) => Policy.Default with { PinnedSessions = [.. sessions] };
}
