using System.Diagnostics;
using System.Text.Json.Nodes;

namespace TrayAgent.Loopback.Browser;

/// <summary>A headless Chromium with a new profile that opens pages, presses buttons and takes pictures.</summary>
public sealed class HeadlessBrowser : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _profile;
    private readonly DevTools _devTools;

    private HeadlessBrowser(Process process, string profile, DevTools devTools) =>
        (_process, _profile, _devTools) = (process, profile, devTools);

    public static async Task<HeadlessBrowser> StartAsync(CancellationToken cancellationToken)
    {
        var profile = Directory.CreateTempSubdirectory("browser-").FullName;
        var process = ChromiumProcess.Start(profile);
        try
        {
            var page = await ChromiumProcess.FirstPageAsync(process, cancellationToken);
            var devTools = await DevTools.ConnectAsync(page, cancellationToken);
            await devTools.SendAsync("Page.enable", [], cancellationToken);
            return new HeadlessBrowser(process, profile, devTools);
        }
        catch
        {
            await ChromiumProcess.EndAsync(process, profile);
            throw;
        }
    }

    public Task OpenAsync(Uri page, CancellationToken cancellationToken) => AndLoadAsync(
        () => _devTools.SendAsync("Page.navigate", new JsonObject { ["url"] = page.ToString() }, cancellationToken),
        cancellationToken);

    /// <summary>Clicks the element with this id and waits for the page that comes of it.</summary>
    public Task ClickAsync(string id, CancellationToken cancellationToken) => AndLoadAsync(
        () => EvaluateAsync($"document.getElementById('{id}').click()", cancellationToken), cancellationToken);

    public async Task<string> TextAsync(CancellationToken cancellationToken) =>
        await EvaluateAsync("document.body.innerText", cancellationToken) ?? "";

    /// <summary>Writes a PNG of what a person would see.</summary>
    public async Task ScreenshotAsync(string file, CancellationToken cancellationToken)
    {
        var picture = await _devTools.SendAsync("Page.captureScreenshot", [], cancellationToken);
        await File.WriteAllBytesAsync(
            file, Convert.FromBase64String(picture["data"]!.GetValue<string>()), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _devTools.Dispose();
        await ChromiumProcess.EndAsync(_process, _profile);
    }

    private async Task AndLoadAsync(Func<Task> action, CancellationToken cancellationToken)
    {
        _devTools.ForgetEvents();
        await action();
        await _devTools.EventAsync("Page.loadEventFired", cancellationToken);
    }

    private async Task<string?> EvaluateAsync(string expression, CancellationToken cancellationToken)
    {
        var answer = await _devTools.SendAsync(
            "Runtime.evaluate", new JsonObject { ["expression"] = expression }, cancellationToken);
        return answer["exceptionDetails"] is null
            ? answer["result"]?["value"]?.ToString()
            : throw new InvalidOperationException($"The page could not run '{expression}'.");
    }
}
