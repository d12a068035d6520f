using System.Collections.Immutable;
using System.Text;

namespace TrayAgent.Core.Show.SwiftBar;

/// <summary>
/// The tray as the output of a SwiftBar plugin: an icon in the menu bar of macOS, and the menu below it.
/// https://github.com/swiftbar/SwiftBar#plugin-api
/// </summary>
public static class SwiftBarText
{
    /// <summary>Ends with a line end.</summary>
    /// <param name="view">Entries that only a running agent could carry out are left out: a click here starts a process.</param>
    /// <param name="program">Full path of this program, which a click starts.</param>
    public static string Of(TrayView view, string program)
    {
        var lines = Sections(view.Menu).SelectMany(section => Lines(section, program, ""));
        return new StringBuilder()
            .Append(Header(view))
            .Append("\n---\n")
            .AppendJoin("", lines.Select(line => line + "\n"))
            .ToString();
    }

    /// <summary>Shape and colour tell the states apart, as on other systems; the names are those of Apple's SF Symbols.</summary>
    private static string Header(TrayView view)
    {
        var (symbol, colour) = view.Icon switch
        {
            TrayIcon.Fine => ("checkmark.circle", "#1e8c3e"),
            TrayIcon.EndingSoon => ("clock.badge.exclamationmark", "#e88e00"),
            TrayIcon.SignInNeeded => ("exclamationmark.triangle.fill", "#d62828"),
            TrayIcon.Busy => ("arrow.triangle.2.circlepath", "#1e88f0"),
            _ => ("questionmark.circle", "#70757d"),
        };
        return SwiftBarLine.Of("", "", $"sfimage={symbol}", $"sfcolor={colour}", $"tooltip={SwiftBarLine.Quoted(view.ToolTip)}");
    }

    /// <summary>Between separators; one that lost all its entries takes its separator with it.</summary>
    private static IEnumerable<IEnumerable<MenuItem>> Sections(ImmutableArray<MenuItem> menu)
    {
        var section = new List<MenuItem>();
        var first = true;
        foreach (var item in menu.Append(new MenuItem.Separator()))
        {
            if (item is not MenuItem.Separator)
            {
                section.AddRange(Possible(item));
                continue;
            }

            if (section.Count > 0)
            {
                yield return first ? section : section.Prepend(item);
                (section, first) = ([], false);
            }
        }
    }

    private static IEnumerable<MenuItem> Possible(MenuItem item) => item switch
    {
        MenuItem.Command(_, var choice) when SwiftBarClick.Of(choice) is null => [],
        MenuItem.Check(_, _, var choice) when SwiftBarClick.Of(choice) is null => [],
        MenuItem.Submenu(var label, var items) =>
            items.SelectMany(Possible).ToImmutableArray() is { IsEmpty: false } left ? [new MenuItem.Submenu(label, left)] : [],
        _ => [item],
    };

    private static IEnumerable<string> Lines(IEnumerable<MenuItem> items, string program, string depth) => items.SelectMany(item => item switch
    {
        MenuItem.Separator => [$"{depth}---"],
        MenuItem.Text(var label) => [SwiftBarLine.Of(depth, label)],
        MenuItem.Command(var label, var choice) => [SwiftBarLine.Of(depth, label, SwiftBarClick.Of(choice)!.Parameters(program))],
        MenuItem.Check(var label, var mark, var choice) =>
            [SwiftBarLine.Of(depth, label, [$"checked={(mark == CheckMark.On ? "true" : "false")}", .. SwiftBarClick.Of(choice)!.Parameters(program)])],
        MenuItem.Submenu(var label, var below) => Lines(below, program, depth + "--").Prepend(SwiftBarLine.Of(depth, label)),
        _ => Enumerable.Empty<string>(),
    });
}
