using TrayAgent.Core.Assess.Explain;

namespace TrayAgent.Core.Tests.Assess.Explain;

/// <summary>A Bedrock API key that Bedrock refuses has nothing to do with any session.</summary>
public sealed class BearerKeyTests
{
    [Theory]
    [InlineData("403 {\"Message\":\"Bearer Token has expired\"}")]
    [InlineData("403 {\"Message\":\"Authentication failed: Please make sure your API Key is valid.\"}")]
    [InlineData("Please run /login · API Error: 403 {\"Message\":\"Invalid API Key format: Must start with pre-defined prefix\"}")]
    public void The_key_in_use_is_named(string text)
    {
        Assert.Equal("bearer-key-refused", Explaining.Of(Explaining.Bearer, text).Name);
        Assert.StartsWith("Claude Code uses the key of 'env.AWS_BEARER_TOKEN_BEDROCK' in /home/ann/.claude/settings.json:1", Explaining.Why(Explaining.Bearer, text), StringComparison.Ordinal);
        Assert.Equal(
            "Put a new key for 'eu-central-1' in its place (AWS console, Bedrock, 'API keys'), or delete it there to use the profile 'dev', and restart "
            + "Claude Code.",
            Explaining.Do(Explaining.Bearer, text));
    }

    [Fact]
    public void Without_one_it_is_in_another_environment()
    {
        Assert.StartsWith(
            "No file that Claude Code reads, and not this environment, sets 'AWS_BEARER_TOKEN_BEDROCK'",
            Explaining.Why(Explaining.Sso, "Bearer Token has expired"),
            StringComparison.Ordinal);
        Assert.Equal("unset AWS_BEARER_TOKEN_BEDROCK", Explaining.Do(Explaining.Sso, "Bearer Token has expired"));
    }

    [Theory]
    [InlineData("Token expired")]
    [InlineData("ExpiredTokenException")]
    [InlineData("AWS credentials expired or invalid · run /login")]
    public void What_may_be_about_any_token_is_about_the_key_in_use(string text) =>
        Assert.StartsWith("Claude Code uses the key of 'env.AWS_BEARER_TOKEN_BEDROCK'", Explaining.Why(Explaining.Bearer, text), StringComparison.Ordinal);

    [Theory]
    [InlineData("API Error: 403")]
    [InlineData("Access denied")]
    public void Where_it_may_be_a_permission_that_is_said_with_the_policy(string text)
    {
        Assert.EndsWith("Its owner may also lack a permission, or the model is not enabled for the account.", Explaining.Why(Explaining.Bearer, text), StringComparison.Ordinal);
        Assert.EndsWith("ask your administrator for 'bedrock:CallWithBearerToken' and this policy:", Explaining.Do(Explaining.Bearer, text), StringComparison.Ordinal);
        Assert.Equal("{", Explaining.Of(Explaining.Bearer, text).Enclosure[0]);
    }

    /// <summary>The AWS CLI said this, and it does not know that variable's meaning for Claude Code.</summary>
    [Fact]
    public void What_only_a_session_can_cause_is_about_the_session() => Assert.Equal(
        "trayagent login --session corp", Explaining.Do(Explaining.Bearer, "Error when retrieving token from sso: Token has expired and refresh failed"));

    [Fact]
    public void A_Claude_Code_that_does_not_send_it_is_the_cause() => Assert.Equal(
        "claude update",
        Explaining.Do(
            Explaining.Bearer with { ClaudeCode = new Core.Facts.ClaudeCode.Found("/usr/bin/claude", new Version(2, 1, 94)) },
            "403 {\"Message\":\"Authorization header is missing\"}"));

    [Fact]
    public void It_counts_as_known() => Assert.Contains(Explainer.Known, known => known.Name == "bearer-key-refused");
}
