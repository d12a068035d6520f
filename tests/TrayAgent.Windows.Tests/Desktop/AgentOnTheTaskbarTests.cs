using System.Diagnostics;
using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.Windows.Tests.Support;

namespace TrayAgent.Windows.Tests.Desktop;

/// <summary>One life of the agent on Wine's desktop, where notices are balloons: starting it for each claim would cost a minute.</summary>
[Collection(nameof(Taskbar))]
public sealed class AgentOnTheTaskbarTests(Wine wine, Taskbar taskbar)
{
    private const string CallbackMessage = "0x8002";
    private const long OfOurIcon = 1 << 16;

    [Fact]
    public async Task It_lives_there_from_its_start_to_the_end_of_the_session()
    {
        await using var machine = await WindowsMachine.StartAsync(wine);
        WindowsAgent.Prepare(machine);
        using var agent = new WindowsAgent(machine);
        await StartsAsync(machine, agent);
        try
        {
            await ShowsWhatIsAsync(machine, agent);
            await AnswersTheMouseAsync(agent);
            await SpeaksForASecondStartAsync(machine, agent);
            await HearsOfTheSessionAsync(agent);
            await ComesBackWithTheTaskbarAsync(agent);
            await DoesWhatAClickedBalloonSaysAsync(machine, agent);
            await AnswersTheKeyboardAsync(agent);
            await EndsWithTheSessionAsync(machine, agent);
        }
        catch (Exception)
        {
            await taskbar.PictureAsync("failed");
            TestContext.Current.TestOutputHelper?.WriteLine(agent.Log);
            throw;
        }
    }

    private async Task StartsAsync(WindowsMachine machine, WindowsAgent agent)
    {
        var started = Stopwatch.StartNew();
        taskbar.Start(machine, "run", "--verbose");
        await taskbar.ShowsAsync(IconColour.Red);
        var (own, megabytes) = Measures();
        TestContext.Current.SendDiagnosticMessage(
            $"From start to icon: {own:0.0} s of the agent's own, {started.Elapsed.TotalSeconds:0.0} s with Wine's starter. RSS: {megabytes} MB.");
        await agent.LogsAsync("The icon is in the notification area.");
    }

    private async Task ShowsWhatIsAsync(WindowsMachine machine, WindowsAgent agent)
    {
        // Wine waits two seconds before it shows a balloon.
        await agent.LogsAsync("so they come as balloons");
        await taskbar.ShowsSomethingAboveAsync("a balloon");
        await taskbar.PictureAsync("balloon");
        WindowsAgent.SignIn(machine);
        await taskbar.ShowsAsync(IconColour.Green);
        await taskbar.ShowsNothingAboveAsync();
        await taskbar.PointAtIconAsync();
        await taskbar.ShowsSomethingAboveAsync("a tooltip");
        await taskbar.PictureAsync("tooltip");
    }

    private async Task AnswersTheMouseAsync(WindowsAgent agent)
    {
        await taskbar.ClickIconAsync(1);
        await agent.LogsAsync("Step because of Activated");
        await taskbar.ClickInMenuAsync(fromBelow: 3);
        await agent.LogsAsync("Step because of ShowStatus");
    }

    private async Task AnswersTheKeyboardAsync(WindowsAgent agent)
    {
        // NIN_KEYSELECT, as Enter on the icon sends it; Wine's taskbar has no keyboard.
        await taskbar.PostAsync(CallbackMessage, (450 << 16) | 300, OfOurIcon | 0x401);
        await taskbar.ClickInSubmenuAsync(300, 450, fromBelow: 4);
        await agent.LogsAsync("Step because of PauseWarnings");
    }

    private async Task SpeaksForASecondStartAsync(WindowsMachine machine, WindowsAgent agent)
    {
        var second = await machine.RunAsync("run");
        Assert.Equal(0, second.ExitCode);
        Assert.Contains("TrayAgent runs already; this is its status.", second.Error, StringComparison.Ordinal);
        Assert.Contains("corp is signed in", second.Out, StringComparison.Ordinal);
        await agent.LogsAsync("Step because of ShowStatus", 2);
    }

    private async Task HearsOfTheSessionAsync(WindowsAgent agent)
    {
        foreach (var (message, parameter, what) in new[]
        {
            ("0x218", 0x4, "GoingToSleep"), ("0x218", 0x12, "Woke"), ("0x2B1", 0x7, "Locked"), ("0x2B1", 0x8, "Unlocked"), ("0x1E", 0, "ClockSet"),
        })
        {
            await taskbar.PostAsync(message, parameter);
            await agent.LogsAsync($"Step because of {what}");
        }
    }

    private async Task ComesBackWithTheTaskbarAsync(WindowsAgent agent)
    {
        await taskbar.PostAsync("TaskbarCreated");
        await agent.LogsAsync("The icon is in the notification area.", 2);
        await taskbar.PostAsync("0x2E0", (192 << 16) | 192);
        await taskbar.ShowsAsync(IconColour.Green);
    }

    private async Task DoesWhatAClickedBalloonSaysAsync(WindowsMachine machine, WindowsAgent agent)
    {
        Directory.Delete(machine.InHome(".aws/sso/cache"), recursive: true);
        await agent.LogsAsync("Notice session:corp", 2);

        // That the one before was taken back Windows says after the new one was shown, and then comes the click.
        await taskbar.PostAsync(CallbackMessage, 0, OfOurIcon | 0x403);
        await taskbar.PostAsync(CallbackMessage, 0, OfOurIcon | 0x405);
        await agent.LogsAsync("Step because of SignIn");
        await taskbar.ShowsAsync(IconColour.Blue);
    }

    /// <summary>With a sign-in under way.</summary>
    private async Task EndsWithTheSessionAsync(WindowsMachine machine, WindowsAgent agent)
    {
        taskbar.EndSession();
        await agent.LogsAsync("The agent ends");
        await Until.TrueAsync(() => WindowsAgent.ProcessId is null, "the agent is gone");
        Assert.Empty(Directory.GetFiles(machine.InHome(".aws/sso/trayagent"), "*.progress"));
    }

    private static (double Seconds, long Megabytes) Measures()
    {
        using var process = Process.GetProcessById(
            WindowsAgent.ProcessId ?? throw new InvalidOperationException("The agent is not among the processes."));
        return ((DateTime.Now - process.StartTime).TotalSeconds, process.WorkingSet64 / (1024 * 1024));
    }
}
