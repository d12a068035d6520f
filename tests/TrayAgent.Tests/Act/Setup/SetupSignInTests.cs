using TrayAgent.Act.Aws;
using TrayAgent.Act.Oidc;
using TrayAgent.Act.Sessions;
using TrayAgent.Act.Setup;
using TrayAgent.Act.Tokens;
using TrayAgent.Files;
using TrayAgent.Loopback;
using TrayAgent.Tests.Act.Oidc;

namespace TrayAgent.Tests.Act.Setup;

/// <summary>A sign-in that leaves nothing behind until somebody has accepted everything.</summary>
public sealed class SetupSignInTests : IAsyncLifetime
{
    private OidcHome _home = null!;
    private Uri? _page;

    public async ValueTask InitializeAsync() => _home = await OidcHome.StartAsync(new CentreOptions
    {
        Accounts =
        [
            .. Enumerable.Range(0, 250).Select(number => new Account($"{111122220000 + number}", $"Team {number % 9}", ["b", "A"])),
        ],
    });

    public ValueTask DisposeAsync() => _home.DisposeAsync();

    [Theory]
    [InlineData(Flow.Pkce)]
    [InlineData(Flow.DeviceCode)]
    public async Task It_writes_neither_token_nor_registration(Flow flow)
    {
        var (token, failure) = await SignInAsync(flow);
        Assert.Null(failure);
        Assert.True(token!.StartedPortalSession);
        Assert.Equal("***", token.ToString());
        Assert.Empty(Directory.EnumerateFileSystemEntries(_home.Home.Paths.SsoCache));

        token.Registration.Keep();
        await File.WriteAllBytesAsync(_home.Home.TokenPath, TokenText.Compose(token.Fields), TestContext.Current.CancellationToken);
        Assert.Equal(
            [_home.Home.TokenPath, _home.RegistrationPath], Directory.GetFiles(_home.Home.Paths.SsoCache).OrderBy(file => file != _home.Home.TokenPath));
        var found = await SignIn(flow).FindAsync(() => { }, TestContext.Current.CancellationToken);
        Assert.Equal(token.Secret.Fingerprint, found!.Secret.Fingerprint);
    }

    [Fact]
    public async Task The_registration_that_is_there_is_used_and_stays()
    {
        (await SignInAsync(Flow.Pkce)).Token!.Registration.Keep();
        var before = await File.ReadAllTextAsync(_home.RegistrationPath, TestContext.Current.CancellationToken);
        Assert.NotNull((await SignInAsync(Flow.Pkce)).Token);
        Assert.Equal(1, _home.Centre.Requests(Operation.RegisterClient));

        // The service forgets it: a new one is made, and the file says so only after a yes.
        _home.Centre.Faults.Set(Operation.CreateTokenByAuthorizationCode, FaultKind.Unauthorized, times: 1);
        Assert.EndsWith("Sign in once more: a new one is made.", (await SignInAsync(Flow.Pkce)).Failure, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(_home.RegistrationPath, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("startUrl", "https://d-2.awsapps.com/start")]
    [InlineData("region", "us-east-1")]
    [InlineData("expiresAt", "2020-01-01T00:00:00Z")]
    [InlineData("refreshToken", null)]
    public async Task A_token_of_something_else_is_not_taken(string member, string? value)
    {
        var (token, _) = await SignInAsync(Flow.Pkce);
        await File.WriteAllBytesAsync(_home.Home.TokenPath, TokenText.Compose(token!.Fields), TestContext.Current.CancellationToken);
        var json = _home.Token;
        if (value is null)
        {
            json.Remove(member);
        }
        else
        {
            json[member] = value;
        }

        await File.WriteAllTextAsync(_home.Home.TokenPath, json.ToJsonString(), TestContext.Current.CancellationToken);
        Assert.Null(await SignIn(Flow.Pkce).FindAsync(() => { }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task While_another_process_signs_in_it_waits()
    {
        var others = new SignInFiles(_home.Home.Paths, _home.Home.Session, _home.Time.Provider);
        using var held = others.TryLock();
        var waits = new TaskCompletionSource();
        var finding = SignIn(Flow.Pkce).FindAsync(() => waits.TrySetResult(), TestContext.Current.CancellationToken);
        await waits.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.False(finding.IsCompleted);
        held!.Dispose();
        _home.Time.Flow();
        Assert.Null(await finding);
    }

    [Fact]
    public async Task Two_set_ups_at_once_open_one_page()
    {
        using var first = SignIn(Flow.Pkce);
        var (token, _) = await SignInAsync(first, Flow.Pkce);
        _page = null;
        using var second = SignIn(Flow.Pkce);
        var waits = new TaskCompletionSource();
        var waiting = second.SignInAsync(() => waits.TrySetResult(), TestContext.Current.CancellationToken);
        await waits.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        Assert.True(new SignInFiles(_home.Home.Paths, _home.Home.Session, _home.Time.Provider).IsHeld);
        await File.WriteAllBytesAsync(
            _home.Home.TokenPath, TokenText.Compose(((SetupToken.Held)token!).Fields), TestContext.Current.CancellationToken);
        first.Dispose();
        _home.Time.Flow();
        var found = Assert.IsType<SetupToken.Found>((await waiting).Token);
        Assert.Equal(token.Secret.Fingerprint, found.Secret.Fingerprint);
        Assert.Null(_page);
        Assert.False(new SignInFiles(_home.Home.Paths, _home.Home.Session, _home.Time.Provider).IsHeld);
    }

    [Fact]
    public async Task Its_lock_leaves_nothing_behind_where_nothing_was()
    {
        var folder = _home.Home.Paths.Locks;
        Assert.False(Directory.Exists(folder));
        var signIn = SignIn(Flow.Pkce);
        await SignInAsync(signIn, Flow.Pkce);
        Assert.Single(Directory.GetFiles(folder));
        signIn.Dispose();
        Assert.False(Directory.Exists(folder));

        var others = Path.Combine(Directory.CreateDirectory(folder).FullName, "others");
        await File.WriteAllTextAsync(others, "", TestContext.Current.CancellationToken);
        await SignInAsync(Flow.Pkce);
        Assert.Equal([others], Directory.GetFiles(folder));
    }

    [Fact]
    public async Task All_pages_are_read_in_order_and_throttling_is_waited_for()
    {
        var (token, _) = await SignInAsync(Flow.Pkce);
        _home.Centre.Faults.Set(Operation.ListAccounts, FaultKind.Throttle, times: 3);
        using var portal = new Portal(Endpoints, "eu-west-1", token!.Secret);
        var counted = new List<int>();
        var accounts = (await new PortalAssignments(portal, TimeProvider.System, counted.Add).AccountsAsync(TestContext.Current.CancellationToken)).Value!;
        Assert.Equal([100, 200, 250], counted);
        Assert.Equal(("Team 0", "111122220000"), (accounts[0].Name, accounts[0].Id));
        Assert.Equal(("Team 0", "111122220009"), (accounts[1].Name, accounts[1].Id));
        Assert.Equal(("Team 8", "111122220242"), (accounts[^1].Name, accounts[^1].Id));
        var roles = await new PortalAssignments(portal, _home.Time.Provider, counted.Add).RolesAsync("111122220000", TestContext.Current.CancellationToken);
        Assert.Equal(["A", "b"], roles.Value!);
    }

    [Fact]
    public async Task A_refused_token_is_told_apart_from_a_failing_service()
    {
        var (token, _) = await SignInAsync(Flow.Pkce);
        _home.Centre.RevokeSessions();
        using var portal = new Portal(Endpoints, "eu-west-1", token!.Secret);
        var answer = await new PortalAssignments(portal, _home.Time.Provider, _ => { }).AccountsAsync(TestContext.Current.CancellationToken);
        Assert.Equal(ServiceFault.Refused, answer.Fault);
    }

    private Endpoints Endpoints => new(new ProcessEnvironment(_home.Home.Variables), _home.Home.Settings);

    private SetupSignIn SignIn(Flow flow)
    {
        var browser = new SignInBrowser(() => null, (page, _) =>
        {
            _page = page;
            return Task.FromResult<string?>(null);
        });
        var pages = new SignInPageOpener(_home.Home.Settings, browser, _home.Steps);
        return new SetupSignIn(
            _home.Home.Paths, _home.With(flow), new OidcFlows(Endpoints, browser, pages, _home.Time.Provider), _home.Time.Provider);
    }

    private async Task<(SetupToken.Held? Token, string? Failure)> SignInAsync(Flow flow)
    {
        using var signIn = SignIn(flow);
        var (token, failure) = await SignInAsync(signIn, flow);
        return ((SetupToken.Held?)token, failure);
    }

    private async Task<(SetupToken? Token, string? Failure)> SignInAsync(SetupSignIn signIn, Flow flow)
    {
        _page = null;
        var running = signIn.SignInAsync(() => { }, TestContext.Current.CancellationToken);
        await Wait.UntilAsync(() => _page is not null || running.IsCompleted);
        await _home.ApproveAsync(_page!);
        if (flow == Flow.DeviceCode)
        {
            _home.Time.Flow();
        }

        return await running;
    }
}
