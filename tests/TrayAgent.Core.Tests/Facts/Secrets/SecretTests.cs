using CsCheck;
using TrayAgent.Core.Facts.Secrets;

namespace TrayAgent.Core.Tests.Facts.Secrets;

public sealed class SecretTests
{
    [Theory]
    [InlineData("AWS_BEARER_TOKEN_BEDROCK", true)]
    [InlineData("AWS_SECRET_ACCESS_KEY", true)]
    [InlineData("AWS_ACCESS_KEY_ID", true)]
    [InlineData("aws_session_token", true)]
    [InlineData("ANTHROPIC_API_KEY", true)]
    [InlineData("ANTHROPIC_CUSTOM_HEADERS", true)]
    [InlineData("GITHUB_PAT", true)]
    [InlineData("DB_PASSWORD", true)]
    [InlineData("PGPASSWORD", true)]
    [InlineData("MYTOKEN", true)]
    [InlineData("OPENAI_APIKEY", true)]
    [InlineData("Authorization", true)]
    [InlineData("x-api-key", true)]
    [InlineData("primaryApiKey", true)]
    [InlineData("clientSecret", true)]
    [InlineData("AWSToken", true)]
    [InlineData("AWS_PROFILE", false)]
    [InlineData("AWS_REGION", false)]
    [InlineData("MAX_THINKING_TOKENS", false)]
    [InlineData("CLAUDE_CODE_MAX_OUTPUT_TOKENS", false)]
    [InlineData("CLAUDE_CODE_SKIP_BEDROCK_AUTH", false)]
    [InlineData("awsAuthRefresh", false)]
    [InlineData("awsCredentialExport", false)]
    [InlineData("credential_process", false)]
    [InlineData("sso_session", false)]
    [InlineData("keybindings", false)]
    [InlineData("MONKEY", false)]
    [InlineData("", false)]
    public void A_name_says_whether_its_value_is_a_secret(string name, bool expected) =>
        Assert.Equal(expected, SecretName.IsSecret(name));

    [Theory]
    [InlineData("aws sso login --profile dev", "aws sso login --profile dev")]
    [InlineData("AWS_PROFILE=dev aws sso login", "AWS_PROFILE=dev aws sso login")]
    [InlineData("trayagent credentials --profile dev --format claude", "trayagent credentials --profile dev --format claude")]
    [InlineData("API_TOKEN=hunter2 get-key --profile dev", "API_TOKEN=*** get-key --profile dev")]
    [InlineData("API_TOKEN='hunter 2' get-key", "API_TOKEN=*** get-key")]
    [InlineData("get-key --password hunter2 --profile dev", "get-key --password *** --profile dev")]
    [InlineData("get-key --api-key=\"hunter 2\" x", "get-key --api-key=*** x")]
    [InlineData("curl -H 'Authorization: Bearer hunter2' https://x", "curl -H 'Authorization: *** ***' https://x")]
    [InlineData("curl -H \"x-api-key: hunter2\"", "curl -H \"x-api-key: ***\"")]
    [InlineData("https://ann:hunter2@proxy.corp:8080/", "https://***@proxy.corp:8080/")]
    [InlineData("https://proxy.corp:8080/a?token=hunter2&b=1", "https://proxy.corp:8080/a?token=***&b=1")]
    [InlineData("echo sk-ant-api03-abcdefghijklmnop", "echo ***")]
    [InlineData("AKIAABCDEFGHIJKLMNOP", "***")]
    [InlineData("C:/Users/ann/trayagent.exe auth-refresh", "C:/Users/ann/trayagent.exe auth-refresh")]
    [InlineData("arn:aws:bedrock:eu-west-1:111122223333:inference-profile/eu.anthropic.claude-opus-5", "arn:aws:bedrock:eu-west-1:111122223333:inference-profile/eu.anthropic.claude-opus-5")]
    public void Secrets_in_a_text_are_masked_and_nothing_else(string text, string expected) =>
        Assert.Equal(expected, SecretText.Masked(text));

    [Fact]
    public void A_token_of_a_known_form_never_survives() => Gen.OneOf(
            Gen.Const("API_TOKEN="), Gen.Const("--password "), Gen.Const("'"), Gen.Const("\""), Gen.Const("https://"), Gen.Const("@"),
            Gen.Const("Bearer "), Gen.Const("x y"), Gen.Const(": "), Gen.Const("\\"), Gen.Const(" AKIAABCDEFGHIJKLMNOP "))
        .Array[0, 12].Sample(parts => !SecretText.Masked(string.Concat(parts)).Contains("AKIAABC", StringComparison.Ordinal));

    [Theory]
    [InlineData("a")]
    [InlineData("a-")]
    [InlineData("--a ")]
    [InlineData("://")]
    [InlineData("a:")]
    [InlineData("Bearer ")]
    [InlineData("token='")]
    public void A_long_text_takes_no_long_time(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 100_000));
        var start = System.Diagnostics.Stopwatch.GetTimestamp();

        SecretText.Masked(text);

        Assert.InRange(System.Diagnostics.Stopwatch.GetElapsedTime(start), TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }
}
