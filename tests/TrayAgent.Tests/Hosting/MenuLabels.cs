using TrayAgent.Core.Show;

namespace TrayAgent.Tests.Hosting;

/// <summary>All that a person can read in a menu, from top to bottom.</summary>
internal static class MenuLabels
{
    public static IEnumerable<string> Of(IEnumerable<MenuItem> menu) => menu.SelectMany(item => item switch
    {
        MenuItem.Text(var label) => [label],
        MenuItem.Command(var label, _) => [label],
        MenuItem.Submenu(var label, var items) => Of(items).Prepend(label),
        _ => Enumerable.Empty<string>(),
    });
}
