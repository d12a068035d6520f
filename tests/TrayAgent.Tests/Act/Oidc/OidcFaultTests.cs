using TrayAgent.Loopback;

namespace TrayAgent.Tests.Act.Oidc;

/// <summary>Signing in without the AWS CLI while the service or the network misbehaves.</summary>
public sealed class OidcFaultTests : IAsyncLifetime
{
    private const string NoSense =
        "Failed: AWS gave an answer to the sign-in to 'corp' that makes no sense. Try again; behind a network with a sign-in page of "
        + "its own, sign in there first.";

    private OidcHome _home = null!;

    public async ValueTask InitializeAsync() => _home = await OidcHome.StartAsync();

    public ValueTask DisposeAsync() => _home.DisposeAsync();

    [Fact]
    public async Task A_wrong_start_url_is_named()
    {
        _home.Centre.Options = _home.Centre.Options with { StartUrls = ["https://d-9.awsapps.com/start"] };
        Assert.Equal(
            "Failed: AWS does not know the start URL 'https://d-1.awsapps.com/start' in region 'eu-west-1'. Check 'sso_start_url' and "
            + $"'sso_region' of 'corp' in '{_home.Home.Paths.ConfigFile}', line 1.",
            await _home.SignInAsync(_home.WithCode));
    }

    [Theory]
    [InlineData(Flow.Pkce, Operation.RegisterClient, FaultKind.Throttle, "Failed: AWS is throttling sign-ins to 'corp'. Try again in a minute.")]
    [InlineData(Flow.Pkce, Operation.RegisterClient, FaultKind.ServerError, "Failed: AWS had an internal error while signing in to 'corp'. Try again in a minute.")]
    [InlineData(Flow.Pkce, Operation.RegisterClient, FaultKind.NotJson, NoSense)]
    [InlineData(Flow.Pkce, Operation.RegisterClient, FaultKind.WrongTypes, NoSense)]
    [InlineData(Flow.DeviceCode, Operation.StartDeviceAuthorization, FaultKind.NotJson, NoSense)]
    [InlineData(Flow.DeviceCode, Operation.StartDeviceAuthorization, FaultKind.WrongTypes, NoSense)]
    [InlineData(Flow.DeviceCode, Operation.CreateTokenByDeviceCode, FaultKind.WrongTypes, NoSense)]
    [InlineData(Flow.Pkce, Operation.CreateTokenByAuthorizationCode, FaultKind.WrongTypes, NoSense)]
    [InlineData(Flow.Pkce, Operation.CreateTokenByAuthorizationCode, FaultKind.NotJson, NoSense)]
    [InlineData(Flow.Pkce, Operation.CreateTokenByAuthorizationCode, FaultKind.Unauthorized, "Failed: AWS no longer accepts this machine's client registration for 'corp'. Sign in once more: a new one is made.")]
    public async Task What_the_service_does_is_told_and_no_token_is_written(Flow flow, Operation operation, FaultKind kind, string expected)
    {
        _home.Centre.Faults.Set(operation, kind);
        Assert.Equal(expected, await _home.SignInAsync(_home.With(flow)));
        Assert.False(File.Exists(_home.Home.TokenPath));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_000_000_000_000_000)]
    public async Task A_life_that_makes_no_sense_is_no_token(long expiresIn)
    {
        _home.Centre.Faults.Set(Operation.CreateTokenByAuthorizationCode, new Fault(FaultKind.ExpiresIn) { Number = expiresIn });
        Assert.Equal(NoSense, await _home.SignInAsync(_home.Request));
        Assert.False(File.Exists(_home.Home.TokenPath));
    }

    [Fact]
    public async Task No_network_is_said()
    {
        _home.Home.Variables = _home.Home.Variables.SetItem("AWS_ENDPOINT_URL", "http://127.0.0.1:1/");
        Assert.Equal(
            "Failed: AWS could not be reached to sign in to 'corp'. Check the network, and that 'eu-west-1' is its region.",
            await _home.SignInAsync(_home.Request));
    }

    /// <summary>The person is at the page: a network that fails meanwhile must not make that worthless.</summary>
    [Theory]
    [InlineData(FaultKind.ServerError)]
    [InlineData(FaultKind.Throttle)]
    [InlineData(FaultKind.CutAfterHeaders)]
    public async Task Polling_goes_on_through_a_weak_moment(FaultKind kind)
    {
        var result = await _home.SignInAsync(_home.WithCode, async page =>
        {
            _home.Centre.Faults.Set(Operation.CreateTokenByDeviceCode, kind, times: 2);
            _home.Time.Flow();
            await Wait.UntilAsync(() => _home.Centre.Faults.Hits(Operation.CreateTokenByDeviceCode) == 2);
            await _home.ApproveAsync(page);
        });
        Assert.StartsWith(OidcHome.Proven, result, StringComparison.Ordinal);
    }

    /// <summary>A code is good once: to redeem it again by itself would call a sign-in a fraud that only lost an answer.</summary>
    [Fact]
    public async Task A_lost_answer_is_not_asked_for_again()
    {
        _home.Centre.Faults.Set(Operation.CreateTokenByAuthorizationCode, FaultKind.CutMidBody);
        Assert.StartsWith("Failed: ", await _home.SignInAsync(_home.Request), StringComparison.Ordinal);
        Assert.Equal(1, _home.Centre.Requests(Operation.CreateTokenByAuthorizationCode));
    }

    [Fact]
    public async Task A_device_code_that_expires_is_said()
    {
        _home.Centre.Options = _home.Centre.Options with { DeviceCodeLife = TimeSpan.FromSeconds(30) };
        Assert.Equal(
            "Failed: Nobody approved the sign-in to 'corp' in time, so AWS ended it. Sign in again.",
            await _home.SignInAsync(_home.WithCode, _ => Task.CompletedTask));
    }

    [Fact]
    public async Task Told_to_slow_down_it_waits_five_seconds_longer()
    {
        // What the service grants per interval, while it has announced a second.
        var running = _home.SignInAsync(_home.WithCode, page =>
        {
            _home.Centre.Options = _home.Centre.Options with { PollInterval = TimeSpan.FromSeconds(4) };
            return Task.CompletedTask;
        });
        await Wait.UntilAsync(() => Polls().Any(poll => poll.Outcome == "SlowDownException"));
        var slowed = Polls().Length;
        await Wait.UntilAsync(() => Polls().Length >= slowed + 3);
        Assert.True(_home.Centre.Approve((await _home.Steps.WaitingForPerson).UserCode!));
        Assert.StartsWith(OidcHome.Proven, await running, StringComparison.Ordinal);

        var after = Polls().SkipWhile(poll => poll.Outcome != "SlowDownException").ToArray();
        Assert.Single(after, poll => poll.Outcome == "SlowDownException");
        Assert.All(after.Zip(after.Skip(1)), pair => Assert.True(pair.Second.At - pair.First.At >= TimeSpan.FromSeconds(6)));
    }

    private CentreEvent[] Polls() => [.. _home.Centre.Events.Where(it => it.Operation == Operation.CreateTokenByDeviceCode)];
}
