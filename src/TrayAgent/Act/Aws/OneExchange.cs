using System.Net;
using Amazon.Runtime;

namespace TrayAgent.Act.Aws;

/// <summary>
/// The connection of one exchange of a token: it follows nobody elsewhere, an answer without end does not fill the memory,
/// and what the SDK does not tell of the answer can be asked for.
/// </summary>
internal sealed class OneExchange(TimeProvider time) : HttpClientFactory
{
    /// <summary>Answers have 2 KB. Not smaller: what is cut off may be the only copy of a new token.</summary>
    private const int MostBytes = 16 * 1024 * 1024;

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
