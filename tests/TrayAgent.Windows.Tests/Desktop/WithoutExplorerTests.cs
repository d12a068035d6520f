using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.Windows.Tests.Support;

namespace TrayAgent.Windows.Tests.Desktop;

/// <summary>At logon programs start in any order, and Explorer can crash.</summary>
[Collection(nameof(Taskbar))]
public sealed class WithoutExplorerTests(Wine wine, Taskbar taskbar)
{
    private const string IsThere = "The icon is in the notification area.";

    [Fact]
    public async Task The_icon_comes_when_the_taskbar_does()
    {
        await using var machine = await WindowsMachine.StartAsync(wine);
        WindowsAgent.Prepare(machine);
        using var agent = new WindowsAgent(machine);
        try
        {
            await StartsBeforeAsync(machine, agent);
            await SeesACrashByItselfAsync(machine, agent);
            await IsToldOfACrashAsync(agent);

            // As an installer ends it.
            await taskbar.PostAsync("0x10");
            await taskbar.ShowsAsync(null);
            Assert.DoesNotMatch(" (WRN|ERR|FTL) ", agent.Log);
        }
        catch (Exception)
        {
            await taskbar.PictureAsync("failed");
            TestContext.Current.TestOutputHelper?.WriteLine(agent.Log);
            throw;
        }
    }

    /// <summary>What could not be said meanwhile is said then.</summary>
    private async Task StartsBeforeAsync(WindowsMachine machine, WindowsAgent agent)
    {
        await using var none = await NoTaskbar.BeginAsync(wine);
        taskbar.Start(machine, "run", "--verbose");
        await agent.LogsAsync("Windows does not take the icon yet, because its taskbar is not there; it is tried again.");
        await agent.LogsAsync("Health went from Start to SignInNeeded");
        await agent.LogsAsync("Step because of AutostartRead");
        Assert.DoesNotContain(IsThere, agent.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("Notice ", agent.Log, StringComparison.Ordinal);

        var before = agent.Log.Length;
        await none.EndAsync();
        await taskbar.ShowsAsync(IconColour.Red);

        // A look at the machine would try it, too; it comes every half a minute.
        Assert.DoesNotContain("Step because of PollDue", agent.Log[before..].Split(IsThere)[0], StringComparison.Ordinal);
        await taskbar.ShowsSomethingAboveAsync("a balloon");
        await taskbar.PictureAsync("after-explorer");
        await taskbar.ClickIconAsync(1);
        await agent.LogsAsync("Step because of Activated");
    }

    /// <summary>Because it has something else to show.</summary>
    private async Task SeesACrashByItselfAsync(WindowsMachine machine, WindowsAgent agent)
    {
        await using var none = await NoTaskbar.BeginAsync(wine);
        WindowsAgent.SignIn(machine);
        await agent.LogsAsync("Health went from SignInNeeded to Healthy");
        await none.EndAsync();
        await taskbar.ShowsAsync(IconColour.Green);
    }

    private async Task IsToldOfACrashAsync(WindowsAgent agent)
    {
        await using (var none = await NoTaskbar.BeginAsync(wine))
        {
            await none.EndAsync();
        }

        await taskbar.ShowsAsync(null);
        await taskbar.PostAsync("TaskbarCreated");
        await taskbar.ShowsAsync(IconColour.Green);
        await agent.LogsAsync(IsThere, 3);
    }
}
