using System.Text.Json.Nodes;
using TrayAgent.Loopback.Browser;
using TrayAgent.Loopback.Tests.Support;

namespace TrayAgent.Loopback.Tests.Browser;

/// <summary>Real Chromium on the real pages.</summary>
public sealed class HeadlessBrowserTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_compares_the_code_allows_access_and_is_remembered()
    {
        await using var centre = await IdentityCentre.StartAsync();
        using var client = new SsoClient(centre);
        await using var browser = await HeadlessBrowser.StartAsync(Cancellation);
        var registration = await client.RegisterAsync("sso:account:access");
        Assert.Contains("Request approved", await DecideAsync(centre, client, registration, browser, "approve"));
        Assert.Contains("Request denied", await DecideAsync(centre, client, registration, browser, "deny"));
        Assert.Contains("Request approved", await DecideAsync(centre, client, registration, browser, "approve"));
        Assert.Single(centre.LiveSessions);
        await browser.OpenAsync(new Uri($"{centre.BaseUrl}/start"), Cancellation);
        await browser.ClickAsync("signout", Cancellation);
        Assert.Empty(centre.LiveSessions);
    }

    [Fact]
    public async Task The_page_can_be_pictured()
    {
        await using var centre = await IdentityCentre.StartAsync();
        await using var browser = await HeadlessBrowser.StartAsync(Cancellation);
        var file = Path.Combine(AppContext.BaseDirectory, "page.png");
        await browser.OpenAsync(new Uri($"{centre.BaseUrl}/device"), Cancellation);
        await browser.ScreenshotAsync(file, Cancellation);
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], (await File.ReadAllBytesAsync(file, Cancellation))[..4]);
    }

    private static async Task<string> DecideAsync(
        IdentityCentre centre, SsoClient client, JsonObject registration, HeadlessBrowser browser,
        string button)
    {
        var started = await client.StartAsync(registration);
        await browser.OpenAsync(centre.PendingSignIns.Single().Page, Cancellation);
        Assert.Contains(started["userCode"], await browser.TextAsync(Cancellation));
        await browser.ClickAsync(button, Cancellation);
        var poll = (await client.PollAsync(registration, started["deviceCode"])).ToString();
        Assert.Equal(button == "approve" ? "200" : "400 AccessDeniedException access_denied", poll);
        return await browser.TextAsync(Cancellation);
    }
}
