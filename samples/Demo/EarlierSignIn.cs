using TrayAgent.Loopback.Browser;

namespace TrayAgent.Demo;

/// <summary>What happened before the story begins: somebody signed in.</summary>
internal static class EarlierSignIn
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    public static async Task HappenAsync(Stage stage, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Limit);
        var said = new List<string>();
        try
        {
            var exit = await SignInAsync(stage, said.Add, limit.Token);
            if (exit != 0)
            {
                throw new DemoException($"'trayagent login' ended with exit code {exit}: {string.Join(' ', said)}");
            }
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new DemoException($"'trayagent login' did not end within {Limit.TotalSeconds:0} s: {string.Join(' ', said)}");
        }
    }

    private static async Task<int> SignInAsync(Stage stage, Action<string> wrote, CancellationToken cancellationToken)
    {
        using var browser = new FormBrowser();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var login = stage.Program.RunAsync(wrote, cancellationToken, "login", "--no-browser");
        var approval = ApproveAsync(stage, browser, over.Token);

        // A sign-in that fails at once asks nobody for approval.
        await Task.WhenAny(login, approval);
        if (login.IsCompleted)
        {
            await over.CancelAsync();
        }

        await approval.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return await login;
    }

    private static async Task ApproveAsync(Stage stage, FormBrowser browser, CancellationToken cancellationToken)
    {
        var pending = await stage.Centre.NextSignInAsync(cancellationToken);
        await browser.ApproveAsync(pending.Page, cancellationToken);
    }
}
