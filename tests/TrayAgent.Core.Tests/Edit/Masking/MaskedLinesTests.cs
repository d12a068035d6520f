using CsCheck;
using TrayAgent.Core.Edit.Masking;

namespace TrayAgent.Core.Tests.Edit.Masking;

public sealed class MaskedLinesTests
{
    private const string Canary = "Zq7canaryXw93";

    [Theory]
    [InlineData("{\"env\": {\"AWS_BEARER_TOKEN_BEDROCK\": \"§\", \"AWS_PROFILE\": \"work\"}}", "{\"env\": {\"AWS_BEARER_TOKEN_BEDROCK\": \"***\", \"AWS_PROFILE\": \"work\"}}")]
    [InlineData("{\"env\": {\"ANTHROPIC_API_KEY\": \"§\", \"ANTHROPIC_AUTH_TOKEN\" : \"§\"}}", "{\"env\": {\"ANTHROPIC_API_KEY\": \"***\", \"ANTHROPIC_AUTH_TOKEN\" : \"***\"}}")]
    [InlineData("{\"env\": {\"ANTHROPIC_CUSTOM_HEADERS\": \"X-Foo: §\\nX-Bar: §\"}}", "{\"env\": {\"ANTHROPIC_CUSTOM_HEADERS\": \"***\"}}")]
    [InlineData("{\"env\": {\"DB_CREDENTIAL\": \"§\", \"PGPASSWORD\": \"§\", \"PIN\": 1234}}", "{\"env\": {\"DB_CREDENTIAL\": \"***\", \"PGPASSWORD\": \"***\", \"PIN\": \"***\"}}")]
    [InlineData("{\"env\": {\"HTTPS_PROXY\": \"http://me:§@proxy:3128\"}}", "{\"env\": {\"HTTPS_PROXY\": \"http://***@proxy:3128\"}}")]
    [InlineData("{\"env\": {\"HTTPS_PROXY\": \"http://me:p@ss§@proxy:3128\"}}", "{\"env\": {\"HTTPS_PROXY\": \"http://***@proxy:3128\"}}")]
    [InlineData("{\"url\": \"https://x.example/?api_key=§&a=b\"}", "{\"url\": \"https://x.example/?api_key=***&a=b\"}")]
    [InlineData("{\"env\": {\"NOTION_AUTH\": \"§\", \"DATABASE_URL\": \"pg://a/§\", \"K\": \"§\", \"AWS_REGION\": \"x\", \"DEEP\": {\"a\": [\"§\"]}}}", "{\"env\": {\"NOTION_AUTH\": \"***\", \"DATABASE_URL\": \"***\", \"K\": \"***\", \"AWS_REGION\": \"x\", \"DEEP\": {\"a\": [\"***\"]}}}")]
    [InlineData("{\"mcpServers\": {\"x\": {\"env\": {\"SENTRY_DSN\": \"§\"}, \"command\": \"run\"}, \"y\": {\"env\": [\"K=§\"], \"args\": [\"z\"]}}}", "{\"mcpServers\": {\"x\": {\"env\": {\"SENTRY_DSN\": \"***\"}, \"command\": \"run\"}, \"y\": {\"env\": [\"***\"], \"args\": [\"z\"]}}}")]
    [InlineData("{\"headers\": {\"X-Foo\": \"§\"}, \"env\": \"K=§\", \"model\": \"opus\"}", "{\"headers\": {\"X-Foo\": \"***\"}, \"env\": \"***\", \"model\": \"opus\"}")]
    [InlineData("{\"apiKeyHelper\": \"echo §\"}", "{\"apiKeyHelper\": \"***\"}")]
    [InlineData("{\"awsCredentialExport\": \"TOKEN=§ trayagent credentials\"}", "{\"awsCredentialExport\": \"TOKEN=*** trayagent credentials\"}")]
    [InlineData("{\"awsAuthRefresh\": \"aws sso login --profile work\"}", "{\"awsAuthRefresh\": \"aws sso login --profile work\"}")]
    [InlineData("{\"mcpServers\": {\"x\": {\"env\": {\"GITHUB_TOKEN\": \"§\"}, \"headers\": {\"X-Foo\": \"§\", \"n\": [\"§\", 1, true]}}}}", "{\"mcpServers\": {\"x\": {\"env\": {\"GITHUB_TOKEN\": \"***\"}, \"headers\": {\"X-Foo\": \"***\", \"n\": [\"***\", \"***\", true]}}}}")]
    [InlineData("{\"args\": [\"--api-key\", \"§\", \"run\", \"--token=§\", \"-H\", \"X-Foo: §\"]}", "{\"args\": [\"--api-key\", \"***\", \"run\", \"--token=***\", \"-H\", \"***\"]}")]
    [InlineData("{\"hooks\": {\"Stop\": [{\"command\": \"SECRET=§ run && curl -u me:§ -H 'X-Foo: §' https://x\"}]}}", "{\"hooks\": {\"Stop\": [{\"command\": \"SECRET=*** run && curl -u *** -H 'X-Foo:***' https://x\"}]}}")]
    [InlineData("{\"\\u0061pi_key\": \"§\"}", "{\"\\u0061pi_key\": \"***\"}")]
    [InlineData("\ufeff{\n  \"env\":\n  {\n    \"A_TOKEN\":\n      \"§\"}\r\n}\r\n", "\ufeff{\n  \"env\":\n  {\n    \"A_TOKEN\":\n      \"***\"}\r\n}\r\n")]
    [InlineData("{\n  \"env\": {\n    \"A\": \"§\",\n    \"B\"", "{\n  \"env\": ***\n    \"A\": ***\n***")]
    [InlineData("{\n  // \"A_TOKEN\": \"§\"\n}", "{\n***\n}")]
    [InlineData("{\"\\ud800\": \"§\"}", "***")]
    [InlineData("{\"https://me:§@x.example\": 1, \"dbCredential\": \"§\"}", "{\"https://***@x.example\": 1, \"dbCredential\": \"***\"}")]
    [InlineData("{\"args\": [\"--user\", \"me:§\", \"-u\", \"me:§\", \"--header\", \"X: §\"]}", "{\"args\": [\"--user\", \"***\", \"-u\", \"***\", \"--header\", \"***\"]}")]
    [InlineData("{\"passwords\": {\"mine\": {\"old\": [\"§\"]}, \"n\": 7}}", "{\"passwords\": {\"mine\": {\"old\": [\"***\"]}, \"n\": \"***\"}}")]
    public void Secrets_in_settings_are_masked(string text, string expected) => Check("settings.json", text, expected);

    [Theory]
    [InlineData("[profile a]\naws_access_key_id = §\naws_secret_access_key = §\naws_session_token=§\nregion = eu-west-1\n", "[profile a]\naws_access_key_id = ***\naws_secret_access_key = ***\naws_session_token=***\nregion = eu-west-1\n")]
    [InlineData("[profile a]\ncredential_process = helper --password § --user-name me\n", "[profile a]\ncredential_process = helper --password *** --user-name me\n")]
    [InlineData("[profile a]\naws_secret_access_key =\n  §\n  §\nregion = x\n", "[profile a]\naws_secret_access_key =\n  ***\n  ***\nregion = x\n")]
    [InlineData("[profile a]\n# aws_secret_access_key = §\n#aws_session_token=§\n# mine\n", "[profile a]\n# aws_secret_access_key = ***\n#aws_session_token=***\n# mine\n")]
    [InlineData("[profile a]\nregion = x\n§\n  §\n", "[profile a]\nregion = x\n***\n  ***\n")]
    [InlineData("[profile a]\naws_session_token = §\n# note\n  §\n", "[profile a]\naws_session_token = ***\n# note\n  ***\n")]
    [InlineData("[profile a]\nsso_start_url = https://me:§@x.awsapps.com/start\n", "[profile a]\nsso_start_url = https://***@x.awsapps.com/start\n")]
    [InlineData("[profile a]\nsso_client_secret : §\r\n", "[profile a]\nsso_client_secret : ***\r\n")]
    [InlineData("[profile a]\naws_session_token =\n  abc=§==\n  region = §\nregion = x\n", "[profile a]\naws_session_token =\n  ***\n  ***\nregion = x\n")]
    [InlineData("[profile https://me:§@x]\n# https://me:§@x\n", "[profile https://***@x]\n# https://***@x\n")]
    [InlineData("[profile a]\ncredential_source = Environment\ndb_credential = §\n", "[profile a]\ncredential_source = Environment\ndb_credential = ***\n")]
    public void Secrets_in_a_config_are_masked(string text, string expected) => Check("config", text, expected);

    [Fact]
    public void Settings_are_known_by_their_content_too() =>
        Check("settings.bak", "\ufeff\n {\"env\": {\"K\": \"§\"}}", "\ufeff\n {\"env\": {\"K\": \"***\"}}");

    [Fact]
    public void Any_text_keeps_its_lines() => Gen.Select(
            Pick.From("a.json", "config"),
            Pick.From("{", "}", "\"env\":", "\"A_TOKEN\"", ":", ",", "\n", "\r\n", "\"\\ud800\"", "1", "[", "]", "key = v", "  more", "#", "\ufeff", "é", "-H ").Array[0, 20])
        .Sample((file, parts) =>
        {
            var text = string.Concat(parts);
            Assert.Equal(text.Count(c => c == '\n') + 1, MaskedLines.Of(file, text).Length);
        }, iter: 5_000);

    /// <param name="text">With <c>§</c> for the secret.</param>
    private static void Check(string file, string text, string expected)
    {
        var masked = string.Join('\n', MaskedLines.Of(file, text.Replace("§", Canary, StringComparison.Ordinal)));
        Assert.DoesNotContain(Canary, masked, StringComparison.Ordinal);
        Assert.Equal(expected, masked);
    }
}
