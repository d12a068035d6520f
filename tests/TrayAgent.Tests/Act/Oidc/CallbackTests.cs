using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using TrayAgent.Act.Oidc;

namespace TrayAgent.Tests.Act.Oidc;

/// <summary>The port that waits for the browser: any program of this machine and any page can talk to it.</summary>
public sealed class CallbackTests : IAsyncLifetime
{
    private OidcHome _home = null!;

    public async ValueTask InitializeAsync() => _home = await OidcHome.StartAsync();

    public ValueTask DisposeAsync() => _home.DisposeAsync();

    [Theory]
    [InlineData("GET /oauth/callback?code=x&state=wrong HTTP/1.1\r\nHost: {host}\r\n\r\n", "400")]
    [InlineData("GET /oauth/callback?code=x HTTP/1.1\r\nHost: {host}\r\n\r\n", "400")]
    [InlineData("GET /oauth/callback?error=access_denied HTTP/1.1\r\nHost: {host}\r\n\r\n", "400")]
    [InlineData("GET /oauth/callback?state={state} HTTP/1.1\r\nHost: {host}\r\n\r\n", "400")]
    [InlineData("GET /oauth/callback?code=x&state={state}&state={state} HTTP/1.1\r\nHost: {host}\r\n\r\n", "400")]
    [InlineData("GET /oauth/callback?code=x&state={state} HTTP/1.1\r\nHost: evil.example:{port}\r\n\r\n", "400")]
    [InlineData("GET /oauth/callback?code=x&state={state} HTTP/1.1\r\nHost: localhost:{port}\r\n\r\n", "400")]
    [InlineData("GET /oauth/callback?code=x&state={state} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n", "400")]
    [InlineData("GET /oauth/callback?code=x&state={state} HTTP/1.1\r\nHost: {host}\r\nHost: {host}\r\n\r\n", "400")]
    [InlineData("GET /oauth/callback?code=x&state={state} HTTP/1.1\r\n\r\n", "400")]
    [InlineData("GET /oauth/callback?code=x&state={state} HTTP/1.0\r\nHost: {host}\r\n\r\n", "400")]
    [InlineData("POST /oauth/callback?code=x&state={state} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 0\r\n\r\n", "400")]
    [InlineData("GET /oauth/callback?code=x&state={state} HTTP/1.1\r\nHost: {host}\r\nContent-Length: 5\r\n\r\n", "400")]
    [InlineData("GET http://{host}/oauth/callback?code=x&state={state} HTTP/1.1\r\nHost: {host}\r\n\r\n", "400")]
    [InlineData("GET /oauth/callback?code=x&state={state} HTTP/1.1\nHost: {host}\n\r\n\r\n", "400")]
    [InlineData("GET /oauth/callback?code=\u00e9&state={state} HTTP/1.1\r\nHost: {host}\r\n\r\n", "400")]
    [InlineData("GET /oauth/callback?code=x&state={state} HTTP/1.1\r\nHost: {host}\r\n folded: x\r\n\r\n", "400")]
    [InlineData("GET /favicon.ico HTTP/1.1\r\nHost: {host}\r\n\r\n", "404")]
    [InlineData("GET /oauth/callback/?code=x&state={state} HTTP/1.1\r\nHost: {host}\r\n\r\n", "404")]
    [InlineData("GET /oauth%2Fcallback?code=x&state={state} HTTP/1.1\r\nHost: {host}\r\n\r\n", "404")]
    [InlineData("\r\n\r\n", "400")]
    [InlineData("GET /{8000 times x} HTTP/1.1\r\nHost: {host}\r\n\r\n", "400")]
    public async Task A_foreign_request_is_refused_and_waiting_goes_on(string request, string expected)
    {
        var result = await _home.SignInAsync(_home.Request, async page =>
        {
            var (callback, state) = OidcHome.Return(page);
            var answer = await OidcHome.SayAsync(callback, request
                .Replace("{8000 times x}", new string('x', 8192), StringComparison.Ordinal)
                .Replace("{host}", callback.Authority, StringComparison.Ordinal)
                .Replace("{port}", $"{callback.Port}", StringComparison.Ordinal)
                .Replace("{state}", state, StringComparison.Ordinal));
            Assert.StartsWith($"HTTP/1.1 {expected} ", answer, StringComparison.Ordinal);
            await _home.ApproveAsync(page);
        });
        Assert.StartsWith(OidcHome.Proven, result, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_that_says_nothing_holds_nobody_up()
    {
        using var callback = new AuthorizationCallback();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var waiting = callback.WaitAsync("the-state", stop.Token);
        var url = new Uri(callback.Url);
        using var silent = new TcpClient();
        await silent.ConnectAsync(url.Host, url.Port, TestContext.Current.CancellationToken);
        Assert.StartsWith(
            "HTTP/1.1 404 ", await OidcHome.SayAsync(url, $"GET / HTTP/1.1\r\nHost: {url.Authority}\r\n\r\n"), StringComparison.Ordinal);
        Assert.False(silent.Client.Poll(0, SelectMode.SelectRead), "The silent one was cut off before the other was answered.");
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
    }

    [Theory]
    [InlineData("code=c", "200 OK", "Approved ***")]
    [InlineData("error=access_denied&error_description=no", "200 OK", "Refused access_denied")]
    [InlineData("error=server_error", "200 OK", "Refused server_error")]
    public async Task The_answer_gets_a_page_that_nothing_can_be_made_of(string query, string status, string expected)
    {
        using var callback = new AuthorizationCallback();
        var waiting = callback.WaitAsync("the-state", TestContext.Current.CancellationToken);
        var url = new Uri(callback.Url);
        var answer = await OidcHome.SayAsync(
            url, $"GET {url.AbsolutePath}?{query}&state=the-state HTTP/1.1\r\nHost: {url.Authority}\r\nAccept: */*\r\n\r\n");
        Assert.StartsWith($"HTTP/1.1 {status}\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("\r\nCache-Control: no-store\r\nX-Content-Type-Options: nosniff\r\n", answer, StringComparison.Ordinal);
        Assert.Contains("\r\nContent-Security-Policy: default-src 'none'; ", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("the-state", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", answer, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(expected, await waiting switch
        {
            CallbackAnswer.Approved approved => $"Approved {approved}",
            CallbackAnswer.Refused refused => $"Refused {refused.Error}",
            var other => other.ToString(),
        });
    }

    [Fact]
    public void It_listens_on_the_loopback_address_only_and_not_for_longer_than_it_must()
    {
        int port;
        using (var callback = new AuthorizationCallback())
        {
            port = new Uri(callback.Url).Port;
            Assert.Equal([IPAddress.Loopback], Listeners(port));
        }

        Assert.Empty(Listeners(port));
    }

    private static IPAddress[] Listeners(int port) =>
    [
        .. IPGlobalProperties.GetIPGlobalProperties().GetActiveTcpListeners().Where(it => it.Port == port).Select(it => it.Address),
    ];
}
