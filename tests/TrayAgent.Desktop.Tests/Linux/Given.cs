using TrayAgent.Core.Decide;
using TrayAgent.Core.Show;
using TrayAgent.Desktop.Linux;

namespace TrayAgent.Desktop.Tests.Linux;

internal static class Given
{
    public static readonly Choice Renew = new Choice.Renew("corp");
    public static readonly Choice SignIn = new Choice.SignIn("corp");
    public static readonly Choice Later = new Choice.Later("corp");

    public static TrayView View(TrayIcon icon = TrayIcon.Fine, string toolTip = "", params MenuItem[] menu) =>
        new(icon, "TrayAgent: fine", toolTip, [.. menu]);

    public static Notice Notice(
        string body = "Sign in.", Urgency urgency = Urgency.Normal, string key = "session:corp") => new()
        {
            Key = key,
            Title = "corp ends in 15 min",
            Body = body,
            Urgency = urgency,
            Buttons = [new NoticeButton("Renew", Renew), new NoticeButton("Later", Later)],
        };

    /// <summary>The desktop on a bus that plays the session's and the machine's.</summary>
    public static LinuxDesktop Desktop(PrivateBus bus, Action<string>? tell = null) =>
        LinuxDesktop.Open(new BusAddresses(bus.Address, bus.Address, "c1"), tell ?? (_ => { }));

    /// <summary>The next event of a kind; what comes in between is left out.</summary>
    public static async Task<T> NextAsync<T>(this IDesktop desktop)
        where T : DesktopEvent
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        while (true)
        {
            if (await desktop.Events.ReadAsync(limit.Token) is T wanted)
            {
                return wanted;
            }
        }
    }

    public static Task FacesBecomeAsync(this IDesktop desktop, DesktopFaces faces) =>
        Until.TrueAsync(() => desktop.Faces == faces, $"the faces are {faces} and not {desktop.Faces}");

    /// <summary>The connection that registered an icon with the mock of a panel.</summary>
    public static async Task<string> ItemNameAsync(this Peer watcher) =>
        (await watcher.LineAsync("RegisterStatusNotifierItem")).Split('"')[1];
}
