using System.Net;
using Amazon.Runtime;

namespace TrayAgent.Act;

/// <summary>
/// The connection of one exchange of a token: one request, whatever the SDK thinks of repeating it (a cut answer was asked for
/// eleven times with <c>MaxErrorRetry = 0</c>, and each repetition uses a spent token again); it follows nobody elsewhere,
/// and an answer without end does not fill the memory.
/// </summary>
internal sealed class OneExchange(TimeProvider time) : HttpClientFactory
{
    /// <summary>Answers have 2 KB. Not smaller: what is cut off may be the only copy of a new token.</summary>
    private const int MostBytes = 16 * 1024 * 1024;

    private int _requests;

    /// <summary>The service's time minus ours, to the second that the Date header has; null when no answer told it.</summary>
    public TimeSpan? Skew { get; private set; }

    /// <summary>The body as it came, which may hold secrets: for what the SDK cannot read, for nothing else.</summary>
    public byte[] Answer { get; private set; } = [];

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        new(new Guard(this, new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None }))
        {
            Timeout = clientConfig.Timeout ?? TimeSpan.FromSeconds(10),
        };

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => true;

    private sealed class Guard(OneExchange exchange, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Interlocked.Increment(ref exchange._requests) > 1)
            {
                throw new HttpRequestException("The exchange was asked for once already.");
            }

            var response = await base.SendAsync(request, cancellationToken);
            exchange.Skew = response.Headers.Date is { } there ? there - exchange.Now : null;

            // The SDK reads the headers first and the body afterwards, outside of its own time limit.
            await response.Content.LoadIntoBufferAsync(MostBytes, cancellationToken);
            exchange.Answer = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return response;
        }
    }

    private DateTimeOffset Now => time.GetUtcNow();
}
