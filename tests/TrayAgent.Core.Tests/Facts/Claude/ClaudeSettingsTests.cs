using System.Text;
using CsCheck;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Tests.Facts.Claude;

public sealed class ClaudeSettingsTests
{
    [Theory]
    [InlineData("{}", "")]
    [InlineData("""{"env":{"AWS_PROFILE":"a","CLAUDE_CODE_USE_BEDROCK":"1"}}""", "profile a, bedrock True")]
    [InlineData("""{"env":{"CLAUDE_CODE_USE_BEDROCK":"TRUE"}}""", "bedrock True")]
    [InlineData("""{"env":{"CLAUDE_CODE_USE_BEDROCK":"0"}}""", "bedrock False")]
    [InlineData("""{"env":{"CLAUDE_CODE_USE_BEDROCK":1,"AWS_PROFILE":["a"]}}""", "bedrock True")]
    [InlineData("""{"env":{"CLAUDE_CODE_USE_BEDROCK":"yes","AWS_PROFILE":null}}""", "")]
    [InlineData("""{"env":7,"awsAuthRefresh":[]}""", "settings.json:1: 'env' is no JSON object, so Claude Code ignores it. Write '\"env\": { }'.")]
    [InlineData("""{"awsAuthRefresh":"aws sso login --profile X"}""", "command X")]
    [InlineData("""{"awsAuthRefresh":"aws --profile=X sso login"}""", "command X")]
    [InlineData("""{"awsAuthRefresh":"aws sso login --profile 'my X'"}""", "command my X")]
    [InlineData("""{"awsAuthRefresh":"aws sso login --profile=\"X\" && echo ok"}""", "command X")]
    [InlineData("""{"awsAuthRefresh":"aws sso login --profile X;true"}""", "command X")]
    [InlineData("""{"awsAuthRefresh":"AWS_PROFILE=X aws sso login"}""", "command X")]
    [InlineData("""{"awsAuthRefresh":"aws sso login --profile $AWS_PROFILE"}""", "")]
    [InlineData("""{"awsAuthRefresh":"aws sso login --sso-session S"}""", "session S")]
    [InlineData("""{"awsAuthRefresh":"trayagent auth-refresh --profile X","awsCredentialExport":"trayagent credentials --profile X --format claude"}""", "command X")]
    [InlineData("""{"awsCredentialExport":"aws configure export-credentials --profile Y"}""", "command Y")]
    [InlineData("""{"awsAuthRefresh":"aws sso login --profile"}""", "")]
    public void What_concerns_AWS_is_read(string json, string expected) => Check(json, expected);

    [Theory]
    [InlineData("{\n  // mine\n  \"env\": {}\n}", "settings.json:2: The file holds a comment, so Claude Code ignores the whole file. JSON has none: delete it.")]
    [InlineData("{\n  \"env\": {},\n}", "settings.json:3: A comma stands before a closing bracket, so Claude Code ignores the whole file. Delete the comma.")]
    [InlineData("{\n  \"env\": {\n", "settings.json:3: The file is not valid JSON from here on (column 1), so Claude Code ignores the whole file. Correct the line, or the one before it.")]
    [InlineData("", "settings.json:1: The file is empty, so Claude Code ignores the whole file. Write '{}', or delete the file.")]
    [InlineData("[]", "settings.json:1: The settings are no JSON object, so Claude Code ignores them. Put them into '{ }'.")]
    [InlineData("\ufeff{\"env\":{\"AWS_PROFILE\":\"a\"}}", "profile a, settings.json:1: The file starts with a byte order mark, and Claude Code's desktop app refuses it. Save it as 'UTF-8 without BOM'.")]
    public void What_Claude_Code_cannot_read_is_named_with_its_line(string json, string expected) => Check(json, expected);

    [Fact]
    public void No_bytes_make_it_fail() => Gen.Byte.Array[0, 40].Sample(bytes => Parse(bytes).File == "settings.json");

    [Fact]
    public void No_text_makes_it_fail() => Gen.OneOf(
            Gen.Const("{"), Gen.Const("}"), Gen.Const("\"env\":"), Gen.Const("\"AWS_PROFILE\":"), Gen.Const("\"\\ud800\""),
            Gen.Const("["), Gen.Const("]"), Gen.Const(","), Gen.Const("1e999"), Gen.Const("\n"), Gen.Const("//"))
        .Array[0, 30].Sample(parts => Parse(Encoding.UTF8.GetBytes(string.Concat(parts))).File == "settings.json");

    private static ClaudeSettingsLayer Parse(byte[] bytes) => ClaudeSettingsParser.Parse("settings.json", bytes);

    private static void Check(string json, string expected)
    {
        var layer = Parse(Encoding.UTF8.GetBytes(json));
        string?[] parts =
        [
            layer.AwsProfile is { } profile ? $"profile {profile}" : null,
            layer.UsesBedrock is { } uses ? $"bedrock {uses}" : null,
            .. layer.CommandProfiles.Select(name => $"command {name}"),
            .. layer.CommandSessions.Select(name => $"session {name}"),
            layer.Problem?.ToString(),
        ];
        Assert.Equal(expected, string.Join(", ", parts.OfType<string>()));
    }
}
