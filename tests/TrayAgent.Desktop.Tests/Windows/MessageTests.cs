using TrayAgent.Desktop.Windows;
using TrayAgent.Desktop.Windows.Session;
using TrayAgent.Desktop.Windows.Tray;

namespace TrayAgent.Desktop.Tests.Windows;

/// <summary>What the messages of Windows mean, with the numbers of its header files.</summary>
public sealed class MessageTests
{
    [Theory]
    [InlineData(0x218, 4, nameof(DesktopEvent.GoingToSleep))]
    [InlineData(0x218, 0x12, nameof(DesktopEvent.Woke))]
    [InlineData(0x218, 7, nameof(DesktopEvent.Woke))]
    [InlineData(0x218, 10, null)]
    [InlineData(0x2B1, 7, nameof(DesktopEvent.Locked))]
    [InlineData(0x2B1, 8, nameof(DesktopEvent.Unlocked))]
    [InlineData(0x2B1, 5, null)]
    [InlineData(0x1E, 0, nameof(DesktopEvent.ClockSet))]
    [InlineData(0x1, 7, null)]
    public void Of_the_session(int message, int parameter, string? meaning) =>
        Assert.Equal(meaning, SessionMessages.Meaning(new WindowMessage((uint)message, parameter, 0))?.GetType().Name);

    [Theory]
    [InlineData(0x400, GestureKind.Select)]
    [InlineData(0x401, GestureKind.Menu)]
    [InlineData(0x7B, GestureKind.Menu)]
    [InlineData(0x405, GestureKind.BalloonClicked)]
    [InlineData(0x404, GestureKind.BalloonGone)]
    [InlineData(0x403, GestureKind.None)]
    [InlineData(0x402, GestureKind.None)]
    [InlineData(0x202, GestureKind.None)]
    internal void Of_the_notification_area(int what, GestureKind kind)
    {
        // In version 4 the number of the icon stands above what happened, and the place is the other parameter.
        var message = new WindowMessage(0x8002, (unchecked((ushort)-5) << 16) | 990, (1 << 16) | what);
        Assert.Equal(new TrayGesture(kind, 990, -5), TrayGesture.Of(message));
    }

    [Theory]
    [InlineData("Renew corp", "Renew corp")]
    [InlineData("R&D & more", "R&&D && more")]
    [InlineData("corp\tCtrl+Q\nnext", "corp Ctrl+Q next")]
    public void A_label_is_shown_as_it_is(string label, string expected) => Assert.Equal(expected, MenuLabel.Of(label));
}
