using System.Net;
using Amazon.Runtime;

namespace TrayAgent.Act.Aws;

/// <summary>
/// Connections on which an answer is there whole or not at all: of one that was cut the SDK would make what it can, now an error
/// of the service, now one of the network. They follow nobody elsewhere, and an answer without end does not fill the memory.
/// </summary>
internal sealed class WholeAnswers : HttpClientFactory
{
    /// <summary>Answers have 2 KB. Not smaller: what is cut off may be the only copy of a new token.</summary>
    private const int MostBytes = 16 * 1024 * 1024;

    /// <summary>What the last answer said of the time there, to the second; null when none did.</summary>
    public DateTimeOffset? Date { get; private set; }

    /// <summary>The last body as it came, which may hold secrets: for what the SDK cannot read, for nothing else.</summary>
    public byte[] Last { get; private set; } = [];

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        new(new Guard(this, new SocketsHttpHandler { AllowAutoRedirect = false, AutomaticDecompression = DecompressionMethods.None }))
        {
            Timeout = clientConfig.Timeout ?? TimeSpan.FromSeconds(10),
        };

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => true;

    private sealed class Guard(WholeAnswers answers, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var response = await base.SendAsync(request, cancellationToken);
            answers.Date = response.Headers.Date;

            // The SDK reads the headers first and the body afterwards, outside of its own time limit.
            await response.Content.LoadIntoBufferAsync(MostBytes, cancellationToken);
            answers.Last = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return response;
        }
    }
}
