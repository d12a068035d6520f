using System.Text;
using TrayAgent.Loopback;

namespace TrayAgent.Tests.Act.Oidc;

/// <summary>Client registrations are shared with the AWS CLI, so they are kept as it keeps them.</summary>
public sealed class RegistrationTests : IAsyncLifetime
{
    private OidcHome _home = null!;

    public async ValueTask InitializeAsync() => _home = await OidcHome.StartAsync();

    public ValueTask DisposeAsync() => _home.DisposeAsync();

    [Theory]
    [InlineData(Flow.DeviceCode, """^\{"clientId": "[^"]+", "clientSecret": "[^"]+", "expiresAt": "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z", "scopes": \["sso:account:access"\]\}$""")]
    [InlineData(Flow.Pkce, """^\{"clientId": "[^"]+", "clientSecret": "[^"]+", "expiresAt": "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z", "scopes": \["sso:account:access"\], "grantTypes": \["authorization_code", "refresh_token"\]\}$""")]
    public async Task It_is_written_as_the_aws_cli_writes_it_and_used_again(Flow flow, string expected)
    {
        await SignInAsync(flow);
        Assert.Matches(expected, await ReadAsync());
        await SignInAsync(flow);
        Assert.Equal(1, Registrations);
    }

    [Fact]
    public async Task The_other_flow_needs_another_one()
    {
        await SignInAsync(Flow.Pkce);
        await SignInAsync(Flow.DeviceCode);
        Assert.Equal(2, Registrations);
        Assert.DoesNotContain("grantTypes", await ReadAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(16, 1)]
    [InlineData(14, 2)]
    public async Task One_that_ends_within_15_minutes_counts_as_expired(int minutesLeft, int expected)
    {
        await SignInAsync(Flow.Pkce);
        _home.Time.Advance(_home.Centre.Options.RegistrationLife - TimeSpan.FromMinutes(minutesLeft));
        await SignInAsync(Flow.Pkce);
        Assert.Equal(expected, Registrations);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{\"clientId\": \"c\", \"clientSe")]
    [InlineData("\uFEFF{\"clientId\": \"c\", \"clientSecret\": \"s\", \"expiresAt\": \"2099-01-01T00:00:00Z\", \"scopes\": [\"sso:account:access\"]}")]
    [InlineData("{\"clientId\": \"c\", \"clientSecret\": \"s\", \"expiresAt\": \"soon\", \"scopes\": [\"sso:account:access\"]}")]
    public async Task An_unreadable_one_is_replaced_because_it_blocks_the_aws_cli_too(string content)
    {
        await File.WriteAllBytesAsync(_home.RegistrationPath, Encoding.UTF8.GetBytes(content), TestContext.Current.CancellationToken);
        await SignInAsync(Flow.DeviceCode);
        Assert.StartsWith("{\"clientId\": \"cid", await ReadAsync(), StringComparison.Ordinal);
    }

    /// <summary>The AWS CLI registers the flow with a code without a scope when none is configured.</summary>
    [Fact]
    public async Task One_without_scopes_would_cost_the_refresh_and_is_replaced()
    {
        _home.Home.Session = _home.Home.Session with { Scopes = [] };
        await SignInAsync(Flow.DeviceCode);
        var stored = (await ReadAsync()).Replace(", \"scopes\": [\"sso:account:access\"]", "", StringComparison.Ordinal);
        await File.WriteAllTextAsync(_home.RegistrationPath, stored, TestContext.Current.CancellationToken);
        await SignInAsync(Flow.DeviceCode);
        Assert.Equal(2, Registrations);
        Assert.NotNull(_home.Token["refreshToken"]);
    }

    [Fact]
    public async Task One_that_the_service_has_dropped_is_made_anew_at_once()
    {
        await File.WriteAllTextAsync(
            _home.RegistrationPath,
            "{\"clientId\": \"c\", \"clientSecret\": \"s\", \"expiresAt\": \"2099-01-01T00:00:00Z\", \"scopes\": [\"sso:account:access\"]}",
            TestContext.Current.CancellationToken);
        await SignInAsync(Flow.DeviceCode);
        Assert.Equal(1, Registrations);
    }

    [Fact]
    public async Task One_that_the_service_drops_during_the_sign_in_is_not_used_again()
    {
        _home.Centre.Faults.Set(Operation.CreateTokenByAuthorizationCode, FaultKind.Unauthorized, times: 1);
        Assert.EndsWith("Sign in once more: a new one is made.", await _home.SignInAsync(_home.Request), StringComparison.Ordinal);
        await SignInAsync(Flow.Pkce);
        Assert.Equal(2, Registrations);
    }

    [Fact]
    public async Task One_that_cannot_be_stored_ends_the_sign_in_before_a_person_is_asked()
    {
        Directory.CreateDirectory(_home.RegistrationPath);
        var result = await _home.SignInAsync(_home.Request);
        Assert.StartsWith("Failed: The sign-in to 'corp' failed: ", result, StringComparison.Ordinal);
        Assert.Contains(_home.RegistrationPath, result, StringComparison.Ordinal);
        Assert.Empty(_home.Home.Opened);
    }

    private int Registrations => _home.Centre.Requests(Operation.RegisterClient);

    private Task<string> ReadAsync() => File.ReadAllTextAsync(_home.RegistrationPath, TestContext.Current.CancellationToken);

    private async Task SignInAsync(Flow flow)
    {
        var opened = _home.Home.Opened.Count;
        var running = _home.BeginAsync(_home.With(flow), TestContext.Current.CancellationToken);
        await Wait.UntilAsync(() => _home.Home.Opened.Count > opened || running.IsCompleted);
        await _home.ApproveAsync(_home.Page);
        if (flow == Flow.DeviceCode)
        {
            _home.Time.Flow();
        }

        Assert.StartsWith(OidcHome.Proven, await running, StringComparison.Ordinal);
    }
}
