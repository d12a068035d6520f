using System.Text;
using TrayAgent.Core.Decide.Fix;
using TrayAgent.Core.Decide.Setup;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Edit.Json;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Tests.Decide.Setup;

/// <summary>What a set-up makes of the user's Claude Code settings.</summary>
public sealed class SetupClaudeTests
{
    [Fact]
    public void Broker_from_nothing() => Check(WiringMode.Broker, "", """
        {
          "env": {
            "CLAUDE_CODE_USE_BEDROCK": "1",
            "AWS_PROFILE": "dev",
            "AWS_REGION": "eu-west-1",
            "ANTHROPIC_MODEL": "big",
            "ANTHROPIC_DEFAULT_HAIKU_MODEL": "small"
          },
          "awsAuthRefresh": "trayagent auth-refresh --profile dev"
        }

        """);

    [Fact]
    public void Plain_takes_back_what_isolated_needed() => Check(
        WiringMode.Plain,
        """{ "awsCredentialExport": "trayagent credentials --profile dev --format claude", "hooks": {} }""",
        """
        { "hooks": {}, "env": {"CLAUDE_CODE_USE_BEDROCK": "1", "AWS_PROFILE": "dev", "AWS_REGION": "eu-west-1", "ANTHROPIC_MODEL": "big", "ANTHROPIC_DEFAULT_HAIKU_MODEL": "small"}, "awsAuthRefresh": "aws sso login --profile dev" }
        """);

    [Fact]
    public void Isolated_leaves_no_profile_to_the_commands_that_Claude_Code_starts() => Check(
        WiringMode.Isolated,
        """{ "env": { "AWS_PROFILE": "dev", "CLAUDE_CODE_USE_BEDROCK": "1", "CLAUDE_CODE_USE_VERTEX": "1", "MINE": "x" } }""",
        """{ "env": { "CLAUDE_CODE_USE_BEDROCK": "1", "CLAUDE_CODE_USE_VERTEX": "", "MINE": "x", "AWS_REGION": "eu-west-1", "ANTHROPIC_MODEL": "big", "ANTHROPIC_DEFAULT_HAIKU_MODEL": "small" }, "awsAuthRefresh": "trayagent auth-refresh --profile dev", "awsCredentialExport": "trayagent credentials --profile dev --format claude" }""");

    [Theory]
    [InlineData(WiringMode.Plain)]
    [InlineData(WiringMode.Broker)]
    [InlineData(WiringMode.Isolated)]
    public void Done_again_it_changes_nothing(WiringMode mode)
    {
        var once = Edit(mode, "{ \"model\": \"opus\" }\n", Layer(SettingsScope.User, "{}")).Text;
        Assert.Equal(once, Edit(mode, once, Layer(SettingsScope.User, once)).Text);
    }

    [Fact]
    public void Models_that_were_not_chosen_stay_as_they_are()
    {
        const string Pinned = """{ "env": { "ANTHROPIC_MODEL": "mine" } }""";
        var setup = SetupClaude.Of(
            Settings(Layer(SettingsScope.User, Pinned)), new ClaudeAnswers(WiringMode.Plain, "eu-west-1", null, null), Wired(WiringMode.Plain));
        Assert.DoesNotContain(setup.Changes, change => change.Key.Contains("ANTHROPIC", StringComparison.Ordinal));
    }

    [Fact]
    public void What_an_administrator_says_is_told_and_not_written()
    {
        var (text, notes) = Edit(
            WiringMode.Broker, "{}", Layer(SettingsScope.ManagedFile, """{ "env": { "AWS_REGION": "us-east-1", "CLAUDE_CODE_USE_BEDROCK": "1" } }"""));
        Assert.DoesNotContain("AWS_REGION", text, StringComparison.Ordinal);
        Assert.DoesNotContain("CLAUDE_CODE_USE_BEDROCK", text, StringComparison.Ordinal);
        Assert.Equal(["Your administrator sets 'env.AWS_REGION' to 'us-east-1' in 'ManagedFile'; that stays."], notes);
    }

    private static void Check(WiringMode mode, string before, string expected) =>
        Assert.Equal(expected, Edit(mode, before, Layer(SettingsScope.User, before)).Text);

    private static (string Text, IEnumerable<string> Notes) Edit(WiringMode mode, string before, params ClaudeSettingsLayer[] layers)
    {
        var setup = SetupClaude.Of(Settings(layers), new ClaudeAnswers(mode, "eu-west-1", "big", "small"), Wired(mode, layers));
        var edited = SettingsEditor.Apply("settings.json", Encoding.UTF8.GetBytes(before), setup.Changes);
        return (
            edited is Edited.Content(var bytes) ? Encoding.UTF8.GetString(bytes.Span) : ((Edited.Refused)edited).Problem.Text,
            setup.Notes);
    }

    private static WiringPlan.Settings Wired(WiringMode mode, params ClaudeSettingsLayer[] layers) =>
        (WiringPlan.Settings)WiringPlan.Of(Given.Machine("09:00") with { Claude = Settings(layers) }, mode, "dev", "eu-west-1");

    private static ClaudeSettings Settings(params ClaudeSettingsLayer[] layers) => new() { UserFile = "settings.json", Layers = [.. layers] };

    private static ClaudeSettingsLayer Layer(SettingsScope scope, string json) =>
        ClaudeSettingsParser.Parse(scope.ToString(), Encoding.UTF8.GetBytes(json), scope);
}
