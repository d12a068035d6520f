using System.Collections.Concurrent;
using System.Collections.Immutable;
using TrayAgent.Act.Broker;
using TrayAgent.Act.Sessions;
using TrayAgent.Cli;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;
using TrayAgent.Hosting;
using TrayAgent.Loopback;
using TrayAgent.Tests.Act.Refresh;

namespace TrayAgent.Tests.Act.Broker;

/// <summary>Callers of <c>auth-refresh</c> on one machine; the sign-in that they start is played by the test.</summary>
internal sealed class BrokerHome : IAsyncDisposable
{
    public const string Config = """
        [sso-session corp]
        sso_start_url = https://d-1.awsapps.com/start
        sso_region = eu-west-1
        sso_registration_scopes = sso:account:access

        [profile dev]
        sso_session = corp
        sso_account_id = 111122223333
        sso_role_name = Developer

        """;

    private readonly RefreshHome _home;
    private FileLock? _held;
    private int _started;

    private BrokerHome(RefreshHome home)
    {
        _home = home;
        home.Home.Config(Config);
        Directory.CreateDirectory(Path.GetDirectoryName(Machine.Agent.SettingsFile)!);
        File.WriteAllText(Machine.Agent.SettingsFile, """{ "allowLoopbackEndpoints": true }""");
    }

    public RefreshHome Tokens => _home;

    public IdentityCentre Centre => _home.Centre;

    public int Started => _started;

    public int PortalAsked => Centre.Requests(Operation.ListAccounts);

    public TimeSpan CallerLimit { get; set; } = TimeSpan.FromSeconds(165);

    public ConcurrentQueue<string> Told { get; } = [];

    /// <summary>What happens when a sign-in is started; by default it waits for a person.</summary>
    public Action OnStart { get; set; } = () => { };

    /// <summary>What stands for the process that signs in; by default this one.</summary>
    public Func<DetachedProgram> Program { get; set; } = () => new DetachedProgram(Environment.ProcessId);

    /// <summary>Another one is what another process would be.</summary>
    public Machine Machine => Machine.Open(
        new ProcessEnvironment(ImmutableDictionary<string, string>.Empty
            .Add("HOME", _home.Folder).Add("USERPROFILE", _home.Folder).Add("AWS_ENDPOINT_URL", Centre.BaseUrl)),
        _home.Time,
        NoLog.Instance);

    public SignInFiles Files => new(_home.Home.AwsPaths, _home.Session, _home.Time);

    public static async Task<BrokerHome> SignedInAsync(TimeSpan left) => new(await RefreshHome.SignedInAsync(left));

    /// <summary>The portal session is over; the file does not know.</summary>
    public static async Task<BrokerHome> WithDeadSessionAsync()
    {
        var home = await SignedInAsync(TimeSpan.FromMinutes(-5));
        home.Centre.RevokeSessions();
        home.OnStart = home.WaitForPerson;
        return home;
    }

    public Task<BrokerOutcome> AskAsync() => WithTimeAsync(StartAsking());

    public Task<BrokerOutcome> StartAsking(CancellationToken stop = default) => AuthRefreshVerb.Broker(
        Machine,
        _home.Session,
        new BrokerLimits(CallerLimit),
        Start).AnswerAsync(Told.Enqueue, stop);

    public async Task<T> WithTimeAsync<T>(Task<T> asking)
    {
        while (await Task.WhenAny(asking, Task.Delay(5, TestContext.Current.CancellationToken)) != asking)
        {
            _home.Time.Advance(TimeSpan.FromMilliseconds(50));
        }

        return await asking;
    }

    /// <summary>The process that signs in has taken over and shows a code.</summary>
    public void WaitForPerson()
    {
        _held = Files.TryLock();
        Assert.NotNull(_held);
        Files.Tell(new SignInProgress("corp", SignInStage.WaitingForPerson, "device.sso.eu-west-1.amazonaws.com", "ABCD-EFGH"), SignInPurpose.SignIn, Asker.AuthRefresh);
    }

    /// <summary>It ended.</summary>
    public void End(SignInResult result, string text)
    {
        var files = Files;
        files.Tell(new SignInProgress("corp", SignInStage.WaitingForPerson, "h", null), SignInPurpose.SignIn, Asker.AuthRefresh);
        files.Tell(new SignInOutcome("corp", result, text), SignInPurpose.SignIn, Fingerprint);
        _held?.Dispose();
    }

    public void LockScreen()
    {
        Directory.CreateDirectory(Machine.Agent.StateFolder);
        File.WriteAllText(Machine.Agent.ScreenLocked, "");
    }

    public string? Fingerprint =>
        File.Exists(_home.TokenPath) ? SsoToken.FingerprintOf(_home.Text("accessToken")) : null;

    public bool RemembersAsRefused(string accessToken) =>
        Machine.State.Read().History["corp"].Refused.Contains(SsoToken.FingerprintOf(accessToken));

    public async ValueTask DisposeAsync()
    {
        _held?.Dispose();
        await _home.DisposeAsync();
    }

    private DetachedProgram Start()
    {
        Interlocked.Increment(ref _started);
        OnStart();
        return Program();
    }
}
