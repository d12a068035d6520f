using System.Text.Json.Nodes;
using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.EndToEnd.Tests.Support;
using TrayAgent.Loopback;

namespace TrayAgent.EndToEnd.Tests.Notices;

/// <summary>A token near its end on a real desktop: nobody notices, unless AWS says no.</summary>
public sealed class SilentRefreshTests
{
    [Fact]
    public Task A_token_near_its_end_is_refreshed_and_nobody_is_told() => OnDesktopAsync(async (machine, agent) =>
    {
        await agent.LogsAsync("Refresh of corp ended: Refreshed");
        var token = machine.Files.Tokens().Single().Value;
        Assert.True(DateTimeOffset.Parse(token["expiresAt"]!.ToString(), System.Globalization.CultureInfo.InvariantCulture)
            > DateTimeOffset.UtcNow.AddMinutes(50));
        await Until.TrueAsync(async () => await agent.Tray.TitleAsync() == "TrayAgent: fine", "the tray is fine");
        Assert.DoesNotContain("Notice ", machine.Files.Log, StringComparison.Ordinal);
        Assert.Empty(await machine.Desktop.NoticeButtonsAsync());
        Assert.Equal(1, machine.Centre.Requests(Operation.CreateTokenByRefreshToken));
        Assert.Equal(0, (await machine.RunAsync("status")).ExitCode);
        await machine.Desktop.ScreenshotAsync(Path.Combine(Evidence.Folder, "refreshed.png"));
    });

    [Fact]
    public Task A_refusal_is_told_at_once_and_how_long_the_access_token_still_runs() => OnDesktopAsync(
        async (machine, agent) =>
        {
            await agent.LogsAsync("Notice session:corp: corp needs you to sign in");
            await Until.TrueAsync(async () => (await machine.Desktop.NoticeButtonsAsync()).Count == 3, "the notice has its three buttons");
            await machine.Desktop.ScreenshotAsync(Path.Combine(Evidence.Folder, "refused.png"));
            await agent.Tray.SaysAsync("corp needs you to sign in; its access token still runs until");
            var status = JsonNode.Parse((await machine.RunAsync("status", "--json")).Out)!;
            Assert.Equal("sign-in-needed", status["overall"]!.ToString());
        },
        revoked: machine => machine.Centre.RevokeSessions());

    private static Task OnDesktopAsync(Func<Machine, RunningAgent, Task> test, Action<Machine>? revoked = null) =>
        Machine.OnXfceAsync(async machine =>
        {
            await machine.Desktop.StartPanelAsync();
            await machine.Desktop.StartNotifydAsync();
            machine.Files.WriteClaudeSettings(MachineFiles.SessionProfile);
            await machine.SignInAsync();
            machine.Files.LetExpire(machine.Files.SessionToken, TimeSpan.FromMinutes(17));
            revoked?.Invoke(machine);
            await test(machine, await machine.StartAgentAsync());
        });
}
