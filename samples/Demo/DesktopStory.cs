namespace TrayAgent.Demo;

/// <summary>
/// The story for a desktop: the person clicks, in any order and at any speed, and the demo says what happens.
/// It goes on until Ctrl-C or "Quit" in the menu.
/// </summary>
internal sealed class DesktopStory(Stage stage, Narrator narrator)
{
    // The first notice comes soon after the icon was seen; later sessions have the full three minutes.
    private static readonly TimeSpan FirstSession = TimeSpan.FromSeconds(140);
    private static readonly TimeSpan FullLength = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan SameEnd = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(250);

    private readonly DesktopNarration _narration = new(narrator);

    public async Task TellAsync(CancellationToken stop)
    {
        _narration.Begin();
        DemoFiles.WriteSettings(stage.Home.Environment["HOME"], "2m", "1m");
        stage.SessionsLast(FirstSession);
        await EarlierSignIn.HappenAsync(stage, stop);
        stage.SessionsLast(FullLength);
        stage.StartAgent();
        try
        {
            await FollowAsync(stop);
            narrator.Say("The agent has ended, and so has the demo.");
        }
        catch (OperationCanceledException)
        {
            narrator.Say("\nThe agent and the identity centre end, and the temporary home goes with them.");
        }
    }

    private async Task FollowAsync(CancellationToken stop)
    {
        Status? before = null;
        var codes = new HashSet<string>();
        while (!stage.Agent.HasEnded)
        {
            var now = await stage.Program.StatusAsync(stop);
            if (before is null || IsNews(before, now))
            {
                _narration.Changed(before, now);
                before = now;
            }

            foreach (var code in stage.Centre.PendingUserCodes.Where(codes.Add))
            {
                _narration.PageOpened(code);
            }

            await Task.Delay(LookEvery, stop);
        }
    }

    /// <summary>Another end is news too: a session can be renewed while all is well.</summary>
    private static bool IsNews(Status before, Status now) =>
        before.Overall != now.Overall || (now.EndsAt - before.EndsAt)?.Duration() > SameEnd;
}
