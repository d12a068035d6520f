using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace TrayAgent.Loopback.Browser;

/// <summary>The few words of the Chrome DevTools protocol that a click needs.</summary>
internal sealed class DevTools(ClientWebSocket socket) : IDisposable
{
    private readonly Queue<JsonObject> _events = [];
    private int _lastId;

    public static async Task<DevTools> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(address, cancellationToken);
        return new DevTools(socket);
    }

    /// <summary>Sends a command and gives its result; events that come before it are kept.</summary>
    public async Task<JsonObject> SendAsync(string method, JsonObject parameters, CancellationToken cancellationToken)
    {
        var id = ++_lastId;
        var command = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        await socket.SendAsync(
            Encoding.UTF8.GetBytes(command.ToJsonString()), WebSocketMessageType.Text, true, cancellationToken);
        while (true)
        {
            var message = await ReceiveAsync(cancellationToken);
            if (message["id"]?.GetValue<int>() == id)
            {
                return message["result"] as JsonObject
                    ?? throw new InvalidOperationException($"The browser refused '{method}': {message["error"]}");
            }

            _events.Enqueue(message);
        }
    }

    public void ForgetEvents() => _events.Clear();

    public async Task EventAsync(string method, CancellationToken cancellationToken)
    {
        while (true)
        {
            var message = _events.TryDequeue(out var kept) ? kept : await ReceiveAsync(cancellationToken);
            if (message["method"]?.GetValue<string>() == method)
            {
                return;
            }
        }
    }

    public void Dispose() => socket.Dispose();

    private async Task<JsonObject> ReceiveAsync(CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        var buffer = new byte[64 * 1024];
        ValueWebSocketReceiveResult part;
        do
        {
            part = await socket.ReceiveAsync(buffer.AsMemory(), cancellationToken);
            text.Write(buffer, 0, part.Count);
        }
        while (!part.EndOfMessage);

        return JsonNode.Parse(text.ToArray()) as JsonObject ?? [];
    }
}
