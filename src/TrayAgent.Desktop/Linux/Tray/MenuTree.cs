using System.Collections.Immutable;
using TrayAgent.Core.Show;

namespace TrayAgent.Desktop.Linux.Tray;

/// <summary>
/// The menu with numbers. An item keeps its number from one menu to the next as long as it means the same choice,
/// and a number is never given to another choice: a click on a menu that is no longer true can only do what it said.
/// </summary>
internal sealed class MenuTree
{
    private Dictionary<Identity, int> _known = [];
    private Dictionary<Identity, int> _next = [];
    private Dictionary<int, MenuNode> _byId = [];
    private int _lastId;

    public MenuTree() => Become([]);

    public MenuNode Root { get; private set; } = new(0, null, []);

    public uint Revision { get; private set; }

    public MenuNode? Find(int id) => _byId.GetValueOrDefault(id);

    /// <summary>Takes over a new menu.</summary>
    public MenuChange Become(ImmutableArray<MenuItem> items)
    {
        var before = _byId;
        var layoutBefore = Layout(Root);
        _next = [];
        Root = new MenuNode(0, null, Number(items, 0));
        _known = _next;
        _byId = Root.WithDescendants().ToDictionary(node => node.Id);
        var isNewLayout = !Layout(Root).SequenceEqual(layoutBefore);
        Revision += isNewLayout ? 1u : 0;
        return new MenuChange(isNewLayout, [.. _byId.Values.Where(LooksDifferent)]);

        bool LooksDifferent(MenuNode node) =>
            before.TryGetValue(node.Id, out var old) && !node.Properties.SequenceEqual(old.Properties);
    }

    private List<MenuNode> Number(ImmutableArray<MenuItem> items, int parent)
    {
        var nodes = new List<MenuNode>(items.Length);
        foreach (var item in items)
        {
            var id = IdOf(item, parent);
            nodes.Add(new MenuNode(id, item, item is MenuItem.Submenu submenu ? Number(submenu.Items, id) : []));
        }

        return nodes;
    }

    private int IdOf(MenuItem item, int parent)
    {
        // What can be chosen is told apart by its choice; the rest by its kind and its place among its kind.
        object meaning = item switch
        {
            MenuItem.Command command => command.Choice,
            MenuItem.Check check => check.Choice,
            _ => item.GetType(),
        };
        var identity = new Identity(parent, item.GetType(), meaning, 0);
        while (_next.ContainsKey(identity))
        {
            identity = identity with { Place = identity.Place + 1 };
        }

        var id = _known.TryGetValue(identity, out var known) ? known : ++_lastId;
        _next[identity] = id;
        return id;
    }

    private static ImmutableArray<int> Layout(MenuNode node) =>
        [node.Id, .. node.Children.SelectMany(child => Layout(child)), -1];

    private sealed record Identity(int Parent, Type Kind, object Meaning, int Place);
}
