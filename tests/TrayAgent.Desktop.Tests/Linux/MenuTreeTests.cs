using System.Collections.Immutable;
using CsCheck;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Show;
using TrayAgent.Desktop.Linux.Tray;

namespace TrayAgent.Desktop.Tests.Linux;

public sealed class MenuTreeTests
{
    private static readonly Gen<MenuItem> Leaf = Gen.Select(Gen.Int[0, 3], Gen.Int[0, 2], (kind, which) => kind switch
    {
        0 => new MenuItem.Separator(),
        1 => new MenuItem.Text($"text {which}"),
        2 => new MenuItem.Check($"check {which}", CheckMark.On, new Choice.Renew($"{which}")),
        _ => (MenuItem)new MenuItem.Command($"command {which}", new Choice.SignIn($"{which}")),
    });

    private static readonly Gen<ImmutableArray<MenuItem>> Menu = Gen.OneOf(
            Leaf,
            Leaf.Array[0, 3].Select(items => (MenuItem)new MenuItem.Submenu("more", [.. items])))
        .Array[0, 6]
        .Select(items => items.ToImmutableArray());

    [Fact]
    public void However_the_menu_changes_a_number_never_means_two_choices() => Menu.Array[2, 8].Sample(menus =>
    {
        var tree = new MenuTree();
        var meanings = new Dictionary<int, Choice?>();
        foreach (var menu in menus)
        {
            tree.Become(menu);
            foreach (var node in tree.Root.WithDescendants())
            {
                Assert.Equal(node.Choice, meanings.TryAdd(node.Id, node.Choice) ? node.Choice : meanings[node.Id]);
                Assert.Same(node, tree.Find(node.Id));
            }
        }
    });

    [Fact]
    public void The_same_menu_again_changes_nothing() => Menu.Sample(menu =>
    {
        var tree = new MenuTree();
        tree.Become(menu);
        var revision = tree.Revision;

        var change = tree.Become(menu);

        Assert.False(change.IsNewLayout);
        Assert.Empty(change.Changed);
        Assert.Equal(revision, tree.Revision);
    });

    [Fact]
    public void A_choice_that_stays_keeps_its_number_wherever_it_moves()
    {
        var tree = new MenuTree();
        tree.Become([new MenuItem.Command("Renew", Given.Renew)]);
        var id = tree.Root.Children[0].Id;

        var change = tree.Become([new MenuItem.Text("new"), new MenuItem.Command("Renew now", Given.Renew)]);

        Assert.Equal(id, tree.Root.Children[1].Id);
        Assert.True(change.IsNewLayout);
        Assert.Equal([id], change.Changed.Select(node => node.Id));
    }
}
