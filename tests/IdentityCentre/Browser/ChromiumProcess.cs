using System.Diagnostics;
using System.Text.Json.Nodes;

namespace TrayAgent.Loopback.Browser;

/// <summary>Starts Chromium so that it keeps to itself, and ends it with everything that it started.</summary>
internal static class ChromiumProcess
{
    private const string Listening = "DevTools listening on ";

    private static readonly string[] Arguments =
    [
        // It opens only pages of this machine; in a container Chromium's own sandbox has no rights to build itself.
        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        "--remote-debugging-address=127.0.0.1", "--remote-debugging-port=0", "--window-size=1000,820",
    ];

    public static Process Start(string profile) => Process.Start(new ProcessStartInfo(
        "chromium", [.. Arguments, $"--user-data-dir={profile}", "about:blank"])
    {
        RedirectStandardError = true,
        RedirectStandardOutput = true,
    })!;

    /// <summary>The DevTools address of the one page that is open at the start.</summary>
    public static async Task<Uri> FirstPageAsync(Process process, CancellationToken cancellationToken)
    {
        var browser = await DevToolsAddressAsync(process, cancellationToken);
        using var http = new HttpClient();
        var pages = await http.GetStringAsync($"http://{browser.Authority}/json/list", cancellationToken);
        var page = JsonNode.Parse(pages)!.AsArray().First(it => it!["type"]!.GetValue<string>() == "page")!;
        return new Uri(page["webSocketDebuggerUrl"]!.GetValue<string>());
    }

    public static async Task EndAsync(Process process, string profile)
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(profile, recursive: true);
    }

    private static async Task<Uri> DevToolsAddressAsync(Process process, CancellationToken cancellationToken)
    {
        while (await process.StandardError.ReadLineAsync(cancellationToken) is { } line)
        {
            if (line.StartsWith(Listening, StringComparison.Ordinal))
            {
                // Nobody reads on, but a full pipe would stop the browser.
                _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                _ = process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, CancellationToken.None);
                return new Uri(line[Listening.Length..]);
            }
        }

        throw new InvalidOperationException("Chromium ended before it could be spoken to.");
    }
}
