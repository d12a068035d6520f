using static TrayAgent.Core.Tests.Assess.Claude.ClaudeMachine;

namespace TrayAgent.Core.Tests.Assess.Claude;

/// <summary>Findings that depend on the installed version, and those about the network.</summary>
public sealed class VersionFindingTests
{
    private const string All = $"{Bedrock},{Dev},{Region}";

    private const string Proxy = ",\"HTTPS_PROXY\":\"http://proxy:8080\"";

    [Theory]
    [InlineData("1.0.52", "trayagent credentials --profile dev --format claude", "error", "does not know 'awsCredentialExport'; that came with 1.0.53")]
    [InlineData("2.1.140", "trayagent credentials --profile dev --format claude", "warning", "skips 'awsCredentialExport' where it finds other credentials; since 2.1.141 it does not")]
    [InlineData("2.1.180", "aws configure export-credentials --profile dev", "error", "does not understand the output of this 'awsCredentialExport'; since 2.1.181 it does")]
    [InlineData("2.1.180", "trayagent credentials --profile dev", "error", "does not understand the output of this 'awsCredentialExport'; since 2.1.181 it does")]
    public void A_version_too_old_for_an_export(string version, string command, string severity, string fault) => FindingChecks.Check(
        With($"{Bedrock},{Region}", $"{Refresh},\"awsCredentialExport\":\"{command}\"").WithVersion(version),
        $"{severity} claude.export.too-old",
        $"Claude Code {version} {fault}.");

    [Theory]
    [InlineData("2.1.141", "trayagent credentials --profile dev --format claude")]
    [InlineData("2.1.180", "our-own-export")]
    [InlineData("2.1.181", "aws configure export-credentials --profile dev")]
    [InlineData(null, "aws configure export-credentials --profile dev")]
    public void A_version_new_enough_for_an_export(string? version, string command)
    {
        var snapshot = With($"{Bedrock},{Region}", $"{Refresh},\"awsCredentialExport\":\"{command}\"");
        FindingChecks.CheckNot(version is null ? snapshot : snapshot.WithVersion(version), "claude.export.too-old");
    }

    [Theory]
    [InlineData("2.1.94", "\"AWS_BEARER_TOKEN_BEDROCK\":\"t\"", "fails with a Bedrock API key or a gateway; 2.1.96 does not")]
    [InlineData("2.1.95", "\"CLAUDE_CODE_SKIP_BEDROCK_AUTH\":\"1\",\"ANTHROPIC_BEDROCK_BASE_URL\":\"https://g\"", "fails with a Bedrock API key or a gateway; 2.1.96 does not")]
    [InlineData("2.1.207", Dev, "asks for SSO credentials in the region of Bedrock instead of 'eu-west-1'; 2.1.208 does not")]
    [InlineData("2.1.304", "\"CLAUDE_CODE_SKIP_BEDROCK_AUTH\":\"1\",\"ANTHROPIC_BEDROCK_BASE_URL\":\"https://g\"", "sends what some gateways refuse; 2.1.305 does not")]
    public void A_version_with_a_fault_that_hits_this_machine(string version, string env, string fault) => FindingChecks.Check(
        With($"{Bedrock},{Region},{env}").WithVersion(version),
        "warning claude.version.known-bad",
        $"Claude Code {version} {fault}.");

    [Theory]
    [InlineData("2.1.94", Dev)]
    [InlineData("2.1.96", "\"AWS_BEARER_TOKEN_BEDROCK\":\"t\"")]
    [InlineData("2.1.207", "\"AWS_PROFILE\":\"dev\",\"AWS_REGION\":\"eu-west-1\"")]
    [InlineData("2.1.208", Dev)]
    [InlineData("2.1.304", Dev)]
    public void A_fault_that_does_not_hit_this_machine(string version, string env) =>
        FindingChecks.CheckNot(With($"{Bedrock},{env}").WithVersion(version), "claude.version.known-bad");

    [Theory]
    [InlineData("2.1.177", "", true)]
    [InlineData("2.1.178", "", false)]
    public void A_version_that_does_not_notice_a_sign_in(string version, string env, bool found) => FindingChecks.CheckIf(
        found,
        With(All + env).WithVersion(version),
        "warning claude.version.too-old",
        $"Claude Code {version} does not notice a sign-in while it runs and must be started anew; since 2.1.178 it does.");

    [Theory]
    [InlineData("2.1.238", Proxy, true)]
    [InlineData("2.1.239", Proxy, false)]
    [InlineData("2.1.238", "", false)]
    public void A_version_that_asks_past_the_proxy(string version, string env, bool found) => FindingChecks.CheckIf(
        found,
        With(All + env).WithVersion(version),
        "warning claude.version.too-old",
        $"Claude Code {version} asks AWS past the proxy whether you are signed in, and opens the browser again and again; "
        + "since 2.1.239 it does not.");

    [Fact]
    public void Without_SSO_no_version_is_too_old() => FindingChecks.CheckNot(
        With($"{Bedrock},{Region},\"AWS_BEARER_TOKEN_BEDROCK\":\"t\"").WithVersion("1.0.0"), "claude.version.too-old");

    [Fact]
    public void The_remedy_is_an_update() => Assert.Equal(
        ["claude", "update"], Find(With(All).WithVersion("2.1.177"), "claude.version.too-old")!.Remedy!.Argv);

    [Fact]
    public void Certificates_that_are_not_verified()
    {
        const string Message =
            "'NODE_TLS_REJECT_UNAUTHORIZED' is '0', so Claude Code trusts whoever answers, and hands them your credentials.";
        Check(
            With($"{All},\"NODE_TLS_REJECT_UNAUTHORIZED\":\"0\""),
            "warning claude.network.tls",
            Message,
            "-env.NODE_TLS_REJECT_UNAUTHORIZED");
        Check(With(All).WithShell(("NODE_TLS_REJECT_UNAUTHORIZED", "0")), "warning claude.network.tls", Message);
        FindingChecks.CheckNot(With($"{All},\"NODE_TLS_REJECT_UNAUTHORIZED\":\"1\""), "claude.network.tls");
    }

    [Fact]
    public void Certificates_for_the_CLI_alone()
    {
        Check(
            With(All).WithShell(("AWS_CA_BUNDLE", "/etc/corp.pem")),
            "info claude.network.tls",
            "The AWS CLI trusts the certificates in '/etc/corp.pem' ('AWS_CA_BUNDLE'), Claude Code does not.",
            "env.NODE_EXTRA_CA_CERTS=/etc/corp.pem");
        FindingChecks.CheckNot(
            With($"{All},\"NODE_EXTRA_CA_CERTS\":\"/etc/corp.pem\"").WithShell(("AWS_CA_BUNDLE", "/etc/corp.pem")), "claude.network.tls");
        FindingChecks.CheckNot(
            With($"{All},\"CLAUDE_CODE_CERT_STORE\":\"system\"").WithShell(("AWS_CA_BUNDLE", "/etc/corp.pem")), "claude.network.tls");
    }

    [Fact]
    public void Two_proxies()
    {
        Check(
            With(All).WithShell(("HTTPS_PROXY", "http://one"), ("https_proxy", "http://ann:secret@two")),
            "info claude.network.tls",
            "'env.HTTPS_PROXY' is 'http://one' and 'env.https_proxy' is 'http://***@two', and tools disagree on which of them to use.");
        FindingChecks.CheckNot(With(All).WithShell(("HTTPS_PROXY", "http://one"), ("https_proxy", "http://one")), "claude.network.tls");
    }
}
