using System.Text.Json;

namespace TrayAgent.Desktop.Tests.Linux;

/// <summary>A message bus of its own that starts nothing by itself, and the tools to look at it.</summary>
public sealed class PrivateBus : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("bus-").FullName;
    private Peer? _daemon;

    public string Address { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var config = Path.Join(_folder, "bus.conf");
        await File.WriteAllTextAsync(config, $"""
            <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
             "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
            <busconfig>
              <type>session</type>
              <listen>unix:tmpdir={_folder}</listen>
              <policy context="default">
                <allow send_destination="*" eavesdrop="true"/>
                <allow eavesdrop="true"/>
                <allow own="*"/>
              </policy>
            </busconfig>
            """);
        _daemon = Peer.Start(Address, "dbus-daemon", $"--config-file={config}", "--nofork", "--nopidfile", "--print-address");
        Address = await _daemon.LineAsync("unix:");
    }

    /// <summary>Ends the bus as the end of a desktop session does.</summary>
    public ValueTask StopAsync() => _daemon!.DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Starts a counterpart from python3-dbusmock and waits until it is on the bus.</summary>
    /// <param name="template">A file in Mocks, or a template that comes with python3-dbusmock.</param>
    /// <param name="name">The bus name to wait for.</param>
    /// <param name="parameters">What the template understands, as JSON.</param>
    internal Task<Peer> MockAsync(string template, string name, string parameters = "{}")
    {
        var own = Path.Join(AppContext.BaseDirectory, "Mocks", template);
        return StartMockAsync(name, "--template", File.Exists(own) ? own : template, "--parameters", parameters);
    }

    /// <summary>A counterpart that answers nothing; its interface is called like the bus name.</summary>
    internal Task<Peer> EmptyMockAsync(string name, string path) => StartMockAsync(name, "--session", name, path, name);

    private async Task<Peer> StartMockAsync(string name, params string[] arguments)
    {
        var peer = Peer.Start(Address, "/usr/bin/python3", ["-u", "-m", "dbusmock", .. arguments]);
        await Until.TrueAsync(
            async () => await CallAsync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "NameHasOwner", "s", name)
                is """{"type":"b","data":[true]}""",
            $"'{name}' is on the bus");
        return peer;
    }

    /// <summary>A call by busctl, which is not our code; the answer as JSON, or the error's text.</summary>
    public Task<string> CallAsync(
        string name, string path, string @interface, string member, string signature = "", params string[] arguments) =>
        Peer.RunAsync(
            Address,
            "busctl",
            [$"--address={Address}", "--json=short", "call", "--", name, path, @interface, member, signature, .. arguments]);

    /// <summary>Emits a signal from a counterpart of <see cref="MockAsync"/>.</summary>
    public Task<string> EmitAsync(
        string name, string path, string @interface, string signal, string signature, params string[] values) =>
        CallAsync(
            name, path, "org.freedesktop.DBus.Mock", "EmitSignal", "sssav",
            [
                @interface, signal, signature, $"{signature.Length}",
                .. signature.Zip(values).SelectMany(pair => new[] { $"{pair.First}", pair.Second }),
            ]);

    public async Task<JsonElement> DataAsync(Task<string> answer)
    {
        var text = await answer;
        return text.StartsWith('{')
            ? JsonDocument.Parse(text).RootElement.GetProperty("data")
            : throw new InvalidOperationException($"The bus answered: {text}");
    }
}
