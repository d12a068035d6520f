namespace TrayAgent.Core.Tests.Facts.Aws;

public sealed class ConfigSessionTests
{
    [Fact]
    public void Each_sso_session_is_a_session_with_the_profiles_that_draw_on_it() => Check(
        """
        [profile b]
        sso_session = work
        sso_account_id = 1
        sso_role_name = r

        [profile a]
        role_arn = x
        source_profile = b

        [sso-session work]
        sso_start_url = https://d-1.awsapps.com/start#/
        sso_region = us-east-1
        sso_registration_scopes = sso:account:access, codewhisperer:completions,

        [sso-session unused]
        """,
        """
        SsoSession unused - - [] [] line 15
        SsoSession work https://d-1.awsapps.com/start#/ us-east-1 [sso:account:access codewhisperer:completions] [a b] line 10
        """);

    [Fact]
    public void Each_start_url_of_legacy_profiles_is_one_session_to_the_letter() => Check(
        """
        [profile a]
        sso_start_url = https://d-1.awsapps.com/start
        sso_region = us-east-1
        sso_account_id = 1
        sso_role_name = r
        [profile b]
        sso_start_url = https://d-1.awsapps.com/start
        sso_region = us-east-1
        sso_account_id = 2
        sso_role_name = r
        [profile c]
        sso_start_url = https://d-1.awsapps.com/start/
        sso_region = us-east-1
        """,
        """
        Legacy https://d-1.awsapps.com/start https://d-1.awsapps.com/start us-east-1 [] [a b] line 1
        Legacy https://d-1.awsapps.com/start/ https://d-1.awsapps.com/start/ us-east-1 [] [c] line 11
        """);

    [Fact]
    public void A_start_url_beside_a_session_name_makes_no_legacy_session() => Check(
        "[profile a]\nsso_session = s\nsso_start_url = https://d-1.awsapps.com/start\n[sso-session s]\n",
        "SsoSession s - - [] [a] line 4");

    [Fact]
    public void Redirected_endpoints_are_found_wherever_they_stand()
    {
        var config = ConfigText.Parse(
            """
            [profile a]
            endpoint_url = http://one
            services = x
            s3 =
              endpoint_url = http://two
            [services x]
            sso_oidc =
              endpoint_url = http://three
            s3 =
              addressing_style = path
            """);

        Assert.Equal(
            ["config:2 http://one ", "config:5 http://two s3", "config:8 http://three sso_oidc"],
            config.EndpointOverrides.Select(found => $"{found.Origin} {found.Url} {found.Service}"));
    }

    private static void Check(string config, string expected) => Assert.Equal(
        expected.ReplaceLineEndings("\n"),
        string.Join('\n', ConfigText.Parse(config).Sessions.Select(session =>
            $"{session.Kind} {session.Name} {session.StartUrl ?? "-"} {session.Region ?? "-"} "
            + $"[{string.Join(' ', session.Scopes)}] [{string.Join(' ', session.Profiles)}] line {session.Line}")));
}
