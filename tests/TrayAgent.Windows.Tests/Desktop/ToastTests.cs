using TrayAgent.Windows.Tests.Support;

namespace TrayAgent.Windows.Tests.Desktop;

/// <summary>Notices with buttons, against a library of ours in the place of Windows' own, which Wine does not have.</summary>
[Collection(nameof(Taskbar))]
public sealed class ToastTests(Wine wine, Taskbar taskbar)
{
    private const string StatusAsked = "Step because of ShowStatus";

    private const string SignedOut = """
        LoadXml <toast activationType="protocol" launch="trayagent:notice/1" scenario="reminder"><visual><binding template="ToastGeneric"><text>corp is signed out</text><text>There is no token for it. Click here to sign in.</text></binding></visual><actions><action activationType="protocol" content="Sign in" arguments="trayagent:notice/2"/><action activationType="protocol" content="Later" arguments="trayagent:notice/3"/><action activationType="protocol" content="Not today" arguments="trayagent:notice/4"/></actions></toast>
        put_Tag f37f965818a678d8
        put_Group notices
        CreateToastNotifierWithId TrayAgent
        Show
        all released

        """;

    [Fact]
    public async Task A_button_means_what_it_says_once_and_only_with_the_number_of_our_notice()
    {
        await using var library = await ToastLibrary.PutAsync(wine);
        await using var machine = await WindowsMachine.StartAsync(wine);
        WindowsAgent.Prepare(machine);
        using var agent = new WindowsAgent(machine);
        taskbar.Start(machine, "run", "--verbose");
        try
        {
            await library.AllCallsAsync(SignedOut);
            var nonces = library.Nonces;
            await machine.ClickAsync($"trayagent:notice/{nonces[2]}");
            await agent.LogsAsync("Step because of Later");
            await library.CallsAsync("RemoveGroupedTagWithId f37f965818a678d8 notices TrayAgent\nall released");

            // Of the same notice, of none, and of somebody who only knows our name.
            foreach (var (link, i) in new[] { nonces[1], nonces[2], new string('0', 32), "../../x", "" }.Select((nonce, i) => ($"trayagent:notice/{nonce}", i)))
            {
                await machine.ClickAsync(link);
                await agent.LogsAsync("Notice status: TrayAgent", i + 1);
            }

            Assert.DoesNotContain("Step because of SignIn", agent.Log, StringComparison.Ordinal);

            // Somebody closes one; another runs out, and what is only worth a look does not stay in the history.
            library.Say("dismiss", "0");
            await machine.ClickAsync("trayagent:");
            await agent.LogsAsync("Step because of NoticeDismissed");
            library.Say("dismiss", "2");
            await machine.ClickAsync("trayagent:");
            await library.CallsAsync("RemoveGroupedTagWithId 073c1634c496cdb6 notices TrayAgent\nall released");
            library.Forget("dismiss");

            // Windows takes one and cannot show it, and then there is a balloon to be clicked; a person turns them off.
            await FailsAsync("fail", "5", "it could not show one: 0x00000005");
            var steps = agent.Log.Split(StatusAsked).Length;
            await taskbar.PostAsync("0x8002", 0, (1 << 16) | 0x405);
            await agent.LogsAsync(StatusAsked, steps);
            await FailsAsync("setting", "2", "they are turned off: NotificationSetting 2");

            // As an installer ends it.
            await taskbar.PostAsync("0x10");
            await taskbar.ShowsAsync(null);
            await library.CallsAsync("ClearWithId TrayAgent\nall released");
            await agent.LogsAsync("The agent ends");
            Assert.DoesNotContain("unexpected", library.Calls, StringComparison.Ordinal);
        }
        catch (Exception)
        {
            await taskbar.PictureAsync("failed");
            TestContext.Current.TestOutputHelper?.WriteLine(agent.Log + library.Calls);
            throw;
        }

        async Task FailsAsync(string matter, string number, string reason)
        {
            library.Say(matter, number);
            await machine.ClickAsync("trayagent:");
            await agent.LogsAsync($"Windows takes no notices with buttons ({reason}), so they come as balloons.");
            library.Forget(matter);
        }
    }
}
