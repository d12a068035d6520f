using System.Collections.Immutable;

namespace TrayAgent.Core.Show;

/// <summary>The whole tray: the adapter draws it and decides nothing.</summary>
/// <param name="Icon">Drawn by <see cref="TrayIconPixels"/>.</param>
/// <param name="Title">The program's name, with the state in a word.</param>
/// <param name="ToolTip">The state in words; lines are separated by LF.</param>
/// <param name="Menu">From top to bottom.</param>
public sealed record TrayView(TrayIcon Icon, string Title, string ToolTip, ImmutableArray<MenuItem> Menu);
