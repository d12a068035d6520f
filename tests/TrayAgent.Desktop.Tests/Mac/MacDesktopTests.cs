using TrayAgent.Core.Show;
using TrayAgent.Desktop.Mac;

namespace TrayAgent.Desktop.Tests.Mac;

public sealed class MacDesktopTests
{
    [Theory]
    [InlineData("corp ends at 17:00", "Renew it.", "corp ends at 17:00", "Renew it.")]
    [InlineData("-e do shell script \"x\"", "\" & (do shell script \"x\") & \"", "-e do shell script \"x\"", "\" & (do shell script \"x\") & \"")]
    [InlineData("a\u001b[31m\nb", "c\nd\u202e", "a[31m b", "c\nd")]
    public async Task A_notice_is_arguments_of_one_fixed_script(string title, string body, string shownTitle, string shownBody)
    {
        var started = new List<IReadOnlyList<string>>();
        await using var desktop = new MacDesktop(started.Add, _ => { });

        desktop.Notify(new Notice { Key = "session:corp", Title = title, Body = body, Urgency = Urgency.Normal });

        Assert.Equal(
            [
                "/usr/bin/osascript",
                "-e", "on run argv",
                "-e", "display notification (item 3 of argv) with title (item 1 of argv) subtitle (item 2 of argv)",
                "-e", "end run",
                "TrayAgent", shownTitle, shownBody,
            ],
            Assert.Single(started));
    }
}
