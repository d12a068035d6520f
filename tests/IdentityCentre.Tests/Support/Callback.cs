using System.Net;
using System.Net.Sockets;

namespace TrayAgent.Loopback.Tests.Support;

/// <summary>The client's end of the authorization code flow: one visit on a free port.</summary>
internal sealed class Callback : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public Callback() => _listener.Start();

    public string Address => $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/oauth/callback";

    /// <summary>Answers one visit and gives its query.</summary>
    public async Task<string> VisitAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var connection = await _listener.AcceptTcpClientAsync(cancellation);
        await using var stream = connection.GetStream();
        using var reader = new StreamReader(stream);
        var target = (await reader.ReadLineAsync(cancellation))!.Split(' ')[1];
        while (await reader.ReadLineAsync(cancellation) is { Length: > 0 })
        {
        }

        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray(), cancellation);
        return new Uri(new Uri(Address), target).Query;
    }

    public void Dispose() => _listener.Dispose();
}
