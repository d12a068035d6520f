using System.Collections.Immutable;

namespace TrayAgent.Desktop.Linux.Tray;

/// <summary>What a new menu changes for a panel that shows the old one.</summary>
/// <param name="IsNewLayout">Items came, went or moved; when not, an open menu can stay open.</param>
/// <param name="Changed">The items that stayed but look different.</param>
internal sealed record MenuChange(bool IsNewLayout, ImmutableArray<MenuNode> Changed);
