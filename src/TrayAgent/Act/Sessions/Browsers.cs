using TrayAgent.Desktop;

namespace TrayAgent.Act.Sessions;

/// <summary>The browser of the desktop that this process runs on.</summary>
internal static class Browsers
{
    public static SignInBrowser Current { get; } = new(
        () => CurrentDesktop.WhyNoBrowser()?.Reason,
        async (page, cancellationToken) =>
            (await CurrentDesktop.OpenUrlAsync(page, cancellationToken) as BrowserOutcome.NoBrowser)?.Reason);
}
