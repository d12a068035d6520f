using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text;

namespace TrayAgent.Act.Oidc;

/// <summary>
/// Waits on 127.0.0.1, while one PKCE sign-in lasts, for the browser to bring the approval back (RFC 8252, 7.3).
/// The only listener of TrayAgent; never on other interfaces, where the AWS CLI listens.
/// </summary>
internal sealed class AuthorizationCallback : IDisposable
{
    private const int LongestHead = 8 * 1024;

    // Browsers open connections ahead that never send anything: one of them must not hold up the others.
    private const int AtOnce = 16;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0) { ExclusiveAddressUse = true };

    /// <exception cref="SocketException">No port is to be had.</exception>
    public AuthorizationCallback() => _listener.Start();

    /// <summary>For the service to redirect to.</summary>
    public string Url => $"http://{Host}{CallbackRequest.Path}";

    private string Host => $"127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>Answers whoever comes, until one brings <paramref name="state"/>.</summary>
    public async Task<CallbackAnswer> WaitAsync(string state, CancellationToken cancellationToken)
    {
        var answer = new TaskCompletionSource<CallbackAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var serving = Parallel.ForEachAsync(
            ConnectionsAsync(stop.Token),
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop.Token },
            async (connection, cancel) =>
            {
                using (connection)
                {
                    if (await ServeAsync(connection, state, cancel) is { } found)
                    {
                        answer.TrySetResult(found);
                    }
                }
            });
        try
        {
            return await await Task.WhenAny(answer.Task, Never(serving));
        }
        finally
        {
            await stop.CancelAsync();
            await serving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    public void Dispose() => _listener.Dispose();

    /// <summary>Serving ends only by cancellation or by a broken listener, and then there is no answer.</summary>
    private static async Task<CallbackAnswer> Never(Task serving)
    {
        await serving;
        throw new OperationCanceledException();
    }

    private async IAsyncEnumerable<TcpClient> ConnectionsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        while (true)
        {
            yield return await _listener.AcceptTcpClientAsync(cancellationToken);
        }
    }

    /// <summary>Null unless it was the answer that we wait for.</summary>
    private async Task<CallbackAnswer?> ServeAsync(TcpClient connection, string state, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        CallbackAnswer? found = null;
        try
        {
            var stream = connection.GetStream();
            var head = await ReadHeadAsync(stream, limit.Token);
            var answer = head is null ? new CallbackAnswer.Foreign(400) : CallbackRequest.Judge(head, Host, state);
            found = answer is CallbackAnswer.Foreign ? null : answer;
            await stream.WriteAsync(CallbackPage.Response(answer), limit.Token);
            connection.Client.Shutdown(SocketShutdown.Send);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
        {
            // The browser went away, or said nothing; what it had said before counts.
        }

        return found;
    }

    /// <summary>Null when it is longer than a browser's, or ends before its end.</summary>
    private static async Task<string?> ReadHeadAsync(NetworkStream stream, CancellationToken cancellationToken)
    {
        var buffer = new byte[LongestHead];
        var length = 0;
        while (length < buffer.Length && await stream.ReadAsync(buffer.AsMemory(length), cancellationToken) is > 0 and var count)
        {
            length += count;
            if (buffer.AsSpan(0, length).IndexOf("\r\n\r\n"u8) is >= 0 and var end)
            {
                return Encoding.Latin1.GetString(buffer, 0, end);
            }
        }

        return null;
    }
}
