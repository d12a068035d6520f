using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.EndToEnd.Tests.Xfce;

/// <summary>A wrong setting of Claude Code in the menu of a real panel: what would be written, a click, and the way back.</summary>
public sealed class SettingsInTheMenuTests
{
    private const string Wrong = """
          "env": {"CLAUDE_CODE_USE_BEDROCK": "1",   "AWS_PROFILE": "dev", "AWS_REGION": "eu-west-1",
            "ANTHROPIC_MODEL": "anthropic.claude-opus-4-8",
            "ANTHROPIC_DEFAULT_HAIKU_MODEL": "eu.anthropic.claude-haiku-4-5-20251001-v1:0" },
          "awsAuthRefresh": "aws sso login --profile dev"
        """;

    [Fact]
    public Task A_wrong_setting_is_put_right_by_a_click_and_undone_by_another() => Machine.OnXfceAsync(async machine =>
    {
        await machine.Desktop.StartPanelAsync();
        machine.Files.WriteSettings("\"sessionDurations\": { \"corp\": \"8h\" }");
        var claude = new ClaudeCodeFiles(machine);
        var wrong = claude.Write(Wrong);
        await machine.SignInAsync();
        var agent = await machine.StartAgentAsync();
        await ShowsAsync(machine, IconColour.Amber);
        var panel = new PanelMenu(machine.Desktop, agent.Tray);
        await panel.PictureAsync(Path.Combine(Evidence.Folder, "menu-fix.png"), "1 finding", "    Fix in settings.json");
        await panel.OpenAsync();
        await panel.ClickAsync("1 finding", "    Fix in settings.json", "Write this to settings.json");
        await claude.BecomesAsync(wrong.Replace("\"anthropic.", "\"eu.anthropic.", StringComparison.Ordinal));
        await ShowsAsync(machine, IconColour.Green);
        await panel.OpenAsync();
        await panel.ClickAsync("Undo the last change of settings.json");
        await claude.BecomesAsync(wrong);
        await ShowsAsync(machine, IconColour.Amber);
        Assert.Contains("Repair of", machine.Files.Log, StringComparison.Ordinal);
    });

    private static Task ShowsAsync(Machine machine, IconColour colour) => Until.TrueAsync(
        async () => (await machine.Desktop.LookAsync()).IconInTray() == colour, $"the icon in the panel is {colour}");
}
