using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TrayAgent.Tests.Act;

/// <summary>The SSO portal and STS on this machine, as far as an action asks them; it knows one token.</summary>
internal sealed class FakePortal : IAsyncDisposable
{
    /// <summary>The SDK looks into this process's own environment, once: whatever it finds there must not matter.</summary>
    static FakePortal()
    {
        Environment.SetEnvironmentVariable(
            "AWS_CONFIG_FILE", Path.Combine(AppContext.BaseDirectory, "Fixtures", "config-that-the-sdk-rejects"));
        Environment.SetEnvironmentVariable("AWS_PROFILE", "no-such-profile");
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL", "http://127.0.0.1:9/");
    }

    private readonly HttpListener _listener = new();
    private readonly Task _serving;

    public FakePortal()
    {
        // HttpListener cannot choose a port itself.
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Url = $"http://127.0.0.1:{((IPEndPoint)free.LocalEndpoint).Port}/";
        }

        _listener.Prefixes.Add(Url);
        _listener.Start();
        _serving = Task.Run(ServeAsync);
    }

    public string Url { get; }

    /// <summary>Such as "GET /assignment/accounts", in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = [];

    /// <summary>The status that an operation gets instead of an answer, by its path.</summary>
    public ConcurrentDictionary<string, int> Faults { get; } = [];

    /// <summary>As <see cref="Faults"/>, from the first sign-out on.</summary>
    public ConcurrentDictionary<string, int> FaultsAfterLogout { get; } = [];

    /// <summary>Called with each request before it is answered.</summary>
    public Action<string> Arrived { get; set; } = _ => { };

    public string Account { get; set; } = "111122223333";

    public async ValueTask DisposeAsync()
    {
        _listener.Close();
        await _serving;
    }

    private async Task ServeAsync()
    {
        while (_listener.IsListening)
        {
            try
            {
                var context = await _listener.GetContextAsync();
                Answer(context);
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        var path = context.Request.Url!.AbsolutePath;
        Requests.Enqueue($"{context.Request.HttpMethod} {path}");
        Arrived(Requests.Last());
        var afterLogout = Requests.Contains("POST /logout");
        var (status, body) = Faults.TryGetValue(path, out var fault) || (afterLogout && FaultsAfterLogout.TryGetValue(path, out fault))
            ? (fault, """{"message":"secret-in-the-body"}""")
            : (200, Body(path));
        context.Response.StatusCode = status;
        if (status == 400)
        {
            context.Response.Headers["x-amzn-ErrorType"] = "InvalidGrantException";
        }

        context.Response.ContentType = path == "/" ? "text/xml" : "application/json";
        context.Response.Close(Encoding.UTF8.GetBytes(body), willBlock: true);
    }

    private string Body(string path) => path switch
    {
        "/assignment/accounts" => """{"accountList":[{"accountId":"111122223333","accountName":"a"},{"accountId":"444455556666"}]}""",
        "/federation/credentials" =>
            """{"roleCredentials":{"accessKeyId":"ASIAX","secretAccessKey":"sk","sessionToken":"st","expiration":4102444800000}}""",
        "/logout" => "",
        "/token" => """{"accessToken":"fresh-token","expiresIn":3600,"refreshToken":"next","tokenType":"Bearer"}""",
        _ => $"""
            <GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>
            <Arn>arn:aws:sts::{Account}:assumed-role/AWSReservedSSO_Developer_0123456789abcdef/ann</Arn><UserId>AROA:ann</UserId><Account>{Account}</Account>
            </GetCallerIdentityResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></GetCallerIdentityResponse>
            """,
    };
}
