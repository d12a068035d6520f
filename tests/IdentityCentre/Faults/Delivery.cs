using System.IO.Compression;
using TrayAgent.Loopback.Http;

namespace TrayAgent.Loopback.Faults;

/// <summary>Sends an answer, or the part of it that a fault lets through.</summary>
internal static class Delivery
{
    private const int BombSize = 100 * 1024 * 1024;

    public static async Task SendAsync(HttpContext context, Reply reply, Fault? fault, DateTimeOffset date)
    {
        var response = context.Response;
        response.StatusCode = reply.Status;
        response.ContentType = reply.ContentType;
        response.Headers.Date = date.ToString("R");
        response.Headers["x-amzn-RequestId"] = Guid.NewGuid().ToString();
        foreach (var (name, value) in reply.Headers)
        {
            response.Headers.Append(name, value);
        }

        var body = fault?.Kind == FaultKind.GzipBomb ? Bomb(response) : reply.Bytes;
        response.ContentLength = body.Length;
        await SendBodyAsync(context, body, fault);
    }

    private static async Task SendBodyAsync(HttpContext context, byte[] body, Fault? fault)
    {
        switch (fault?.Kind)
        {
            case FaultKind.CutAfterHeaders:
                await CutAsync(context, body, 0);
                break;
            case FaultKind.CutMidBody:
                await CutAsync(context, body, body.Length / 2);
                break;
            case FaultKind.Slow:
                await DripAsync(context, body, fault.Pause);
                break;
            default:
                await context.Response.Body.WriteAsync(body, context.RequestAborted);
                break;
        }
    }

    private static async Task CutAsync(HttpContext context, byte[] body, int length)
    {
        await context.Response.StartAsync(context.RequestAborted);
        await context.Response.Body.WriteAsync(body.AsMemory(0, length), context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
        context.Abort();
    }

    private static async Task DripAsync(HttpContext context, byte[] body, TimeSpan pause)
    {
        for (var i = 0; i < body.Length; i++)
        {
            await context.Response.Body.WriteAsync(body.AsMemory(i, 1), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await Task.Delay(pause, context.RequestAborted);
        }
    }

    private static byte[] Bomb(HttpResponse response)
    {
        response.Headers.ContentEncoding = "gzip";
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            var spaces = new byte[1024 * 1024];
            Array.Fill(spaces, (byte)' ');
            for (var sent = 0; sent < BombSize; sent += spaces.Length)
            {
                gzip.Write(spaces);
            }
        }

        return packed.ToArray();
    }
}
