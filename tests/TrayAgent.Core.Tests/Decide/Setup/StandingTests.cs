using System.Text;
using TrayAgent.Core.Decide.Setup;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Tests.Decide.Setup;

/// <summary>A name that exists is used, updated after a question, or refused; never taken silently.</summary>
public sealed class StandingTests
{
    private const string File = """
        [sso-session corp]
        sso_start_url = https://corp.awsapps.com/start
        sso_region = eu-west-1
        sso_registration_scopes = sso:account:access

        [sso-session bare]
        sso_start_url = https://corp.awsapps.com/start
        sso_region = eu-west-1

        [profile dev]
        sso_session = corp
        sso_account_id = 111122223333
        sso_role_name = Developer
        region = eu-west-1

        [profile old]
        sso_start_url = https://corp.awsapps.com/start
        sso_region = eu-west-1
        sso_account_id = 111122223333
        sso_role_name = Developer
        region = eu-west-1

        [profile keys]
        aws_access_key_id = AKIAIOSFODNN7EXAMPLE
        aws_secret_access_key = x

        [profile chain]
        role_arn = arn:aws:iam::111122223333:role/x
        source_profile = dev

        [profile process]
        credential_process = /bin/x

        """;

    private const string Credentials = "[shared]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = x\n[region-only]\nregion = x\n";

    private static readonly AwsConfig Config = AwsConfigParser.Parse(
        "config", Encoding.UTF8.GetBytes(File), "credentials", Encoding.UTF8.GetBytes(Credentials));

    [Theory]
    [InlineData("new", "https://corp.awsapps.com/start", "eu-west-1", "sso:account:access", "Free")]
    [InlineData("corp", "https://corp.awsapps.com/start", "eu-west-1", "sso:account:access", "Same")]
    [InlineData("corp", "https://corp.awsapps.com/start/", "eu-west-1", "sso:account:access",
        "Differs: There is a session 'corp' with other values: 'sso_start_url' is 'https://corp.awsapps.com/start'.")]
    [InlineData("corp", "https://x.awsapps.com/start", "us-east-1", "sso:account:access",
        "Differs: There is a session 'corp' with other values: 'sso_start_url' is 'https://corp.awsapps.com/start', 'sso_region' is 'eu-west-1'.")]
    [InlineData("bare", "https://corp.awsapps.com/start", "eu-west-1", "sso:account:access",
        "Differs: There is a session 'bare' with other values: no 'sso_registration_scopes'.")]
    public void A_session(string name, string url, string region, string scopes, string expected) =>
        Assert.Equal(expected, Text(new SetupSession(name, url, region, scopes).In(Config)));

    [Theory]
    [InlineData("new", "corp", "eu-west-1", "Free")]
    [InlineData("dev", "corp", "eu-west-1", "Same")]
    [InlineData("dev", "bare", "us-east-1", "Differs: There is a profile 'dev' with other values: 'sso_session' is 'corp', 'region' is 'eu-west-1'.")]
    [InlineData("old", "corp", "eu-west-1",
        "Differs: There is a profile 'old' with other values: 'sso_start_url' is 'https://corp.awsapps.com/start', no 'sso_session'.")]
    [InlineData("keys", "corp", "eu-west-1", "Foreign: The profile 'keys' gets its credentials from access keys")]
    [InlineData("shared", "corp", "eu-west-1", "Foreign: The profile 'shared' gets its credentials from access keys")]
    [InlineData("region-only", "corp", "eu-west-1", "Foreign: The profile 'region-only' gets its credentials from 'credentials'")]
    [InlineData("chain", "corp", "eu-west-1", "Foreign: The profile 'chain' gets its credentials from another profile's role")]
    [InlineData("process", "corp", "eu-west-1", "Foreign: The profile 'process' gets its credentials from a 'credential_process'")]
    public void A_profile(string name, string session, string region, string expected)
    {
        const string Why = ", and a second source beside it would be read differently by every tool. Choose another name.";
        var standing = Text(new SetupProfile(name, session, "111122223333", "Developer", region).In(Config));
        Assert.Equal(expected.StartsWith("Foreign", StringComparison.Ordinal) ? expected + Why : expected, standing);
    }

    [Fact]
    public void Only_a_session_that_one_could_sign_in_to_is_offered()
    {
        Assert.Equal(
            new SetupSession("bare", "https://corp.awsapps.com/start", "eu-west-1", ""), SetupSession.Of(Config.Session("bare")!));
        Assert.Null(SetupSession.Of(Config.Session("https://corp.awsapps.com/start")!));
        Assert.Null(SetupSession.Of(Config.Session("bare")! with { Region = "nowhere" }));
        Assert.Null(SetupSession.Of(Config.Session("bare")! with { StartUrl = "http://corp.awsapps.com/start" }));
    }

    private static string Text(Standing standing) => standing switch
    {
        Standing.Free => "Free",
        Standing.Same => "Same",
        Standing.Differs(var text) => $"Differs: {text}",
        Standing.Foreign(var text) => $"Foreign: {text}",
        _ => "",
    };
}
