using TrayAgent.Loopback.Browser;

namespace TrayAgent.Demo;

/// <summary>A real browser without a screen.</summary>
internal sealed class ChromiumVisitor(HeadlessBrowser browser) : IVisitor
{
    public string Name => "headless Chromium";

    public async Task<string> ReadAsync(Uri page, CancellationToken cancellationToken)
    {
        await browser.OpenAsync(page, cancellationToken);
        return await browser.TextAsync(cancellationToken);
    }

    public Task ApproveAsync(CancellationToken cancellationToken) => browser.ClickAsync("approve", cancellationToken);

    public ValueTask DisposeAsync() => browser.DisposeAsync();
}
