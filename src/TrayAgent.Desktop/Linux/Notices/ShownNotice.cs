using System.Collections.Immutable;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Show;

namespace TrayAgent.Desktop.Linux.Notices;

/// <summary>A notice on its way to the screen or on it.</summary>
/// <param name="Notice">What was asked for.</param>
/// <param name="Actions">Key, label and meaning of what can be clicked.</param>
internal sealed record ShownNotice(Notice Notice, ImmutableArray<(string Key, string Label, Choice Choice)> Actions)
{
    private const string DefaultAction = "default";

    /// <summary>The number that the server gave; 0 until it has answered.</summary>
    public uint Id { get; init; }

    /// <param name="notice">What to show.</param>
    /// <param name="server">What can be shown.</param>
    /// <param name="number">
    /// Makes the keys unique, so that a click on a notice that is just being replaced cannot mean the new one's button.
    /// </param>
    public static ShownNotice For(Notice notice, NotificationServer server, int number)
    {
        if (!server.Capabilities.Contains("actions"))
        {
            return new ShownNotice(notice, []);
        }

        var buttons = notice.Buttons
            .Select((button, i) => ($"{number}-{i}", NoticeText.Button(button.Label), button.Choice))
            .ToImmutableArray();
        return new ShownNotice(notice, [.. DefaultOf(notice, server), .. buttons]);
    }

    private static IEnumerable<(string, string, Choice)> DefaultOf(Notice notice, NotificationServer server)
    {
        var twin = notice.Buttons.FirstOrDefault(button => button.Choice == notice.Default);
        if (notice.Default is not { } choice || (twin is not null && server.ShowsDefaultAsButton))
        {
            yield break;
        }

        // Servers that show it say what it does; most only make the body clickable.
        yield return (DefaultAction, NoticeText.Button(twin?.Label ?? "Show"), choice);
    }
}
