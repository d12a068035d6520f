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
    [InlineData("""{"awsAuthRefresh":"aws sso login --profile dev$(id)"}""", "command dev$(id)")]
    [InlineData("""{"awsAuthRefresh":"aws sso login --profile dev$(id"}""", "command dev$(id")]
    [InlineData("""{"awsAuthRefresh":"aws sso login --profile dev`id; id` --no-browser"}""", "command dev`id; id`")]
    [InlineData("""{"awsAuthRefresh":"aws sso login --profile X$(trayagent y --profile Y)Z; aws z --profile W"}""", "command X$(trayagent y --profile Y)Z, command Y, command W")]
    [InlineData("""{"awsAuthRefresh":"eval \"$(aws configure export-credentials --profile X)\""}""", "command X")]
    [InlineData("""{"awsAuthRefresh":"aws sso login --profile 'X"}""", "command 'X")]
    public void What_concerns_AWS_is_read(string json, string expected) => Check(json, expected);

    [Theory]
    [InlineData("", "settings.json:1: The file is nested more than 1000 levels deep, which TrayAgent does not read. Claude Code may read it all the same.")]
    [InlineData("// mine", "settings.json:1: The file holds a comment, so Claude Code ignores the whole file. JSON has none: delete it.")]
    public void What_is_nested_too_deep_for_us_is_not_called_bad_JSON(string end, string expected) =>
        Check($"{{\"x\":{new string('[', 1500)}{new string(']', 1500)}}}{end}", expected);

    [Theory]
    [InlineData("{\n  // mine\n  \"env\": {}\n}", "settings.json:2: The file holds a comment, so Claude Code ignores the whole file. JSON has none: delete it.")]
    [InlineData("{\n  \"env\": {},\n}", "settings.json:3: A comma stands before a closing bracket, so Claude Code ignores the whole file. Delete the comma.")]
    [InlineData("{\n  \"env\": {\n", "settings.json:3: The file is not valid JSON from here on (column 1), so Claude Code ignores the whole file. Correct the line, or the one before it.")]
    [InlineData("", "settings.json:1: The file is empty, so Claude Code ignores the whole file. Write '{}', or delete the file.")]
    [InlineData("{\n  \"model\": \"a\",\n  \"model\": \"b\"\n}", "settings.json:3: 'model' is there a second time, and Claude Code takes the last one. Delete the other.")]
    [InlineData("{\"env\":{\"AWS_PROFILE\":\"a\",\n\"AWS_PROFILE\":\"b\"}}", "profile b, settings.json:2: 'AWS_PROFILE' is there a second time, and Claude Code takes the last one. Delete the other.")]
    [InlineData("{\"env\":{\"AWS_PROFILE\":\"a\"},\n\"env\":{}}", "settings.json:2: 'env' is there a second time, and Claude Code takes the last one. Delete the other.")]
    [InlineData("{\"permissions\":{\"a\":1,\"a\":2}}", "")]
    [InlineData("{}{}", "settings.json:1: The file is not valid JSON from here on (column 3), so Claude Code ignores the whole file. Correct the line, or the one before it.")]
    [InlineData("[]", "settings.json:1: The settings are no JSON object, so Claude Code ignores them. Put them into '{ }'.")]
    [InlineData("\ufeff{\"env\":{\"AWS_PROFILE\":\"a\"}}", "profile a, settings.json:1: The file starts with a byte order mark, and Claude Code's desktop app refuses it. Save it as 'UTF-8 without BOM'.")]
    public void What_Claude_Code_cannot_read_is_named_with_its_line(string json, string expected) => Check(json, expected);

    [Fact]
    public void UTF16_is_named()
    {
        byte[] bytes = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("{}")];
        Assert.Equal("The file is UTF-16, so Claude Code cannot read it. Save it as UTF-8.", Parse(bytes).Problem?.Text);
    }

    [Theory]
    [InlineData("""{"env":{"MY_PASSWORD":"hunter2"}}""", "env.MY_PASSWORD=***")]
    [InlineData("""{"env":{"ANYTHING":"hunter2","EMPTY":""}}""", "env.ANYTHING=*** env.EMPTY=")]
    [InlineData("""{"env":{"AWS_BEARER_TOKEN_BEDROCK":"hunter2","AWS_SECRET_ACCESS_KEY":7}}""", "env.AWS_BEARER_TOKEN_BEDROCK=*** env.AWS_SECRET_ACCESS_KEY=***")]
    [InlineData("""{"env":{"ANTHROPIC_CUSTOM_HEADERS":"Authorization: hunter2"}}""", "env.ANTHROPIC_CUSTOM_HEADERS=***")]
    [InlineData("""{"env":{"HTTPS_PROXY":"http://ann:hunter2@proxy:1"}}""", "env.HTTPS_PROXY=http://***@proxy:1")]
    [InlineData("""{"env":{"AWS_PROFILE":"AKIAABCDEFGHIJKLMNOP"}}""", "env.AWS_PROFILE=***")]
    [InlineData("""{"awsCredentialExport":"SECRET=hunter2 get","apiKeyHelper":"echo hunter2"}""", "awsCredentialExport=SECRET=*** get apiKeyHelper=***")]
    [InlineData("""{"primaryApiKey":"hunter2","other":"hunter2","deep":{"a":"hunter2"},"list":["hunter2"]}""", "primaryApiKey=*** other=*** deep=an object with 1 members list=a list of 1")]
    [InlineData("""{"model":"opus","cleanupPeriodDays":30,"includeCoAuthoredBy":false,"modelOverrides":{"claude-opus-5":"arn"}}""", "model=opus cleanupPeriodDays=*** includeCoAuthoredBy=false modelOverrides.claude-opus-5=arn")]
    public void No_secret_becomes_a_fact(string json, string expected)
    {
        var layer = Parse(Encoding.UTF8.GetBytes(json));
        Assert.Equal(expected, string.Join(' ', layer.Settings.Select(setting => $"{setting.Key}={setting.Value}")));
        Assert.DoesNotContain("hunter2", string.Join(' ', layer, string.Join(' ', layer.Settings)), StringComparison.Ordinal);
    }

    [Fact]
    public void Each_key_knows_its_line()
    {
        var layer = Parse(Encoding.UTF8.GetBytes("{\n\"model\":\n\"opus\",\r\n  \"env\": {\n\n    \"AWS_REGION\": \"x\" },\n\"theme\": \"dark\"}"));
        Assert.Equal(
            "model:2 env.AWS_REGION:6 theme:7",
            string.Join(' ', layer.Settings.Select(setting => $"{setting.Key}:{setting.Line}")));
    }

    [Fact]
    public void No_bytes_make_it_fail() => Gen.Byte.Array[0, 40].Sample(bytes => Parse(bytes).File == "settings.json");

    [Fact]
    public void No_text_makes_it_fail() => Gen.OneOf(
            Gen.Const("{"), Gen.Const("}"), Gen.Const("\"env\":"), Gen.Const("\"AWS_PROFILE\":"), Gen.Const("\"\\ud800\""),
            Gen.Const("["), Gen.Const("]"), Gen.Const(","), Gen.Const("1e999"), Gen.Const("\n"), Gen.Const("//"))
        .Array[0, 30].Sample(parts => Parse(Encoding.UTF8.GetBytes(string.Concat(parts))).File == "settings.json");

    [Theory]
    [InlineData("$(")]
    [InlineData("`")]
    [InlineData("$(`")]
    public void However_deep_a_command_is_nested_it_is_split(string opening) =>
        Assert.NotEmpty(SettingsCommand.Of(string.Concat(Enumerable.Repeat(opening, 100_000)) + "aws x").Calls);

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
