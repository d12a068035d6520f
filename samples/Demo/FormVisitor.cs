using TrayAgent.Loopback.Browser;

namespace TrayAgent.Demo;

/// <summary>Where there is no Chromium: reads the page's form and sends it.</summary>
internal sealed class FormVisitor : IVisitor
{
    private readonly FormBrowser _browser = new();
    private Uri? _page;

    public string Name => "a browser of a few lines (Chromium is not installed)";

    public Task<string> ReadAsync(Uri page, CancellationToken cancellationToken) =>
        _browser.OpenAsync(_page = page, cancellationToken);

    public Task ApproveAsync(CancellationToken cancellationToken) => _browser.ApproveAsync(_page!, cancellationToken);

    public ValueTask DisposeAsync()
    {
        _browser.Dispose();
        return ValueTask.CompletedTask;
    }
}
