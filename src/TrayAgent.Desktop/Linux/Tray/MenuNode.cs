using TrayAgent.Core.Decide;
using TrayAgent.Core.Show;
using TrayAgent.Desktop.Linux.DBus;

namespace TrayAgent.Desktop.Linux.Tray;

/// <summary>A menu item with the number it has on the bus.</summary>
internal sealed record MenuNode(int Id, MenuItem? Item, IReadOnlyList<MenuNode> Children)
{
    private const int LongestLabel = 200;

    /// <summary>What a click means; null for what cannot be chosen.</summary>
    public Choice? Choice => Item switch
    {
        MenuItem.Command command => command.Choice,
        MenuItem.Check check => check.Choice,
        _ => null,
    };

    /// <summary>
    /// The properties that differ from their defaults.
    /// https://github.com/AyatanaIndicators/libdbusmenu/blob/main/libdbusmenu-glib/dbus-menu.xml
    /// </summary>
    public IEnumerable<MenuProperty> Properties => Item switch
    {
        null => [Text("children-display", "submenu")],
        MenuItem.Separator => [Text("type", "separator")],
        MenuItem.Text text => [Label(text.Label), new("enabled", "b", false)],
        MenuItem.Command command => [Label(command.Label)],
        MenuItem.Check check =>
        [
            Label(check.Label),
            Text("toggle-type", "checkmark"),
            new("toggle-state", "i", check.Mark == CheckMark.On ? 1 : 0),
        ],
        MenuItem.Submenu submenu => [Label(submenu.Label), Text("children-display", "submenu")],
        _ => [],
    };

    public IEnumerable<MenuNode> WithDescendants() =>
        Children.SelectMany(child => child.WithDescendants()).Prepend(this);

    private static MenuProperty Text(string name, string value) => new(name, "s", value);

    /// <summary>One underscore would make the next character a mnemonic.</summary>
    private static MenuProperty Label(string label) =>
        Text("label", PlainText.Line(label, LongestLabel).Replace("_", "__", StringComparison.Ordinal));
}

/// <summary>A property of a menu item: a string, a number or a truth value.</summary>
internal readonly record struct MenuProperty(string Name, string Signature, object Value)
{
    public void Write(MessageWriter writer)
    {
        switch (Value)
        {
            case string text:
                writer.String(text);
                break;
            case int number:
                writer.Int32(number);
                break;
            case bool truth:
                writer.Boolean(truth);
                break;
        }
    }
}
