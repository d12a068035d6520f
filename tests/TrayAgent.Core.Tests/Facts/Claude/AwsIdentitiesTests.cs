using System.Text;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Tests.Facts.Claude;

/// <summary>Provider, identity and region, as one line: "provider identity region".</summary>
public sealed class AwsIdentitiesTests
{
    private const string Config = """
        [sso-session corp]
        sso_start_url = https://corp.awsapps.com/start
        sso_region = eu-west-1
        [profile dev]
        sso_session = corp
        sso_account_id = 111122223333
        sso_role_name = Developer
        region = eu-central-1
        """;

    private const string WithDefault = Config + "\n[default]\naws_access_key_id = A\naws_secret_access_key = B\nregion = us-west-2\n";

    private const string Keys = "AWS_ACCESS_KEY_ID=a AWS_SECRET_ACCESS_KEY=b";

    [Theory]
    [InlineData("", "", "Login NotAws us-east-1 (default)")]
    [InlineData("ANTHROPIC_API_KEY=k", "", "ApiKey NotAws us-east-1 (default)")]
    [InlineData("CLAUDE_CODE_USE_VERTEX=1", "", "Vertex NotAws us-east-1 (default)")]
    [InlineData("CLAUDE_CODE_USE_FOUNDRY=true", "", "Foundry NotAws us-east-1 (default)")]
    [InlineData("CLAUDE_CODE_USE_ANTHROPIC_AWS=1", "", "AnthropicAws NotAws us-east-1 (default)")]
    [InlineData("CLAUDE_CODE_USE_BEDROCK=1 CLAUDE_CODE_USE_ANTHROPIC_AWS=1", "", "Bedrock InstanceRole us-east-1 (default)")]
    [InlineData("CLAUDE_CODE_USE_BEDROCK=1 CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST=1", "", "Host NotAws us-east-1 (default)")]
    [InlineData("CLAUDE_CODE_USE_BEDROCK=1 CLAUDE_CODE_SKIP_BEDROCK_AUTH=1", "", "Gateway Gateway us-east-1 (default)")]
    [InlineData("CLAUDE_CODE_USE_BEDROCK=1 AWS_PROFILE=dev", "", "Bedrock Profile dev on corp eu-central-1 (profile dev)")]
    [InlineData("CLAUDE_CODE_USE_BEDROCK=1 AWS_PROFILE=dev AWS_REGION=eu-west-3", "", "Bedrock Profile dev on corp eu-west-3 (env.AWS_REGION)")]
    [InlineData("CLAUDE_CODE_USE_BEDROCK=1 AWS_PROFILE=dev AWS_REGION=a/b AWS_DEFAULT_REGION=eu-west-3", "", "Bedrock Profile dev on corp eu-west-3 (env.AWS_DEFAULT_REGION)")]
    [InlineData("CLAUDE_CODE_USE_BEDROCK=1 AWS_PROFILE=gone", "", "Bedrock Profile gone us-east-1 (default)")]
    [InlineData("CLAUDE_CODE_USE_BEDROCK=1 AWS_PROFILE=dev", Keys, "Bedrock Profile dev on corp eu-central-1 (profile dev)")]
    [InlineData("CLAUDE_CODE_USE_BEDROCK=1 AWS_PROFILE=", Keys + " AWS_PROFILE=dev", "Bedrock EnvironmentKeys us-east-1 (default)")]
    [InlineData("CLAUDE_CODE_USE_BEDROCK=1", "AWS_PROFILE=dev", "Bedrock Profile dev on corp eu-central-1 (profile dev)")]
    [InlineData("CLAUDE_CODE_USE_BEDROCK=1 AWS_PROFILE=dev AWS_BEARER_TOKEN_BEDROCK=t", "", "Bedrock BearerToken eu-central-1 (profile dev)")]
    [InlineData("CLAUDE_CODE_USE_BEDROCK=1 AWS_BEARER_TOKEN_BEDROCK=", "AWS_BEARER_TOKEN_BEDROCK=t AWS_PROFILE=dev", "Bedrock Profile dev on corp eu-central-1 (profile dev)")]
    [InlineData("CLAUDE_CODE_USE_BEDROCK=1", "AWS_WEB_IDENTITY_TOKEN_FILE=f", "Bedrock WebIdentity us-east-1 (default)")]
    [InlineData("CLAUDE_CODE_USE_BEDROCK=1", "AWS_CONTAINER_CREDENTIALS_FULL_URI=u", "Bedrock Container us-east-1 (default)")]
    [InlineData("CLAUDE_CODE_USE_BEDROCK=1 AWS_EC2_METADATA_DISABLED=true", "", "Bedrock None us-east-1 (default)")]
    public void Of_Claude(string env, string shell, string expected) => Assert.Equal(expected, OfClaude(env, shell, Config));

    [Fact]
    public void Without_a_name_the_default_profile_comes_after_keys_and_before_the_machine()
    {
        const string Bedrock = "CLAUDE_CODE_USE_BEDROCK=1";
        Assert.Equal("Bedrock Profile default us-west-2 (profile default)", OfClaude(Bedrock, "", WithDefault));
        Assert.Equal("Bedrock EnvironmentKeys us-west-2 (profile default)", OfClaude(Bedrock, Keys, WithDefault));
        Assert.Equal("Bedrock InstanceRole us-west-1 (profile default)", OfClaude(Bedrock, "", "[default]\nregion = us-west-1\n"));
    }

    [Fact]
    public void An_export_command_goes_before_profile_and_keys_and_names_its_own_profile()
    {
        var claude = Claude("CLAUDE_CODE_USE_BEDROCK=1 AWS_PROFILE=other", Keys, ",\"awsCredentialExport\":\"trayagent credentials --profile dev\"");
        var identity = AwsIdentities.OfClaude(claude, Parse(Config));
        Assert.Equal("ExportCommand dev on corp", Text(identity));
        Assert.Equal("'awsCredentialExport' in /home/ann/.claude/settings.json:1", identity.Because);
        Assert.Equal("Profile other", Text(AwsIdentities.OfDefaultChain(claude, Parse(Config))));
    }

    [Theory]
    [InlineData("AWS_PROFILE=dev", "Profile dev on corp")]
    [InlineData("AWS_PROFILE=dev " + Keys, "EnvironmentKeys")]
    [InlineData("AWS_PROFILE=dev AWS_ACCESS_KEY_ID=a", "Profile dev on corp")]
    [InlineData("", "Profile default")]
    public void Of_a_terminal_whatever_Claudes_settings_say(string shell, string expected)
    {
        var environment = AwsEnvironment.Empty with { Profile = shell.StartsWith("AWS_PROFILE", StringComparison.Ordinal) ? "dev" : null };
        var claude = Claude("CLAUDE_CODE_USE_BEDROCK=1 AWS_PROFILE=other AWS_BEARER_TOKEN_BEDROCK=t", shell);
        Assert.Equal(expected, Text(AwsIdentities.OfTerminal(claude, environment, Parse(WithDefault))));
    }

    private static string OfClaude(string env, string shell, string config)
    {
        var claude = Claude(env, shell);
        var region = ClaudeRegion.Of(claude, Parse(config));
        return $"{ClaudeProviders.Of(claude)} {Text(AwsIdentities.OfClaude(claude, Parse(config)))} {region.Name} ({region.Source})";
    }

    private static string Text(AwsIdentity identity) => identity.Kind
        + (identity.Profile is { } profile ? $" {profile}" : "") + (identity.Session is { } session ? $" on {session}" : "");

    private static AwsConfig Parse(string config) => AwsConfigParser.Parse("c", Encoding.UTF8.GetBytes(config), "k", []);

    private static ClaudeSettings Claude(string env, string shell, string more = "") => new()
    {
        UserFile = "",
        Layers = [Given.Settings($"{{\"env\":{{{string.Join(',', Pairs(env).Select(pair => $"\"{pair.Key}\":\"{pair.Value}\""))}}}{more}}}")],
        Shell = ShellVariables.Of(Pairs(shell)),
    };

    private static IEnumerable<KeyValuePair<string, string>> Pairs(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=', 2))
            .Select(pair => KeyValuePair.Create(pair[0], pair[1]));
}
