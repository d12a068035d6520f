using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using TrayAgent.Act.Sessions;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;
using TrayAgent.Settings;
using TrayAgent.State;

namespace TrayAgent.Tests.Act;

/// <summary>A temporary home with one session, a scripted AWS CLI, a portal on this machine and a browser that only remembers.</summary>
internal sealed class SignInHome : IAsyncDisposable
{
    public const string Device = "Browser will not be automatically opened.\nPlease visit the following URL:\n\n"
        + "https://device.sso.eu-west-1.amazonaws.com/\n\nThen enter the code:\n\nABCD-EFGH\n\n"
        + "Alternatively, you may visit the following URL which will autofill the code upon loading:\n"
        + "https://device.sso.eu-west-1.amazonaws.com/?user_code=ABCD-EFGH\n";

    public const string Pkce = "Browser will not be automatically opened.\nPlease visit the following URL:\n\n"
        + "https://oidc.eu-west-1.amazonaws.com/authorize?client_id=c&redirect_uri=http%3A%2F%2F127.0.0.1%3A1%2Foauth%2Fcallback\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("trayagent-act-").FullName;

    public SignInHome()
    {
        Paths = new AwsPaths(_folder, Path.Combine(_folder, ".aws", "config"), Path.Combine(_folder, ".aws", "credentials"));
        Directory.CreateDirectory(Script);
        Directory.CreateDirectory(Paths.SsoCache);
        Directory.CreateDirectory(Paths.CliCache);
        Session = new SsoSession
        {
            Name = "corp",
            Kind = SessionKind.SsoSession,
            StartUrl = "https://d-1.awsapps.com/start",
            Region = "eu-west-1",
            Profiles = ["dev"],
            File = Paths.ConfigFile,
            Line = 1,
        };
        Profiles = [Profile("dev", ProfileKind.SsoSession)];
        Settings = AgentSettings.Default with { LoopbackEndpoints = LoopbackEndpoints.Used };
        Variables = Inherited().SetItem("FAKE_AWS", Script).SetItem("AWS_ENDPOINT_URL", Portal.Url).SetItem("HOME", _folder);
    }

    public AwsPaths Paths { get; }

    public string Script => Path.Combine(_folder, "script");

    public string TokenPath => Path.Combine(Paths.SsoCache, Session.CacheFileName);

    public FakePortal Portal { get; } = new();

    public SsoSession Session { get; set; }

    public ImmutableArray<Profile> Profiles { get; set; }

    public AgentSettings Settings { get; set; }

    public ImmutableDictionary<string, string> Variables { get; set; }

    public TimeProvider Time { get; set; } = TimeProvider.System;

    public static string Aws => Path.Combine(AppContext.BaseDirectory, "aws");

    /// <summary>Why no browser can be opened.</summary>
    public string? BrowserObstacle { get; set; }

    public ConcurrentQueue<string> Opened { get; } = [];

    /// <summary>What was remembered of the session when the first page was opened.</summary>
    public SessionHistory? WhenOpened { get; private set; }

    public StateFile State => new(
        new AgentPaths(Path.Combine(_folder, "settings.json"), Path.Combine(_folder, "state")), Time, NullLogger<StateFile>.Instance);

    public SessionHistory History => State.Read().History.GetValueOrDefault(Session.Name, SessionHistory.Empty);

    public SignInRequest Request => new()
    {
        Session = Session,
        Config = new AwsConfig { ConfigFile = Paths.ConfigFile, CredentialsFile = Paths.CredentialsFile, Profiles = Profiles, Sessions = [Session] },
        AwsCli = new AwsCli.Found(Aws, null),
        Profile = Profiles.FirstOrDefault()?.Name,
    };

    /// <summary>Another instance is what another process would be: the lock is between open files.</summary>
    public SignIns SignIns => new(
        Paths,
        new ProcessEnvironment(Variables),
        () => Settings,
        new SignInBrowser(() => BrowserObstacle, (page, _) => Task.FromResult(Open(page))),
        new SessionNotes(State, Time),
        Time);

    public Profile Profile(string name, ProfileKind kind) => new()
    {
        Name = name,
        Kind = kind,
        File = Paths.ConfigFile,
        Line = 5,
        Session = Session.Name,
        AccountId = "111122223333",
        RoleName = "dev",
    };

    public void Says(string name, string text) => File.WriteAllText(Path.Combine(Script, name), text);

    /// <summary>The person approves, and the CLI writes the token.</summary>
    public SignInHome Approves(string stdout, string token = "new-token", string expiresAt = "2099-01-01T00:00:00Z")
    {
        Says("stdout", stdout);
        Says("token-path", TokenPath);
        Says("token", Token(token, expiresAt));
        return this;
    }

    public void HasToken(string token, string expiresAt = "2098-01-01T00:00:00Z", string? refreshToken = null) =>
        File.WriteAllText(TokenPath, Token(token, expiresAt, refreshToken));

    /// <summary>As <see cref="HasToken"/>, with all that a refresh needs.</summary>
    public void HasRefreshableToken(string token, string expiresAt) => File.WriteAllText(
        TokenPath,
        Token(token, expiresAt, "refresh")[..^1]
            + ", \"clientId\": \"client\", \"clientSecret\": \"secret\", \"registrationExpiresAt\": \"2099-01-01T00:00:00Z\"}");

    /// <summary>The recorded runs of <c>aws sso login</c>, in no order.</summary>
    public string[][] Calls() =>
        Directory.Exists(CallFolder) ? [.. Directory.GetFiles(CallFolder).Select(File.ReadAllLines)] : [];

    public string Arguments() =>
        string.Join(' ', Assert.Single(Calls()).Where(line => line.StartsWith("arg ", StringComparison.Ordinal)).Select(line => line[4..]));

    public static bool IsRunning(string[] call) => Directory.Exists("/proc/" + call[0]["pid ".Length..]);

    public async ValueTask DisposeAsync()
    {
        await Portal.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private string CallFolder => Path.Combine(Script, "calls");

    private string? Open(Uri url)
    {
        WhenOpened ??= History;
        if (BrowserObstacle is null)
        {
            Opened.Enqueue(url.AbsoluteUri);
        }

        return BrowserObstacle;
    }

    private static string Token(string token, string expiresAt, string? refreshToken = null) =>
        $"{{\"startUrl\": \"https://d-1.awsapps.com/start\", \"region\": \"eu-west-1\", \"accessToken\": \"{token}\", \"expiresAt\": \"{expiresAt}\""
        + (refreshToken is null ? "}" : $", \"refreshToken\": \"{refreshToken}\"}}");

    /// <summary>What the fake CLI needs to start, and nothing that a developer's shell may hold.</summary>
    private static ImmutableDictionary<string, string> Inherited() =>
        ProcessEnvironment.Current.Variables
            .Where(variable => !variable.Key.StartsWith("AWS_", StringComparison.Ordinal))
            .ToImmutableDictionary();
}
