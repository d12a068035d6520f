using System.Collections.Immutable;
using TrayAgent.Core.Decide;

namespace TrayAgent.Core.Show;

/// <summary>One entry of the tray menu. Labels are plain text: the adapter escapes what its toolkit would interpret.</summary>
public abstract record MenuItem
{
    private MenuItem()
    {
    }

    public sealed record Separator : MenuItem;

    /// <summary>Text that cannot be chosen.</summary>
    public sealed record Text(string Label) : MenuItem;

    public sealed record Command(string Label, Choice Choice) : MenuItem;

    /// <summary>A command with a check mark.</summary>
    public sealed record Check(string Label, CheckMark Mark, Choice Choice) : MenuItem;

    public sealed record Submenu(string Label, ImmutableArray<MenuItem> Items) : MenuItem;
}
