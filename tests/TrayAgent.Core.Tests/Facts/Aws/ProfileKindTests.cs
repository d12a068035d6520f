using System.Text;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Tests.Facts.Aws;

public sealed class ProfileKindTests
{
    private const string Session = """

        [sso-session s]
        sso_start_url = https://d-1.awsapps.com/start
        sso_region = us-east-1
        """;

    private const string Sso = "sso_session = s\nsso_account_id = 111122223333\nsso_role_name = r\n";

    private const string Legacy = "sso_start_url = https://d-1.awsapps.com/start\nsso_region = us-east-1\n"
        + "sso_account_id = 111122223333\nsso_role_name = r\n";

    [Theory]
    [InlineData(Sso, "SsoSession s")]
    [InlineData(Legacy, "LegacySso https://d-1.awsapps.com/start")]
    [InlineData("aws_access_key_id = A\naws_secret_access_key = B", "Static")]
    [InlineData("credential_process = x", "CredentialProcess")]
    [InlineData("login_session = arn:aws:iam::1:user/x", "AwsLogin")]
    [InlineData("role_arn = r\ncredential_source = Environment", "RoleChain  via a")]
    [InlineData("role_arn = r\nweb_identity_token_file = f", "RoleChain")]
    public void A_profile_has_the_kind_of_its_credentials(string keys, string expected) => Check(keys, expected);

    [Theory]
    [InlineData("region = eu-west-1", "Incomplete")]
    [InlineData("sso_session = s", "Incomplete s")]
    [InlineData("sso_session = s\nsso_account_id = 1", "Incomplete s")]
    [InlineData("sso_session = empty\nsso_account_id = 1\nsso_role_name = r", "Incomplete empty")]
    [InlineData("sso_start_url = https://x.awsapps.com/start\nsso_account_id = 1\nsso_role_name = r", "Incomplete https://x.awsapps.com/start")]
    [InlineData("sso_account_id = 1\nsso_role_name = r", "Incomplete")]
    [InlineData("role_arn = r", "Incomplete  via a")]
    [InlineData("aws_access_key_id = A", "Incomplete")]
    public void A_profile_that_lacks_something_is_incomplete(string keys, string expected) => Check(keys, expected);

    [Theory]
    [InlineData("sso_session = nope\nsso_account_id = 1\nsso_role_name = r", "Broken")]
    [InlineData("sso_session = S\nsso_account_id = 1\nsso_role_name = r", "Broken")]
    [InlineData("sso_session = nope", "Broken")]
    [InlineData(Sso + "sso_region = eu-west-1", "Broken s")]
    [InlineData(Sso + "sso_start_url = https://d-1.awsapps.com/start/", "Broken s")]
    [InlineData("role_arn = r\nsource_profile = nope", "Broken  via a, nope")]
    [InlineData("role_arn = r\nsource_profile = a", "Broken  via a, a")]
    [InlineData("role_arn = r\nsource_profile = b\ncredential_source = Environment", "Broken  via a")]
    [InlineData("role_arn = r\nsource_profile = b\n[profile b]\nregion = x", "Broken  via a, b")]
    [InlineData("role_arn = r\nsource_profile = b\n[profile b]\nrole_arn = r", "Broken  via a, b")]
    [InlineData("role_arn = r\nsource_profile = b\n[profile b]\nrole_arn = r\nsource_profile = a", "Broken  via a, b, a")]
    [InlineData("role_arn = r\nsource_profile = b\n[profile b]\nsso_session = nope\nsso_role_name = r", "Broken  via a, b")]
    public void A_profile_that_contradicts_itself_or_leads_nowhere_is_broken(string keys, string expected) =>
        Check(keys, expected);

    [Theory]
    [InlineData("role_arn = r\nsource_profile = b\n[profile b]\n" + Sso, "RoleChain s via a, b")]
    [InlineData("role_arn = r\nsource_profile = b\n[profile b]\nrole_arn = r\nsource_profile = c\n[profile c]\n" + Legacy, "RoleChain https://d-1.awsapps.com/start via a, b, c")]
    [InlineData("role_arn = r\nsource_profile = a\naws_access_key_id = A\naws_secret_access_key = B", "RoleChain  via a, a")]
    [InlineData("role_arn = r\nsource_profile = b\n[profile b]\nrole_arn = r\nsource_profile = a\naws_access_key_id = A\naws_secret_access_key = B", "RoleChain  via a, b")]
    public void A_role_is_followed_to_the_session_behind_it(string keys, string expected) => Check(keys, expected);

    [Theory]
    [InlineData(Sso + "credential_process = x", "SsoSession s")]
    [InlineData(Sso + "aws_access_key_id = A\naws_secret_access_key = B", "SsoSession s")]
    [InlineData(Sso + "role_arn = r\nsource_profile = b\n[profile b]\ncredential_process = x", "RoleChain  via a, b")]
    [InlineData(Sso + "source_profile = nope", "SsoSession s")]
    [InlineData(Sso + "sso_region = us-east-1", "SsoSession s")]
    public void Of_mixed_kinds_the_one_counts_that_the_AWS_CLI_uses(string keys, string expected) => Check(keys, expected);

    [Fact]
    public void Account_and_role_may_stand_in_the_session()
    {
        var profile = ConfigText.Parse(
            $"[profile a]\nsso_session = s\nsso_role_name = r\n{Session}\nsso_account_id = 111122223333\n").Profile("a");

        Assert.Equal("SsoSession 111122223333 r", $"{profile?.Kind} {profile?.AccountId} {profile?.RoleName}");
    }

    [Fact]
    public void The_credentials_file_wins_key_by_key()
    {
        var profile = ConfigText.Parse("[profile a]\nregion = one\nsso_role_name = r", "[a]\nregion = two").Profile("a");

        Assert.Equal("two r config:1", $"{profile?.Region} {profile?.RoleName} {profile?.File}:{profile?.Line}");
    }

    [Fact]
    public void A_chain_of_thousands_of_profiles_ends()
    {
        var links = Enumerable.Range(0, 5000).Select(i => $"[profile p{i}]\nrole_arn = r\nsource_profile = p{i + 1}\n");

        var profile = ConfigText.Parse(string.Concat(links)).Profile("p0");

        Assert.Equal("Broken", profile?.Kind.ToString());
    }

    private static void Check(string keys, string expected)
    {
        var text = $"[profile a]\n{keys}\n{Session}\n[sso-session empty]\n";
        var profile = ConfigText.Parse(text).Profile("a")!;
        var via = profile.Chain.IsEmpty ? "" : $"{(profile.Session is null ? " " : "")} via {string.Join(", ", profile.Chain)}";
        Assert.Equal(expected, $"{profile.Kind}{(profile.Session is { } session ? $" {session}" : "")}{via}");

        // The short way says the same.
        Assert.Equal(profile.Session, AwsConfigParser.SessionOf("a", Encoding.UTF8.GetBytes(text), []));
    }
}
