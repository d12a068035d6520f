using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.EndToEnd.Tests.Notices;

/// <summary>Another program wipes Claude Code's settings while the agent runs: it is said once, and put back by a click.</summary>
public sealed class LostSettingsTests
{
    private const string Ours = """
          "env": {
            "CLAUDE_CODE_USE_BEDROCK": "1", "AWS_PROFILE": "dev", "AWS_REGION": "eu-west-1",
            "ANTHROPIC_MODEL": "eu.anthropic.claude-opus-4-8",
            "ANTHROPIC_DEFAULT_HAIKU_MODEL": "eu.anthropic.claude-haiku-4-5-20251001-v1:0"
          },
          "awsAuthRefresh": "aws sso login --profile dev"
        """;

    [Fact]
    public Task What_another_program_wiped_is_put_back_by_a_click() => Machine.OnXfceAsync(async machine =>
    {
        await machine.Desktop.StartNotifydAsync();
        machine.Files.WriteSettings("\"sessionDurations\": { \"corp\": \"8h\" }");
        var claude = new ClaudeCodeFiles(machine);
        claude.Write(Ours);
        await machine.SignInAsync();
        var agent = await machine.StartAgentAsync();
        await agent.LogsAsync("Health went from Start to Healthy");
        MachineFiles.Write(claude.Settings, "{\n  \"theme\": \"dark\"\n}\n");
        await agent.LogsAsync("Notice lost-keys:");
        Assert.Contains("claude.settings.lost-keys", (await machine.RunAsync("status")).Out, StringComparison.Ordinal);
        await machine.Desktop.ScreenshotAsync(Path.Combine(Evidence.Folder, "lost-settings.png"));

        // Not again after a restart, but still to be put back.
        Assert.Equal(0, await agent.StopAsync());
        var second = await machine.StartAgentAsync();
        await second.Tray.SaysAsync("1 finding");
        Assert.Single(machine.Files.Log.Split('\n'), line => line.Contains("Notice lost-keys:", StringComparison.Ordinal));
        await second.Tray.ChooseAsync("Write this to settings.json");
        await second.LogsAsync("Repair of");
        Assert.Equal(
            """
            {
              "theme": "dark",
              "awsAuthRefresh": "aws sso login --profile dev",
              "env": {
                "ANTHROPIC_DEFAULT_HAIKU_MODEL": "eu.anthropic.claude-haiku-4-5-20251001-v1:0",
                "ANTHROPIC_MODEL": "eu.anthropic.claude-opus-4-8",
                "AWS_PROFILE": "dev",
                "AWS_REGION": "eu-west-1",
                "CLAUDE_CODE_USE_BEDROCK": "1"
              }
            }

            """,
            claude.Text);
        await second.LogsAsync("to Healthy");

        // What a person takes out is their choice.
        MachineFiles.Write(claude.Settings, claude.Text.Replace("\"AWS_REGION\": \"eu-west-1\",", "", StringComparison.Ordinal));
        await Until.TrueAsync(async () => !(await machine.RunAsync("status")).Out.Contains("lost-keys", StringComparison.Ordinal), "nothing is missed");
    });

    [Fact]
    public Task What_is_left_is_missed_no_more() => Machine.OnXfceAsync(async machine =>
    {
        await machine.Desktop.StartNotifydAsync();
        var claude = new ClaudeCodeFiles(machine);
        claude.Write(Ours);
        var agent = await machine.StartAgentAsync();
        await Until.TrueAsync(
            () => File.ReadAllText(Path.Combine(machine.Files.StateFolder, "state.json")).Contains("env.AWS_PROFILE", StringComparison.Ordinal),
            "the settings are remembered");
        File.WriteAllText(claude.Settings, "");
        await agent.LogsAsync("Notice lost-keys:");
        await machine.Desktop.ClickNoticeButtonAsync(1);
        await Until.TrueAsync(
            async () => !(await machine.RunAsync("status")).Out.Contains("lost-keys", StringComparison.Ordinal), "nothing is missed");
        Assert.Equal("", claude.Text);
    });
}
