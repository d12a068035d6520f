namespace TrayAgent.EndToEnd.Tests.Support;

/// <summary>A line of the tray menu; a separator has no label.</summary>
internal sealed record MenuEntry(int Id, string Label, IReadOnlyList<MenuEntry> Children);
