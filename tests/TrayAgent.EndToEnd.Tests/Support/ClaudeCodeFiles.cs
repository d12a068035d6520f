using TrayAgent.EndToEnd.Tests.Desktop;

namespace TrayAgent.EndToEnd.Tests.Support;

/// <summary>Claude Code on a machine: its settings, and an installation that only looks like one.</summary>
internal sealed class ClaudeCodeFiles(Machine machine)
{
    /// <summary>What stands around the settings that are ours, and must stay as it is.</summary>
    private const string Foreign = """
          "mcpServers": {"docs" : {"command":"npx",   "args": ["-y","docs-server"]}},
          "hooks": { "Stop": [] },	"cleanupPeriodDays":30.0
        """;

    public string Settings => Path.Combine(machine.Files.Home, ".claude", "settings.json");

    public string Text => File.ReadAllText(Settings);

    /// <summary>With settings of others around them.</summary>
    public string Write(string members)
    {
        var text = $"{{\n{members.ReplaceLineEndings("\n").TrimEnd()}{(members.Trim().Length > 0 ? "," : "")}\n{Foreign.ReplaceLineEndings("\n")}\n}}\n";
        MachineFiles.Write(Settings, text);
        return text;
    }

    /// <summary>As the native installer leaves it.</summary>
    public void Install(string version)
    {
        var program = Path.Combine(machine.Files.Home, ".local", "share", "claude", "versions", version);
        MachineFiles.Write(program, "#!/bin/sh\n");
        File.SetUnixFileMode(program, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var link = Directory.CreateDirectory(Path.Combine(machine.Files.Home, ".local", "bin")).FullName + "/claude";
        File.Delete(link);
        File.CreateSymbolicLink(link, program);
    }

    public Task<VerbEnd> FixAsync(params string[] arguments) => machine.RunAsync(["claude", "fix", .. arguments]);

    public Task<VerbEnd> UndoAsync(params string[] arguments) => machine.RunAsync(["claude", "undo", .. arguments]);

    /// <summary>The same at a terminal, where somebody types.</summary>
    public async Task<VerbEnd> AtTerminalAsync(string typed, params string[] arguments) => await Machine.EndOfAsync(machine.StartProgram(
        "/bin/sh", "-c", $"printf '%s\\n' '{typed}' | script -qec '\"{AgentBinary.Path}\" {string.Join(' ', arguments)}' /dev/null"));

    public void KeepsForeign() => Assert.Contains(Foreign.ReplaceLineEndings("\n"), Text, StringComparison.Ordinal);

    public Task BecomesAsync(string text) => Until.TrueAsync(() => File.Exists(Settings) && Text == text, "the settings have these bytes");
}
