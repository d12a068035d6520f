using System.Text.Json.Nodes;
using TrayAgent.EndToEnd.Tests.Desktop;

namespace TrayAgent.EndToEnd.Tests.Support;

/// <summary>What the agent's icon tells the panel: read from the bus, with or without a panel.</summary>
internal sealed class Tray(Machine machine, OwnedProcess agent)
{
    private const string Item = "/StatusNotifierItem";
    private const string ItemInterface = "org.kde.StatusNotifierItem";
    private const string Menu = "/MenuBar";
    private const string MenuInterface = "com.canonical.dbusmenu";

    private string? _name;

    public async Task<string> ToolTipAsync() => (await PropertyAsync("ToolTip"))[3]!.GetValue<string>();

    public async Task<string> TitleAsync() => (await PropertyAsync("Title")).GetValue<string>();

    /// <summary>Active, or NeedsAttention when a person must sign in.</summary>
    public async Task<string> StatusAsync() => (await PropertyAsync("Status")).GetValue<string>();

    /// <summary>Waits until the tooltip has this in it.</summary>
    public Task SaysAsync(string text) => SaysAsync(text, TimeSpan.FromSeconds(30));

    public async Task SaysAsync(string text, TimeSpan limit)
    {
        var last = "";
        try
        {
            await Until.TrueAsync(
                async () => (last = await ToolTipAsync()).Contains(text, StringComparison.Ordinal),
                $"the tooltip says '{text}'",
                limit);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            throw new InvalidOperationException($"{e.Message} It says '{last}'.", e);
        }
    }

    /// <summary>The menu's entries from top to bottom; a separator is an empty text.</summary>
    public async Task<IReadOnlyList<MenuEntry>> MenuAsync() => Entries(await LayoutAsync());

    /// <summary>As a panel does when an entry is clicked, wherever it is in the menu.</summary>
    public async Task ChooseAsync(string label)
    {
        MenuEntry? entry = null;
        await Until.TrueAsync(
            async () => (entry = Flat(await MenuAsync()).FirstOrDefault(found => found.Label == label)) is not null,
            $"the menu has '{label}'");
        await CallAsync("Event", "isvu", $"{entry!.Id}", "clicked", "s", "", "0");
    }

    private async Task<JsonArray> LayoutAsync() =>
        (await CallAsync("GetLayout", "iias", "0", "-1", "0"))["data"]![1]!.AsArray();

    private static List<MenuEntry> Entries(JsonArray node) => node[2]!.AsArray().Select(child => Entry(child!)).ToList();

    private static IEnumerable<MenuEntry> Flat(IEnumerable<MenuEntry> entries) =>
        entries.SelectMany(entry => Flat(entry.Children).Prepend(entry));

    private static MenuEntry Entry(JsonNode child)
    {
        var item = child["data"]!.AsArray();

        // One underscore would mark an access key, so the agent doubles it.
        var label = item[1]!["label"]?["data"]?.GetValue<string>().Replace("__", "_", StringComparison.Ordinal);
        return new MenuEntry(item[0]!.GetValue<int>(), label ?? "", Entries(item));
    }

    private async Task<JsonNode> PropertyAsync(string name) =>
        (await BusAsync("get-property", await NameAsync(), Item, ItemInterface, name))["data"]!;

    private async Task<JsonNode> CallAsync(string method, string signature, params string[] arguments) =>
        await BusAsync(["call", "--", await NameAsync(), Menu, MenuInterface, method, signature, .. arguments]);

    /// <summary>The agent's name on the bus, found by its process: it asks for no other name.</summary>
    private async Task<string> NameAsync()
    {
        await Until.TrueAsync(async () => (_name ??= await FindNameAsync()) is not null, "the agent is on the bus");
        return _name!;
    }

    private async Task<string?> FindNameAsync()
    {
        var names = (await BusAsync("--unique", "list")).AsArray();
        foreach (var name in names.Where(found => found!["pid"]?.GetValue<int>() == agent.Id))
        {
            var candidate = name!["name"]!.GetValue<string>();
            if (await HasIconAsync(candidate))
            {
                return candidate;
            }
        }

        return null;
    }

    /// <summary>The agent has another connection to the system bus, which is the same one here.</summary>
    private async Task<bool> HasIconAsync(string name)
    {
        try
        {
            await BusAsync("get-property", name, Item, ItemInterface, "Id");
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private string[] Options => [$"--address={machine.Desktop.Environment["DBUS_SESSION_BUS_ADDRESS"]}"];

    private async Task<JsonNode> BusAsync(params string[] arguments)
    {
        var answer = await machine.Desktop.RunAsync("busctl", [.. Options, "--json=short", .. arguments]);
        return answer.Length == 0 ? new JsonObject() : JsonNode.Parse(answer)!;
    }
}
