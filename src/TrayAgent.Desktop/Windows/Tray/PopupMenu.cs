using System.Collections.Immutable;
using TrayAgent.Core.Decide;
using TrayAgent.Core.Show;
using TrayAgent.Desktop.Windows.Native;

namespace TrayAgent.Desktop.Windows.Tray;

/// <summary>The menu as it is when it opens; the numbers in it mean nothing once it is closed.</summary>
internal sealed class PopupMenu : IDisposable
{
    private readonly List<Choice> _choices = [];
    private readonly nint _menu;

    public PopupMenu(ImmutableArray<MenuItem> items) => _menu = Build(items);

    /// <summary>Waits until the person has chosen, or null when they did not.</summary>
    public Choice? Ask(nint window, int x, int y)
    {
        var side = User32.GetSystemMetrics(User32.MenuDropAlignment) != 0 ? Menus.RightAligned : 0;

        // Without the first the menu stays when the person clicks elsewhere, without the last it closes at once the next time:
        // https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-trackpopupmenu#remarks
        _ = User32.SetForegroundWindow(window);
        var number = Menus.Track(_menu, Menus.ReturnCommand | Menus.NoNotice | Menus.AnyButton | side, x, y, window, 0);
        _ = User32.PostMessage(window, 0, 0, 0);
        return number > 0 && number <= _choices.Count ? _choices[number - 1] : null;
    }

    public void Dispose() => _ = Menus.Destroy(_menu);

    private nint Build(ImmutableArray<MenuItem> items)
    {
        var menu = Menus.Create();
        foreach (var item in items)
        {
            _ = item switch
            {
                MenuItem.Separator => Menus.Append(menu, Menus.Separator, 0, null),
                MenuItem.Text text => Menus.Append(menu, Menus.Disabled, 0, MenuLabel.Of(text.Label)),
                MenuItem.Command command => Menus.Append(menu, Menus.Text, NumberOf(command.Choice), MenuLabel.Of(command.Label)),
                MenuItem.Check check => Menus.Append(
                    menu, check.Mark == CheckMark.On ? Menus.Checked : Menus.Text, NumberOf(check.Choice), MenuLabel.Of(check.Label)),
                MenuItem.Submenu submenu => Menus.Append(menu, Menus.Popup, Build(submenu.Items), MenuLabel.Of(submenu.Label)),
                _ => 0,
            };
        }

        return menu;
    }

    private int NumberOf(Choice choice)
    {
        _choices.Add(choice);
        return _choices.Count;
    }
}
