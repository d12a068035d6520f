using TrayAgent.Loopback.Browser;

namespace TrayAgent.Demo;

/// <summary>The best visitor that this machine has.</summary>
internal static class Visitors
{
    private static readonly TimeSpan ToStart = TimeSpan.FromSeconds(20);

    public static async Task<IVisitor> BestAsync(CancellationToken cancellationToken)
    {
        if (Desktop.OnPath("chromium") is null)
        {
            return new FormVisitor();
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ToStart);
        try
        {
            return new ChromiumVisitor(await HeadlessBrowser.StartAsync(limit.Token));
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // A Chromium that cannot run here must not end the story.
            return new FormVisitor();
        }
    }
}
