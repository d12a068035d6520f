using System.Text;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Tests.Edit;

public sealed class AcceptedEditTests
{
    private const string File = "/home/ann/.claude/settings.json";

    private const string Shown = """{ "env": { "AWS_REGION": "us-wst-2", "MY_TOKEN": "hush" }, "hooks": {} }""";

    [Theory]
    [InlineData(Shown, """{ "env": { "AWS_REGION": "us-west-2" }, "hooks": {} }""")]
    [InlineData("""{ "env": { "AWS_REGION": "us-wst-2" }, "theme": "dark" }""", """{ "env": { "AWS_REGION": "us-west-2" }, "theme": "dark" }""")]
    [InlineData("""{ "env": { "AWS_REGION": "us-west-2" } }""", """{ "env": { "AWS_REGION": "us-west-2" } }""")]
    [InlineData("""{ "env": { "AWS_REGION": "eu-west-1", "MY_TOKEN": "hush" } }""", "! 'env.AWS_REGION' was changed meanwhile, so nothing was written. Look at the change again.")]
    [InlineData("""{ "env": { "MY_TOKEN": "hush" } }""", "! 'env.AWS_REGION' was changed meanwhile, so nothing was written. Look at the change again.")]
    [InlineData("", "! 'env.AWS_REGION' was changed meanwhile, so nothing was written. Look at the change again.")]
    [InlineData("{ // mine\n}", "! The file holds a comment, so Claude Code ignores the whole file. JSON has none: delete it.")]
    public void What_was_shown_is_written_or_nothing(string now, string expected)
    {
        var edit = new SettingsEdit(File, [new SettingsChange.Put("env.AWS_REGION", "us-west-2"), new SettingsChange.Remove("env.MY_TOKEN")]);
        Assert.Equal(expected, AcceptedEdit.Of(edit, Settings(Shown)).Apply(Encoding.UTF8.GetBytes(now)) switch
        {
            Edited.Content(var bytes) => Encoding.UTF8.GetString(bytes.Span),
            Edited.Refused(var problem) => $"! {problem.Text}",
            _ => "",
        });
    }

    [Theory]
    [InlineData("""{ "env": { "AWS_REGION": "us-wst-2", "OTHER": "1" }, "theme": "dark" }""")]
    [InlineData("""{ "env": {}, "awsAuthRefresh": "aws sso login" }""")]
    [InlineData("""{}""")]
    [InlineData(null)]
    public void The_settings_as_they_will_be_are_those_that_are_written(string? before)
    {
        var edit = new SettingsEdit(
            File,
            [
                new SettingsChange.Put("env.AWS_REGION", "us-west-2"), new SettingsChange.Put("model", "opus"),
                new SettingsChange.Remove("awsAuthRefresh"), new SettingsChange.Remove("env.OTHER"),
            ]);
        var settings = Settings(before);
        var written = Assert.IsType<Edited.Content>(AcceptedEdit.Of(edit, settings).Apply(Encoding.UTF8.GetBytes(before ?? ""))).Bytes;
        Assert.Equal(Text(Settings(Encoding.UTF8.GetString(written.Span))), Text(edit.After(settings)));
    }

    private static string Text(ClaudeSettings settings) =>
        string.Join('\n', settings.Effective.Select(setting => $"{setting.Key}={setting.Value} {setting.Form} {setting.Source.Scope}"));

    private static ClaudeSettings Settings(string? json) => new()
    {
        UserFile = File,
        Layers = json is null ? [] : [ClaudeSettingsParser.Parse(File, Encoding.UTF8.GetBytes(json))],
    };
}
