using System.ComponentModel;
using System.Diagnostics;
using TrayAgent.Core.Show;

namespace TrayAgent.Desktop.Mac;

/// <summary>
/// Notices by AppleScript. Their text is an argument of the script and never part of it, so it cannot become one.
/// https://ss64.com/mac/osascript.html
/// </summary>
internal static class Osascript
{
    private const int LongestTitle = 100;
    private const int LongestBody = 400;

    /// <summary>The program and its arguments.</summary>
    public static IReadOnlyList<string> Notification(Notice notice) =>
    [
        "/usr/bin/osascript",
        "-e", "on run argv",
        "-e", "display notification (item 3 of argv) with title (item 1 of argv) subtitle (item 2 of argv)",
        "-e", "end run",

        // The first one ends the options, whatever the others begin with.
        "TrayAgent",
        PlainText.Line(notice.Title, LongestTitle),
        PlainText.Lines(notice.Body, LongestBody),
    ];

    /// <summary>Does not wait; where there is no such program, nothing is shown.</summary>
    public static void Start(IReadOnlyList<string> command, Action<string> tell)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(command[0], command.Skip(1)));
        }
        catch (Win32Exception e)
        {
            tell($"A notice could not be shown: {e.Message}");
        }
    }
}
