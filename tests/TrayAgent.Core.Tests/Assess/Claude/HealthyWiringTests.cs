using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts.Claude;
using static TrayAgent.Core.Tests.Assess.Claude.ClaudeMachine;

namespace TrayAgent.Core.Tests.Assess.Claude;

/// <summary>What most machines have is no finding, and on a machine that does not use Bedrock nothing is said about Claude Code.</summary>
public sealed class HealthyWiringTests
{
    private const string All = $"{Bedrock},{Dev},{Region}";

    [Theory]
    [InlineData("\"awsAuthRefresh\":\"aws sso login --profile dev\"")]
    [InlineData("\"awsAuthRefresh\":\"aws sso login --sso-session corp\"")]
    [InlineData("\"awsAuthRefresh\":\"aws sso login\"")]
    [InlineData(Refresh)]
    [InlineData("\"awsAuthRefresh\":\"our-own-login\"")]
    [InlineData(Refresh + ",\"awsCredentialExport\":\"trayagent credentials --profile dev --format claude\"")]
    public void A_wired_machine_is_healthy(string keys)
    {
        Assert.Equal("", Codes(With(All, keys)));
        Assert.Equal("", Codes(With(All, keys).WithVersion("2.1.330")));
        Assert.Equal("", Codes(With(All, keys).WithShell(("AWS_PROFILE", "dev"), ("ANTHROPIC_API_KEY", "k"))));
    }

    [Fact]
    public void The_isolated_mode_is_healthy() => Assert.Equal(
        "",
        Codes(With($"{Bedrock},{Region}", Refresh + ",\"awsCredentialExport\":\"trayagent credentials --profile dev --format claude\"")));

    [Fact]
    public void A_region_of_the_profile_is_enough() => Assert.Equal("", Codes(With($"{Bedrock},{Dev}")));

    [Fact]
    public void A_machine_that_only_lets_the_agent_watch_is_healthy() => Assert.Equal(
        OverallHealth.Healthy,
        Assessor.Assess(With($"{All},\"ANTHROPIC_MODEL\":\"eu.anthropic.claude-opus-4-8\"", ""), Policy.Default).Overall);

    [Theory]
    [InlineData("", "")]
    [InlineData("\"AWS_PROFILE\":\"dev\",\"AWS_REGION\":\"eu-central-1\"", "")]
    [InlineData("\"ANTHROPIC_API_KEY\":\"k\"", "\"model\":\"opus\"")]
    [InlineData("\"CLAUDE_CODE_USE_VERTEX\":\"1\"", "\"awsAuthRefresh\":\"aws sso login\"")]
    [InlineData("\"CLAUDE_CODE_USE_BEDROCK\":\"0\"", "\"awsAuthRefresh\":\"aws sso login\"")]
    [InlineData("\"CLAUDE_CODE_USE_BEDROCK\":\"\"", "\"awsAuthRefresh\":\"aws sso login\"")]
    [InlineData("\"CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST\":\"1\",\"CLAUDE_CODE_USE_BEDROCK\":\"1\",\"CLAUDE_CODE_USE_VERTEX\":\"1\"", "")]
    public void Who_does_not_use_Bedrock_hears_nothing(string env, string keys) =>
        Assert.Equal("", Codes(With(env, keys).WithVersion("1.0.0").WithShell(("NODE_TLS_REJECT_UNAUTHORIZED", "0"))));

    [Fact]
    public void No_Claude_Code_no_finding() => Assert.Equal("", Codes(Bare.WithVersion("1.0.0")));

    [Fact]
    public void A_gateway_needs_neither_profile_nor_region() => Assert.Equal(
        "",
        Codes(With($"{Bedrock},\"CLAUDE_CODE_SKIP_BEDROCK_AUTH\":\"1\",\"ANTHROPIC_BEDROCK_BASE_URL\":\"https://gateway.corp\"", "")));

    [Fact]
    public void An_API_key_for_Bedrock_alone_is_a_choice() =>
        Assert.Equal("", Codes(With($"{Bedrock},{Region},\"AWS_BEARER_TOKEN_BEDROCK\":\"t\"", "")));

    [Fact]
    public void Settings_of_an_administrator_alone_are_healthy() => Assert.Equal(
        "",
        Codes(Bare.WithMore(SettingsScope.ManagedFile, $"{{\"env\":{{{All}}},{Refresh}}}", "/etc/claude-code/managed-settings.json")));
}
