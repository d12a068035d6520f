using System.Text;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Tests.Assess.Claude;

namespace TrayAgent.Core.Tests.Facts.Claude;

/// <summary>Variables that VS Code hands to its Claude Code.</summary>
public sealed class EditorSettingsTests
{
    [Theory]
    [InlineData("""{ /* mine */ "claudeCode.environmentVariables": [{"name":"AWS_REGION","value":"x"},{"name":"AWS_PROFILE","value":"secret"},{"name":"PATH"},], }""", "AWS_PROFILE AWS_REGION")]
    [InlineData("""{"claudeCode.environmentVariables": {"CLAUDE_CODE_USE_BEDROCK": "1"}}""", "CLAUDE_CODE_USE_BEDROCK")]
    [InlineData("""{"claudeCode.environmentVariables": [1, {"name": 2}, "AWS_PROFILE"]}""", "")]
    [InlineData("""{"claudeCode.environmentVariables": "AWS_PROFILE"}""", "")]
    [InlineData("""{"claudeCode.environmentVariables": [{"name":"\ud800"}]}""", "")]
    [InlineData("[]", "")]
    [InlineData("{", "")]
    public void Only_names_of_what_decides_over_AWS_are_known(string json, string expected) =>
        Assert.Equal(expected, string.Join(' ', EditorSettings.VariablesIn(Encoding.UTF8.GetBytes(json))));

    [Fact]
    public void They_are_said()
    {
        var machine = ClaudeMachine.With(ClaudeMachine.Bedrock);
        ClaudeMachine.Check(
            machine with { Claude = machine.Claude with { Editor = new EditorEnvironment("/home/ann/.config/Code/User/settings.json", ["AWS_PROFILE", "AWS_REGION"]) } },
            "info claude.editor.environment",
            "VS Code sets 'AWS_PROFILE' and 'AWS_REGION' ('claudeCode.environmentVariables' in '/home/ann/.config/Code/User/settings.json') only for the "
            + "Claude Code that it starts itself; what is said here is about the one in a terminal.");
        Assert.Null(ClaudeMachine.Find(machine, FindingCodes.ClaudeEditorEnvironment));
    }
}
