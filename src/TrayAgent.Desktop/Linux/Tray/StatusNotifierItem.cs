using System.Collections.Immutable;
using TrayAgent.Core.Show;
using TrayAgent.Desktop.Linux.DBus;

namespace TrayAgent.Desktop.Linux.Tray;

/// <summary>
/// The icon on the bus. Every property of the specification is served, because panels complain about missing ones.
/// https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/StatusNotifierItem/
/// </summary>
internal sealed class StatusNotifierItem
{
    private const string Path = "/StatusNotifierItem";
    private const string Interface = "org.kde.StatusNotifierItem";
    private const int LongestTitle = 120;
    private const int LongestToolTip = 1000;

    private readonly BusConnection _bus;
    private readonly DBusMenu _menu;
    private readonly Action _activated;
    private TrayView _view = new(TrayIcon.Unknown, "TrayAgent", "", ImmutableArray<MenuItem>.Empty);

    public StatusNotifierItem(BusConnection bus, DBusMenu menu, Action activated)
    {
        (_bus, _menu, _activated) = (bus, menu, activated);
        bus.Export(Describe());
    }

    private string Title => PlainText.Line(_view.Title, LongestTitle);

    private string Status => _view.Icon == TrayIcon.SignInNeeded ? "NeedsAttention" : "Active";

    public void Show(TrayView view)
    {
        var (before, statusBefore) = (_view, Status);
        _view = view;
        if (before.Title != view.Title)
        {
            Emit("NewTitle");
        }

        if (before.Icon != view.Icon)
        {
            Emit("NewIcon");
            Emit("NewAttentionIcon");
        }

        if (Status != statusBefore)
        {
            _bus.Emit(Path, Interface, "NewStatus", arguments => arguments.String(Status));
        }

        if (before.ToolTip != view.ToolTip || before.Title != view.Title)
        {
            Emit("NewToolTip");
        }

        _menu.Show(view.Menu);
    }

    private void Emit(string signal) => _bus.Emit(Path, Interface, signal);

    private BusObject Describe()
    {
        var item = new BusObject(Path, Interface);
        item.Property("Category", () => "ApplicationStatus");
        item.Property("Id", () => "trayagent");
        item.Property("Title", () => Title);
        item.Property("Status", () => Status);
        item.Property("WindowId", "i", value => value.Int32(0));
        item.Property("Menu", "o", value => value.ObjectPath(DBusMenu.Path));

        // Waybar takes a missing one as true: https://github.com/LBCrion/sfwbar/issues/78
        item.Property("ItemIsMenu", "b", value => value.Boolean(false));
        item.Property("ToolTip", "(sa(iiay)ss)", WriteToolTip);
        DescribeIcons(item);
        DescribeMethods(item);
        return item;
    }

    private void DescribeIcons(BusObject item)
    {
        // Most panels prefer a name to a picture, so the names are empty.
        item.Property("IconName", () => "");
        item.Property("IconPixmap", IconPixmap.Signature, value => IconPixmap.Write(value, _view.Icon));
        item.Property("IconAccessibleDesc", () => Title);
        item.Property("IconThemePath", () => "");
        item.Property("OverlayIconName", () => "");
        item.Property("OverlayIconPixmap", IconPixmap.Signature, IconPixmap.WriteNone);

        // Panels that know NeedsAttention show this picture instead of the other one.
        item.Property("AttentionIconName", () => "");
        item.Property("AttentionIconPixmap", IconPixmap.Signature, value => IconPixmap.Write(value, _view.Icon));
        item.Property("AttentionAccessibleDesc", () => Title);
        item.Property("AttentionMovieName", () => "");
    }

    private void DescribeMethods(BusObject item)
    {
        item.Method("Activate", "ii", "", (_, _) => _activated());
        item.Method("SecondaryActivate", "ii", "", (_, _) => _activated());
        item.Method("XAyatanaSecondaryActivate", "u", "", (_, _) => _activated());

        // The panel shows the menu itself, and there is nothing to scroll.
        item.Method("ContextMenu", "ii", "", (_, _) => { });
        item.Method("Scroll", "is", "", (_, _) => { });
        item.Method("ProvideXdgActivationToken", "s", "", (_, _) => { });
        foreach (var signal in new[] { "NewTitle", "NewIcon", "NewAttentionIcon", "NewOverlayIcon", "NewToolTip" })
        {
            item.Signal(signal, "");
        }

        item.Signal("NewStatus", "s");
    }

    private void WriteToolTip(MessageWriter writer) => writer.Struct("sa(iiay)ss", toolTip =>
    {
        toolTip.String("");
        IconPixmap.WriteNone(toolTip);
        toolTip.String(WithoutMarkup(Title));
        toolTip.String(WithoutMarkup(PlainText.Lines(_view.ToolTip, LongestToolTip)));
    });

    /// <summary>
    /// xfce4-panel 4.18 reads markup and shows nothing when it is broken, Qt panels guess, others show it as it is:
    /// only text without these characters looks the same everywhere.
    /// </summary>
    private static string WithoutMarkup(string text) => text.Replace('<', '‹').Replace('>', '›').Replace('&', '+');
}
