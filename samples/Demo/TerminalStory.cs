using System.Text.RegularExpressions;

namespace TrayAgent.Demo;

/// <summary>The story for a machine without a desktop; it needs nobody and ends by itself.</summary>
internal sealed partial class TerminalStory(Stage stage, Narrator narrator)
{
    // Short, so that nobody waits for long: the first ends soon, the others warn a little after they began.
    private static readonly TimeSpan FirstSession = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan FullLength = TimeSpan.FromSeconds(80);

    // An hour at AWS: half of it is a long time for a demo.
    private static readonly TimeSpan ShortToken = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    public async Task TellAsync(CancellationToken stop)
    {
        await PrepareAsync(stop);
        await using var visitor = await Visitors.BestAsync(stop);
        await EndAsync(stop);
        await RecoverAsync(visitor, stop);
        await WarnAsync(stop);
        await RenewAsync(visitor, stop);
        await RefreshAsync(visitor, stop);
        narrator.Chapter("That was all.");
        narrator.Say("On a desktop the agent says all this in the tray and in notices, and signing in is one click.");
        narrator.Say("'trayagent status' on your own machine changes nothing: try it.");
    }

    private async Task PrepareAsync(CancellationToken stop)
    {
        narrator.Say("This is the real agent in a temporary home, and an identity centre on this machine instead of AWS.");
        narrator.Say($"Claude Code's settings there use the AWS profile 'claude', which signs in at '{DemoFiles.Session}'.");
        DemoFiles.WriteSettings(stage.Home.Environment["HOME"], "1m");
        stage.SessionsLast(FirstSession);
        await EarlierSignIn.HappenAsync(stage, stop);
        stage.SessionsLast(FullLength);
        stage.StartAgent("--headless");
    }

    private async Task EndAsync(CancellationToken stop)
    {
        narrator.Chapter("1. A session that ends in the middle of the work");
        narrator.Say($"Somebody signed in earlier. Less than {FirstSession.TotalSeconds:0} seconds of that session are left.");
        await UntilAsync(Status.Attention, stop);
        await ShowAsync(stop, "status");
        narrator.Say("\nNobody renews it, so it ends. The agent notices without asking AWS:");
        await UntilAsync(Status.SignInNeeded, stop);
        await QuoteLogAsync("SignInNeeded", stop);
        await ShowSessionsAsync(stop);
    }

    private async Task RecoverAsync(IVisitor visitor, CancellationToken stop)
    {
        narrator.Chapter("2. Signing in again");
        await ApprovedAsync(visitor, stop, "login");
        await QuoteLogAsync("Healthy", stop);
        await ShowSessionsAsync(stop);
    }

    private async Task WarnAsync(CancellationToken stop)
    {
        narrator.Chapter("3. Told ahead of time");
        narrator.Say("The agent is set to warn one minute before the end (by default: 60, 15 and 5 minutes).");
        await UntilAsync(Status.Attention, stop);
        await QuoteLogAsync("Attention", stop);
        narrator.Say("Scripts can ask before they begin something long; exit code 3 means that the session will not last:");
        await ShowAsync(stop, "check", "--for", "1h");
    }

    private async Task RenewAsync(IVisitor visitor, CancellationToken stop)
    {
        narrator.Chapter("4. Renewed before it ends");
        narrator.Say("Signing in again would not move the end. 'renew' ends this one session and begins one of full length.");
        await ApprovedAsync(visitor, stop, "renew");
        await QuoteLogAsync("Healthy", stop);
        await ShowSessionsAsync(stop);
    }

    private async Task RefreshAsync(IVisitor visitor, CancellationToken stop)
    {
        narrator.Chapter("5. A token that never runs out");
        narrator.Say($"The session '{DemoFiles.RefreshedSession}' has scopes, so its access tokens can be refreshed without a person.");
        stage.Centre.Options = stage.Centre.Options with { AccessTokenLife = ShortToken, PortalSessionLength = TimeSpan.FromHours(8) };
        await ApprovedAsync(visitor, stop, "login", "--session", DemoFiles.RefreshedSession);
        stage.Centre.Options = stage.Centre.Options with { AccessTokenLife = TimeSpan.FromHours(1) };
        narrator.Say($"This one lives {ShortToken.TotalSeconds:0} seconds. Nobody does anything, and half-way the agent fetches a new one:");
        await QuoteLogAsync($"Refresh of {DemoFiles.RefreshedSession} ended: Refreshed", stop);
        await ShowSessionsAsync(stop);
    }

    /// <summary>Runs a verb that opens a page, and allows access there if it shows the same code.</summary>
    private async Task ApprovedAsync(IVisitor visitor, CancellationToken stop, params string[] verb)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        var verbEnds = ShowAsync(limit.Token, verb);
        var pageOpens = stage.Home.Pages.NextAsync(limit.Token);
        if (await Task.WhenAny(verbEnds, pageOpens) == pageOpens && !limit.IsCancellationRequested)
        {
            var text = await visitor.ReadAsync(await pageOpens, limit.Token);
            narrator.Say($"    The page opened. It shows the code {Code().Match(text).Value}; {visitor.Name} clicks 'Allow access'.");
            await visitor.ApproveAsync(limit.Token);
        }

        var exit = await verbEnds;
        if (exit != 0)
        {
            throw new DemoException($"'trayagent {string.Join(' ', verb)}' ended with exit code {exit}.");
        }
    }

    /// <summary>The profiles and files of <c>trayagent status</c> stay the same through the whole story.</summary>
    private async Task ShowSessionsAsync(CancellationToken stop)
    {
        var isOver = false;
        narrator.Command("trayagent status");
        var exit = await stage.Program.RunAsync(Quote, stop, "status");
        narrator.Quote("...");
        narrator.Say($"  exit code {exit}");

        void Quote(string line)
        {
            isOver |= line == "PROFILES";
            if (!isOver)
            {
                narrator.Quote(line);
            }
        }
    }

    private async Task<int> ShowAsync(CancellationToken stop, params string[] arguments)
    {
        narrator.Command($"trayagent {string.Join(' ', arguments)}");
        var exit = await stage.Program.RunAsync(narrator.Quote, stop, arguments);
        narrator.Say($"  exit code {exit}");
        return exit;
    }

    private async Task UntilAsync(string overall, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        var now = "";
        try
        {
            while ((now = (await stage.Program.StatusAsync(limit.Token)).Overall) != overall)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(200), limit.Token);
            }
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new DemoException($"After {Patience.TotalSeconds:0} s the status is still '{now}', not '{overall}'.");
        }
    }

    /// <summary>What the agent wrote into its log until it noticed the change.</summary>
    private async Task QuoteLogAsync(string until, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        var isThere = false;
        try
        {
            while (!isThere)
            {
                foreach (var line in stage.Agent.NewLogLines())
                {
                    narrator.Quote(line);
                    isThere |= line.Contains(until, StringComparison.Ordinal);
                }

                await Task.Delay(TimeSpan.FromMilliseconds(50), limit.Token);
            }
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new DemoException($"After {Patience.TotalSeconds:0} s the agent has not noticed that its health is '{until}'.");
        }
    }

    [GeneratedRegex("[A-Z0-9]{4}-[A-Z0-9]{4}")]
    private static partial Regex Code();
}
