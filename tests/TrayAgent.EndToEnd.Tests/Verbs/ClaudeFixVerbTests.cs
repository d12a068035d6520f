using System.Text.Json.Nodes;
using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.EndToEnd.Tests.Verbs;

/// <summary><c>trayagent claude fix</c> and <c>undo</c> on the files of a machine, with the published program.</summary>
public sealed class ClaudeFixVerbTests
{
    private const string Wired = """
          "env": {
            "CLAUDE_CODE_USE_BEDROCK": "1",
            "AWS_PROFILE": "dev",
            "AWS_REGION": "eu-west-1",
            "ANTHROPIC_MODEL": "eu.anthropic.claude-opus-4-8",
            "ANTHROPIC_DEFAULT_HAIKU_MODEL": "eu.anthropic.claude-haiku-4-5-20251001-v1:0"
          },
          "awsAuthRefresh": "aws sso login --profile dev"
        """;

    [Fact]
    public Task What_bedrock_md_warns_of_is_put_right_and_nothing_else_is_touched() => Machine.WithoutDesktopAsync(async machine =>
    {
        var claude = new ClaudeCodeFiles(machine);
        claude.Install("2.1.330");
        machine.Files.WriteConfig(machine.Files.Config[..machine.Files.Config.IndexOf("[profile old]", StringComparison.Ordinal)]);
        foreach (var (right, wrong) in new[]
        {
            ("eu.anthropic.claude-opus-4-8", "anthropic.claude-opus-4-8"),
            ("\"CLAUDE_CODE_USE_BEDROCK\": \"1\"", "\"CLAUDE_CODE_USE_BEDROCK\": 1"),
            ("    \"CLAUDE_CODE_USE_BEDROCK\": \"1\",\n", ""),
            ("\"AWS_PROFILE\": \"dev\"", "\"AWS_PROFILE\": \"DEV\""),
            ("    \"AWS_PROFILE\": \"dev\",\n", ""),
            ("aws sso login --profile dev", "aws sso login --profile DEV"),
            ("eu.anthropic.claude-opus-4-8", "eu.anthropic.claude-opus-4-8-v1:0"),
            ("  \"awsAuthRefresh\": \"aws sso login --profile dev\"", "  \"effortLevel\": \"high\""),
        })
        {
            var broken = claude.Write(Wired.ReplaceLineEndings("\n").Replace(right, wrong, StringComparison.Ordinal));
            Assert.NotEqual(Wired, broken);
            var end = await claude.FixAsync("--yes");
            Assert.True(end.ExitCode == 0, $"{wrong}: {end}");
            Assert.Contains("Take it back with 'trayagent claude undo'.", end.Out, StringComparison.Ordinal);
            claude.KeepsForeign();
            Assert.Empty(await GraveAsync(machine, wrong));
            var again = await claude.FixAsync();
            Assert.True(again.ExitCode == 0 && again.Out.Contains("Nothing to do", StringComparison.Ordinal), $"{wrong}: {again}");
            Assert.Equal(0, (await claude.UndoAsync("--yes")).ExitCode);
            Assert.Equal(broken, claude.Text);
        }
    });

    [Fact]
    public Task A_change_is_shown_and_asked_for_before_it_is_written() => Machine.WithoutDesktopAsync(async machine =>
    {
        var claude = new ClaudeCodeFiles(machine);
        var broken = claude.Write(Wired.Replace("eu.anthropic.claude-opus", "anthropic.claude-opus", StringComparison.Ordinal)
            .Replace("\"env\": {", "\"env\": { \"MY_PASSWORD\": \"canary-hush\",", StringComparison.Ordinal));
        var dry = await claude.FixAsync("--dry-run");
        Assert.Equal((0, "Nothing was written, because of '--dry-run'."), (dry.ExitCode, dry.Out.Split('\n')[^1]));
        Assert.Contains("-    \"ANTHROPIC_MODEL\": \"anthropic.claude-opus-4-8\",\n+    \"ANTHROPIC_MODEL\": \"eu.anthropic.claude-opus-4-8\",", dry.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-hush", dry.Out + dry.Error, StringComparison.Ordinal);
        var nobody = await claude.FixAsync();
        Assert.Equal((2, "Nothing was written, because nobody can be asked here. Write it with '--yes'."), (nobody.ExitCode, nobody.Error));
        Assert.Equal(4, (await claude.AtTerminalAsync("n", "claude", "fix")).ExitCode);
        Assert.Equal(4, (await claude.AtTerminalAsync("", "claude", "fix")).ExitCode);
        Assert.Equal(broken, claude.Text);
        var json = JsonNode.Parse((await claude.FixAsync("--json", "--dry-run")).Out)!;
        Assert.Equal(("dry-run", 1), (json["outcome"]!.GetValue<string>(), json["schema"]!.GetValue<int>()));
        Assert.Equal(
            """[{"key":"env.ANTHROPIC_MODEL","before":"anthropic.claude-opus-4-8","after":"eu.anthropic.claude-opus-4-8","beforeForm":"string"}]""",
            json["changes"]!.ToJsonString());
        var yes = await claude.AtTerminalAsync("y", "claude", "fix");
        Assert.True(yes.ExitCode == 0, yes.ToString());
        Assert.Contains("Write this to", yes.Out, StringComparison.Ordinal);
        Assert.Contains("\"eu.anthropic.claude-opus-4-8\"", claude.Text, StringComparison.Ordinal);
    });

    [Fact]
    public Task What_was_written_can_be_undone_and_that_too() => Machine.WithoutDesktopAsync(async machine =>
    {
        var claude = new ClaudeCodeFiles(machine);
        Assert.Equal((0, $"There is nothing to undo: TrayAgent has not changed '{claude.Settings}'."), Short(await claude.UndoAsync("--yes")));
        var before = claude.Write(Wired);
        Assert.Equal(0, (await claude.FixAsync("--mode", "broker", "--yes")).ExitCode);
        var after = claude.Text;
        Assert.Equal(2, (await claude.UndoAsync()).ExitCode);
        Assert.Contains("+  \"awsAuthRefresh\": \"aws sso login --profile dev\"", (await claude.UndoAsync("--dry-run")).Out, StringComparison.Ordinal);
        Assert.Equal(after, claude.Text);
        Assert.Equal(0, (await claude.UndoAsync("--yes")).ExitCode);
        Assert.Equal(before, claude.Text);
        Assert.Equal(0, (await claude.UndoAsync("--yes")).ExitCode);
        Assert.Equal(after, claude.Text);

        // What another program wrote since stays, and our own keys go back; but not over what a person wrote there.
        Assert.Equal(0, (await claude.FixAsync("--mode", "plain", "--yes")).ExitCode);
        File.WriteAllText(claude.Settings, "{\n  \"theme\": \"dark\"," + claude.Text[1..]);
        Assert.Equal(0, (await claude.UndoAsync("--yes")).ExitCode);
        Assert.Equal("{\n  \"theme\": \"dark\"," + after[1..], claude.Text);
        Assert.Equal(0, (await claude.FixAsync("--mode", "plain", "--yes")).ExitCode);
        var mine = claude.Text.Replace("aws sso login", "aws sso login --no-browser", StringComparison.Ordinal);
        File.WriteAllText(claude.Settings, mine);
        var late = await claude.UndoAsync("--yes");
        Assert.Equal(1, late.ExitCode);
        Assert.Contains("was changed since TrayAgent wrote it", late.Error, StringComparison.Ordinal);
        Assert.Equal(mine, claude.Text);
    });

    [Fact]
    public Task What_may_not_be_rewritten_is_explained() => Machine.WithoutDesktopAsync(async machine =>
    {
        var claude = new ClaudeCodeFiles(machine);
        foreach (var (text, reason) in new[]
        {
            ("{ // mine\n}", "The file holds a comment"),
            ("{ \"env\": {}, }", "A comma stands before a closing bracket"),
            ("{ \"env\": ", "The file is not valid JSON from here on"),
            ("{ \"model\": \"opus\", \"model\": \"opus\" }", "'model' is there a second time"),
            ("{ \"env\": [] }", "'env' is no JSON object"),
            ("[]", "The settings are no JSON object"),
        })
        {
            MachineFiles.Write(claude.Settings, text);
            await RefusedAsync(claude, reason);
            Assert.Equal(text, claude.Text);
        }

        // Without '--mode' too: what would be repaired is no "nothing to do".
        MachineFiles.Write(claude.Settings, "\uFEFF{" + Wired.Replace("eu.anthropic.claude-opus", "anthropic.claude-opus", StringComparison.Ordinal) + "}");
        var marked = await claude.FixAsync("--yes");
        Assert.Equal((1, "", $"{claude.Settings}:1: The file starts with a byte order mark, and Claude Code's desktop app refuses it. "
            + "Save it as 'UTF-8 without BOM'."), (marked.ExitCode, marked.Out, marked.Error));
        var json = await claude.FixAsync("--yes", "--json");
        Assert.Equal((1, "refused"), (json.ExitCode, JsonNode.Parse(json.Out)!["outcome"]!.GetValue<string>()));

        var before = claude.Write(Wired);
        File.SetUnixFileMode(claude.Settings, UnixFileMode.UserRead);
        await RefusedAsync(claude, "is write-protected");
        File.SetUnixFileMode(claude.Settings, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await machine.PythonAsync("os.link(sys.argv[1], sys.argv[1] + '.second')", claude.Settings);
        await RefusedAsync(claude, "hard links");
        Assert.Equal(before, claude.Text);
        File.Delete(claude.Settings + ".second");
        File.Delete(claude.Settings);
        Directory.CreateDirectory(claude.Settings);
        await RefusedAsync(claude, "is a folder");
    });

    [Fact]
    public Task A_link_into_a_dotfiles_folder_stays_one() => Machine.WithoutDesktopAsync(async machine =>
    {
        var claude = new ClaudeCodeFiles(machine);
        claude.Write(Wired);
        var real = Path.Combine(machine.Files.Home, "dotfiles", "claude.json");
        Directory.CreateDirectory(Path.GetDirectoryName(real)!);
        File.Move(claude.Settings, real);
        File.CreateSymbolicLink(claude.Settings, real);
        Assert.Equal(0, (await claude.FixAsync("--mode", "broker", "--yes")).ExitCode);
        Assert.Equal(real, new FileInfo(claude.Settings).LinkTarget);
        Assert.Contains("auth-refresh --profile dev", File.ReadAllText(real), StringComparison.Ordinal);
    });

    [Fact]
    public Task What_a_project_says_is_not_written_over() => Machine.WithoutDesktopAsync(async machine =>
    {
        var claude = new ClaudeCodeFiles(machine);
        var before = claude.Write(Wired);
        var project = Path.Combine(machine.Files.Home, "app");
        MachineFiles.Write(Path.Combine(project, ".claude", "settings.json"), """{ "awsAuthRefresh": "aws sso login --profile old" }""");
        var end = await claude.FixAsync("--mode", "plain", "--folder", project, "--yes");
        Assert.Equal(0, end.ExitCode);
        Assert.Contains("'awsAuthRefresh' is set by this project", end.Error, StringComparison.Ordinal);
        Assert.Equal(before, claude.Text);
    });

    [Fact]
    public Task A_wrong_mode_is_wrong_usage() => Machine.WithoutDesktopAsync(async machine =>
    {
        var claude = new ClaudeCodeFiles(machine);
        var wrong = await claude.FixAsync("--mode", "best");
        Assert.Equal((2, "'--mode' takes 'plain', 'broker' or 'isolated'."), (wrong.ExitCode, wrong.Error.Split('\n')[0]));

        // Two profiles could be meant.
        Assert.Equal(2, (await claude.FixAsync("--mode", "broker", "--yes")).ExitCode);
    });

    private static async Task RefusedAsync(ClaudeCodeFiles claude, string reason)
    {
        var end = await claude.FixAsync("--mode", "broker", "--profile", "dev", "--yes");
        Assert.True(end.ExitCode == 1 && end.Error.Contains(reason, StringComparison.Ordinal), $"{reason}: {end}");
    }

    private static async Task<IReadOnlyList<string>> GraveAsync(Machine machine, string variant)
    {
        var status = JsonNode.Parse((await machine.RunAsync("status", "--json")).Out)!;
        return
        [
            .. status["findings"]!.AsArray()
                .Where(finding => finding!["code"]!.GetValue<string>().StartsWith("claude.", StringComparison.Ordinal))
                .Where(finding => finding!["severity"]!.GetValue<string>() != "info")
                .Select(finding => $"{variant}: {finding!["message"]}"),
        ];
    }

    private static (int ExitCode, string Out) Short(VerbEnd end) => (end.ExitCode, end.Out);
}
