using System.Text.RegularExpressions;
using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.Windows.Tests.Support;

namespace TrayAgent.Windows.Tests.Desktop;

/// <summary>Notices with buttons, against a library of ours in the place of Windows' own, which Wine does not have.</summary>
[Collection(nameof(Taskbar))]
public sealed partial class ToastTests(Wine wine, Taskbar taskbar)
{
    private const string Classes = @"HKLM\Software\Microsoft\WindowsRuntime\ActivatableClassId\";

    private static readonly string[] Activatable =
    [
        "Windows.Data.Xml.Dom.XmlDocument", "Windows.UI.Notifications.ToastNotification", "Windows.UI.Notifications.ToastNotificationManager",
    ];

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
        var library = await NativePrograms.ToastsAsync(wine);
        foreach (var name in Activatable)
        {
            await wine.RegistryAsync(Classes + name, "DllPath", "REG_SZ", wine.ToWindows(library));
        }

        var calls = Path.Combine(Path.GetDirectoryName(library)!, "toasts.log");
        File.Delete(calls);
        await using var machine = await WindowsMachine.StartAsync(wine);
        WindowsAgent.Prepare(machine);
        using var agent = new WindowsAgent(machine);
        taskbar.Start(machine, "run", "--verbose");
        try
        {
            await ShowsAsync(calls, SignedOut);
            var nonces = Nonce().Matches(File.ReadAllText(calls)).Select(match => match.Value).ToList();
            await ClickAsync(machine, $"trayagent:notice/{nonces[2]}");
            await agent.LogsAsync("Step because of Later");
            await LogsAsync(calls, "RemoveGroupedTagWithId f37f965818a678d8 notices TrayAgent\nall released");

            // Of the same notice, of none, and of somebody who only knows our name.
            foreach (var (link, i) in new[] { nonces[1], nonces[2], new string('0', 32), "../../x", "" }.Select((nonce, i) => ($"trayagent:notice/{nonce}", i)))
            {
                await ClickAsync(machine, link);
                await agent.LogsAsync("Notice status: TrayAgent", i + 1);
            }

            Assert.DoesNotContain("Step because of SignIn", agent.Log, StringComparison.Ordinal);

            // Somebody closes one; another runs out, and what is only worth a look does not stay in the history.
            var dismiss = Path.Combine(Path.GetDirectoryName(library)!, "dismiss");
            File.WriteAllText(dismiss, "0");
            await ClickAsync(machine, "trayagent:");
            await agent.LogsAsync("Step because of NoticeDismissed");
            File.WriteAllText(dismiss, "2");
            await ClickAsync(machine, "trayagent:");
            await LogsAsync(calls, "RemoveGroupedTagWithId 073c1634c496cdb6 notices TrayAgent\nall released");
            File.Delete(dismiss);

            // Windows takes one and cannot show it, and then there is a balloon to be clicked; a person turns them off.
            await FailsAsync("fail", "5", "it could not show one: 0x00000005");
            var steps = agent.Log.Split(StatusAsked).Length;
            await taskbar.PostAsync("0x8002", 0, (1 << 16) | 0x405);
            await agent.LogsAsync(StatusAsked, steps);
            await FailsAsync("setting", "2", "they are turned off: NotificationSetting 2");

            // As an installer ends it.
            await taskbar.PostAsync("0x10");
            await taskbar.ShowsAsync(null);
            await LogsAsync(calls, "ClearWithId TrayAgent\nall released");
            await agent.LogsAsync("The agent ends");
            Assert.DoesNotContain("unexpected", File.ReadAllText(calls), StringComparison.Ordinal);
        }
        catch (Exception)
        {
            await taskbar.PictureAsync("failed");
            TestContext.Current.TestOutputHelper?.WriteLine(agent.Log + (File.Exists(calls) ? File.ReadAllText(calls) : ""));
            throw;
        }
        finally
        {
            foreach (var name in Activatable)
            {
                await wine.UnregisterAsync(Classes + name);
            }
        }

        async Task FailsAsync(string file, string number, string reason)
        {
            var says = Path.Combine(Path.GetDirectoryName(library)!, file);
            File.WriteAllText(says, number);
            await ClickAsync(machine, "trayagent:");
            await agent.LogsAsync($"Windows takes no notices with buttons ({reason}), so they come as balloons.");
            File.Delete(says);
        }
    }

    /// <summary>As Windows does it when the button is clicked.</summary>
    private static async Task ClickAsync(WindowsMachine machine, string link)
    {
        var click = await machine.RunAsync("notice", link);
        Assert.Equal((0, "", ""), (click.ExitCode, click.Out, click.Error));
    }

    /// <summary>The calls so far, with the nonces by their numbers.</summary>
    private static Task ShowsAsync(string calls, string expected) => Until.TrueAsync(
        () =>
        {
            var number = 0;
            return File.Exists(calls) && Nonce().Replace(File.ReadAllText(calls), _ => $"{++number}") == expected;
        },
        $"these calls were made: {expected}");

    private static Task LogsAsync(string calls, string expected) => Until.TrueAsync(
        () => File.ReadAllText(calls).Contains(expected, StringComparison.Ordinal), $"these calls were made: {expected}");

    [GeneratedRegex("(?<=trayagent:notice/)[0-9a-f]{32}")]
    private static partial Regex Nonce();
}
