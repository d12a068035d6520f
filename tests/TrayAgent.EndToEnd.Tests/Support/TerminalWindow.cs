using TrayAgent.EndToEnd.Tests.Desktop;

namespace TrayAgent.EndToEnd.Tests.Support;

/// <summary>A real terminal with a program in it, by tmux: keys go in, and what a person would see comes out.</summary>
internal sealed class TerminalWindow
{
    private const string Tmux = "/usr/bin/tmux";

    private readonly Machine _machine;
    private readonly string _socket;

    private TerminalWindow(Machine machine)
    {
        _machine = machine;
        _socket = Path.Combine(machine.Environment["TMPDIR"], "tmux");
    }

    /// <summary>All that was ever written to it lies below the machine's folders, and is searched for secrets at the end.</summary>
    private string RecordFile => _socket + ".record";

    private string CodeFile => _socket + ".code";

    public static async Task<TerminalWindow> StartAsync(Machine machine, params string[] arguments)
    {
        var window = new TerminalWindow(machine);
        machine.Environment["TERM"] = "xterm-256color";

        // Not as a daemon: it is ended with everything else that the machine started.
        machine.StartProgram(Tmux, "-D", "-u", "-f", "/dev/null", "-S", window._socket);
        await Until.TrueAsync(() => File.Exists(window._socket), "tmux listens");

        // The program waits for a line, so that its first words are recorded, too. Ctrl-C is for the program alone.
        var script = $"trap : INT; read -r go; \"$0\" \"$@\"; echo $? > '{window.CodeFile}'";
        await window.TmuxAsync(
            ["new-session", "-d", "-x", "100", "-y", "40", "/bin/sh", "-c", script, AgentBinary.Path, .. arguments]);
        await window.TmuxAsync("set-option", "-g", "remain-on-exit", "on");
        await window.TmuxAsync("pipe-pane", "-o", $"cat > '{window.RecordFile}'");
        await window.PressAsync("Enter");
        return window;
    }

    /// <summary>Keys by their tmux names: Enter, Down, C-c.</summary>
    public Task PressAsync(params string[] keys) => TmuxAsync(["send-keys", .. keys]);

    public Task TypeAsync(string text) => TmuxAsync("send-keys", "-l", text);

    public async Task EnterAsync(string text)
    {
        await TypeAsync(text);
        await PressAsync("Enter");
    }

    public Task SeesAsync(string text) => SeesAsync(screen => screen.Contains(text, StringComparison.Ordinal), $"'{text}'");

    /// <summary>The line with the cursor says so, at its begin.</summary>
    public Task IsAskedAsync(string question) => SeesAsync(
        screen => screen.TrimEnd().Split('\n')[^1].StartsWith(question, StringComparison.Ordinal), $"the question '{question}'");

    /// <summary>The exit code, from the shell around it: tmux 3.3 now and then never learns that a program has ended.</summary>
    public async Task<int> EndAsync()
    {
        var code = "";
        await Until.TrueAsync(
            () => File.Exists(CodeFile) && (code = File.ReadAllText(CodeFile)).EndsWith('\n'), "the program in the terminal has ended");
        return int.Parse(code, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Closes the window, and waits until no program is left in it.</summary>
    public async Task CloseAsync()
    {
        var shell = (await TmuxAsync("display-message", "-p", "#{pane_pid}")).Trim();
        var program = (await File.ReadAllTextAsync($"/proc/{shell}/task/{shell}/children")).Trim();
        Assert.True(Directory.Exists($"/proc/{program}"), $"No program runs in the terminal: '{program}'.");
        await TmuxAsync("kill-pane");
        await Until.TrueAsync(() => !Directory.Exists($"/proc/{program}"), "the program notices that its terminal is gone");
    }

    /// <summary>tmux itself hides it when the program has ended.</summary>
    public bool HasItsCursorBack()
    {
        var written = File.ReadAllText(RecordFile);
        return written.LastIndexOf("\e[?25h", StringComparison.Ordinal) > written.LastIndexOf("\e[?25l", StringComparison.Ordinal);
    }

    /// <summary>With what has scrolled out of sight; a line that was too long for the terminal is one.</summary>
    public Task<string> ScreenAsync() => TmuxAsync("capture-pane", "-p", "-J", "-S", "-");

    private async Task SeesAsync(Func<string, bool> condition, string what)
    {
        var screen = "";
        try
        {
            await Until.TrueAsync(async () => condition(screen = await ScreenAsync()), "");
        }
        catch (Xunit.Sdk.XunitException)
        {
            Assert.Fail($"The terminal never showed {what}, but:\n{screen.TrimEnd()}");
        }
    }

    private Task<string> TmuxAsync(params string[] arguments) =>
        OwnedProcess.RunAsync(_machine.Environment.ToDictionary(), Tmux, ["-u", "-S", _socket, .. arguments]);
}
