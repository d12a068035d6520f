using System.Collections.Immutable;
using TrayAgent.Core.Show;

namespace TrayAgent.Desktop;

/// <summary>Compares views by what they show: the arrays in them compare by reference only.</summary>
internal static class TrayViews
{
    public static bool AreEqual(TrayView one, TrayView other) =>
        (one with { Menu = [] }) == (other with { Menu = [] }) && AreEqual(one.Menu, other.Menu);

    private static bool AreEqual(ImmutableArray<MenuItem> one, ImmutableArray<MenuItem> other) =>
        one.Length == other.Length && one.Zip(other).All(pair => AreEqual(pair.First, pair.Second));

    private static bool AreEqual(MenuItem one, MenuItem other) => (one, other) switch
    {
        (MenuItem.Submenu left, MenuItem.Submenu right) => left.Label == right.Label && AreEqual(left.Items, right.Items),
        _ => one == other,
    };
}
