using System.Collections.Immutable;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Show;
using TrayAgent.Desktop.Linux.DBus;

namespace TrayAgent.Desktop.Linux.Tray;

/// <summary>
/// The menu on the bus, com.canonical.dbusmenu.
/// https://github.com/AyatanaIndicators/libdbusmenu/blob/main/libdbusmenu-glib/dbus-menu.xml
/// </summary>
internal sealed class DBusMenu
{
    public const string Path = "/MenuBar";
    private const string Interface = "com.canonical.dbusmenu";

    private readonly MenuTree _tree = new();
    private readonly BusConnection _bus;
    private readonly Action<Choice> _chosen;

    public DBusMenu(BusConnection bus, Action<Choice> chosen)
    {
        (_bus, _chosen) = (bus, chosen);
        bus.Export(Describe());
    }

    public void Show(ImmutableArray<MenuItem> items)
    {
        var change = _tree.Become(items);
        if (!change.Changed.IsEmpty)
        {
            _bus.Emit(Path, Interface, "ItemsPropertiesUpdated", arguments =>
            {
                WriteGroup(arguments, change.Changed, []);
                arguments.Array("(ias)", _ => { });
            });
        }

        if (change.IsNewLayout)
        {
            _bus.Emit(Path, Interface, "LayoutUpdated", arguments =>
            {
                arguments.UInt32(_tree.Revision);
                arguments.Int32(0);
            });
        }
    }

    private BusObject Describe()
    {
        var menu = new BusObject(Path, Interface);
        menu.Property("Version", "u", value => value.UInt32(3));
        menu.Property("TextDirection", () => "ltr");
        menu.Property("Status", () => "normal");
        menu.Property("IconThemePath", "as", value => value.Array("s", _ => { }));
        menu.Method("GetLayout", "iias", "u(ia{sv}av)", GetLayout);
        menu.Method("GetGroupProperties", "aias", "a(ia{sv})", GetGroupProperties);
        menu.Method("GetProperty", "is", "v", GetProperty);
        menu.Method("Event", "isvu", "", (call, _) => Find(HandleEvent(call)));
        menu.Method("EventGroup", "a(isvu)", "ai", (call, results) =>
            Numbers(results, call.Structs("isvu", HandleEvent).Where(id => _tree.Find(id) is null)));
        menu.Method("AboutToShow", "i", "b", (call, results) =>
        {
            Find(call.Int32());
            results.Boolean(false);
        });
        menu.Method("AboutToShowGroup", "ai", "aiai", (call, results) =>
        {
            Numbers(results, []);
            Numbers(results, call.Int32s().Where(id => _tree.Find(id) is null));
        });
        menu.Signal("LayoutUpdated", "ui");
        menu.Signal("ItemsPropertiesUpdated", "a(ia{sv})a(ias)");
        menu.Signal("ItemActivationRequested", "iu");
        return menu;
    }

    private void GetLayout(MessageReader call, MessageWriter results)
    {
        var node = Find(call.Int32());
        var depth = call.Int32();
        var names = call.Strings();
        results.UInt32(_tree.Revision);
        WriteNode(results, node, depth, names);
    }

    private void GetGroupProperties(MessageReader call, MessageWriter results)
    {
        var ids = call.Int32s();
        var nodes = ids.Count == 0 ? _tree.Root.WithDescendants() : ids.Distinct().Select(_tree.Find).OfType<MenuNode>();
        WriteGroup(results, nodes, call.Strings());
    }

    private void GetProperty(MessageReader call, MessageWriter results)
    {
        var node = Find(call.Int32());
        var name = call.String();
        var property = node.Properties.FirstOrDefault(property => property.Name == name);
        if (property.Name is null)
        {
            throw new ArgumentException("The item has no such property, or its default.");
        }

        results.Variant(property.Signature, property.Write);
    }

    /// <returns>The item's number, known or not.</returns>
    private int HandleEvent(MessageReader call)
    {
        var id = call.Int32();
        var kind = call.String();
        call.SkipVariant();
        call.UInt32();
        if (kind == "clicked" && _tree.Find(id)?.Choice is { } choice)
        {
            _chosen(choice);
        }

        return id;
    }

    private MenuNode Find(int id) => _tree.Find(id) ?? throw new ArgumentException($"There is no item {id}.");

    private static void WriteGroup(MessageWriter writer, IEnumerable<MenuNode> nodes, List<string> names) =>
        writer.Array("(ia{sv})", items =>
        {
            foreach (var node in nodes)
            {
                items.Struct("ia{sv}", item =>
                {
                    item.Int32(node.Id);
                    WriteProperties(item, node, names);
                });
            }
        });

    private static void WriteNode(MessageWriter writer, MenuNode node, int depth, List<string> names) =>
        writer.Struct("ia{sv}av", item =>
        {
            item.Int32(node.Id);
            WriteProperties(item, node, names);
            item.Array("v", children =>
            {
                // A depth of -1 means all levels.
                foreach (var child in depth == 0 ? [] : node.Children)
                {
                    children.Variant("(ia{sv}av)", value => WriteNode(value, child, depth - 1, names));
                }
            });
        });

    private static void WriteProperties(MessageWriter writer, MenuNode node, List<string> names) =>
        writer.Array("{sv}", entries =>
        {
            foreach (var property in node.Properties.Where(p => names.Count == 0 || names.Contains(p.Name)))
            {
                entries.Entry(property.Name, property.Signature, property.Write);
            }
        });

    private static void Numbers(MessageWriter writer, IEnumerable<int> numbers) => writer.Array("i", items =>
    {
        foreach (var number in numbers)
        {
            items.Int32(number);
        }
    });
}
