namespace TrayAgent.EndToEnd.Tests.Support;

/// <summary>Two sessions: one with scopes, whose token can be refreshed, and a legacy one, whose token ends and is over.</summary>
internal static class StandardConfig
{
    public const string Text = """
        [sso-session corp]
        sso_start_url = https://d-1.awsapps.com/start
        sso_region = eu-west-1
        sso_registration_scopes = sso:account:access

        [profile dev]
        sso_session = corp
        sso_account_id = 111122223333
        sso_role_name = Developer
        region = eu-west-1

        [profile old]
        sso_start_url = https://d-2.awsapps.com/start
        sso_region = eu-west-1
        sso_account_id = 444455556666
        sso_role_name = Auditor
        region = eu-west-1

        """;
}
