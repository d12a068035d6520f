using System.Text;
using TrayAgent.Core.Decide.Migrating;
using TrayAgent.Core.Edit.Ini;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Tests.Edit;

namespace TrayAgent.Core.Tests.Decide.Migrating;

public sealed class MigrationTests
{
    private const string Role = "sso_account_id = 111122223333\nsso_role_name = Developer\n";
    private const string Portal = "sso_start_url = https://corp.awsapps.com/start\nsso_region = us-east-1\n";
    private const string NewSession = "\n[sso-session corp]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = us-east-1\nsso_registration_scopes = sso:account:access\n";

    [Fact]
    public void A_legacy_profile_gets_a_session_in_the_place_of_its_start_url() => Check(
        """
        # mine
        [profile work]
        # the portal
        sso_start_url  = https://corp.awsapps.com/start
        sso_region     = us-east-1
        sso_account_id = 111122223333
        sso_role_name  = Developer
        region         = eu-west-1

        """,
        """
        # mine
        [profile work]
        # the portal
        sso_session    = corp
        sso_account_id = 111122223333
        sso_role_name  = Developer
        region         = eu-west-1

        [sso-session corp]
        sso_start_url = https://corp.awsapps.com/start
        sso_region = us-east-1
        sso_registration_scopes = sso:account:access

        """);

    [Fact]
    public void Profiles_of_one_portal_share_a_session_however_they_spell_it() => Check(
        $"[default]\n{Portal}{Role}\n[profile b]\r\nsso_start_url=https://CORP.awsapps.com/start/#/\nsso_region=us-east-1\n{Role}",
        $"[default]\nsso_session = corp\n{Role}\n[profile b]\r\nsso_session=corp\n{Role}{NewSession}");

    [Fact]
    public void A_session_of_the_same_portal_is_reused_and_gets_scopes() => Check(
        $"[sso-session mine]\nsso_start_url = https://corp.awsapps.com/start/\nsso_region = us-east-1\n\n[profile a]\n{Portal}{Role}",
        $"[sso-session mine]\nsso_start_url = https://corp.awsapps.com/start/\nsso_region = us-east-1\nsso_registration_scopes = sso:account:access\n\n[profile a]\nsso_session = mine\n{Role}");

    [Fact]
    public void It_gets_scopes_also_when_only_one_profile_is_meant() => Assert.Contains(
        "sso_registration_scopes = sso:account:access\n",
        Migrated($"[sso-session mine]\n{Portal}[profile a]\n{Portal}{Role}", "a"),
        StringComparison.Ordinal);

    [Fact]
    public void A_session_with_scopes_is_preferred_and_one_with_other_scopes_not_reused() => Check(
        $"[sso-session a]\n{Portal}sso_registration_scopes = codewhisperer:completions\n[sso-session corp]\n{Portal}sso_registration_scopes = sso:account:access\n[profile a]\n{Portal}{Role}",
        $"[sso-session a]\n{Portal}sso_registration_scopes = codewhisperer:completions\n[sso-session corp]\n{Portal}sso_registration_scopes = sso:account:access\n[profile a]\nsso_session = corp\n{Role}");

    [Theory]
    [InlineData("us-east-1", "", "us-east-1", "sso_registration_scopes = sso:account:access\n", "b")]
    [InlineData("us-east-1", "", "eu-west-1", "sso_registration_scopes = sso:account:access\n", "a")]
    [InlineData("eu-west-1", "sso_registration_scopes = sso:account:access\n", "eu-west-1", "", "corp")]
    public void Of_two_sessions_of_a_portal_the_one_of_its_region_is_reused_and_rather_one_with_scopes(
        string regionOfA, string scopesOfA, string regionOfB, string scopesOfB, string expected)
    {
        const string Url = "sso_start_url = https://corp.awsapps.com/start\n";
        Assert.Contains(
            $"[profile p]\nsso_session = {expected}\n",
            Migrated($"[sso-session a]\n{Url}sso_region = {regionOfA}\n{scopesOfA}[sso-session b]\n{Url}sso_region = {regionOfB}\n{scopesOfB}"
                + $"[profile p]\n{Portal}{Role}"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://corp.awsapps.com/start", "eu-west-1", "[sso-session corp]\nsso_start_url = https://other.awsapps.com/start\nsso_region = eu-west-1\n", "corp-eu-west-1")]
    [InlineData("https://corp.awsapps.com/start", "eu-west-1", "[sso-session Corp]\nsso_start_url = https://other.awsapps.com/start\nsso_region = eu-west-1\n[sso-session corp-eu-west-1]\n", "corp-2")]
    [InlineData("https://corp.awsapps.com/start", "eu-west-1", "[sso-session \"corp\"]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = eu-west-1\n", "corp-eu-west-1")]
    [InlineData("https://start.us-gov-home.awsapps.com/directory/agency", "us-gov-west-1", "", "agency")]
    [InlineData("https://d-1234567890.awsapps.com/start", "eu-west-1", "", "d-1234567890")]
    public void The_name_comes_from_the_start_url_and_is_nobody_else_s(string url, string region, string others, string name) => Assert.Contains(
        $"sso_session = {name}\n",
        Migrated($"{others}[profile a]\nsso_start_url = {url}\nsso_region = {region}\n{Role}"),
        StringComparison.Ordinal);

    [Fact]
    public void Portals_and_regions_are_kept_apart()
    {
        var config = $"[profile a]\n{Portal}{Role}[profile b]\n{Portal.Replace("us-east-1", "eu-west-1", StringComparison.Ordinal)}{Role}";

        Assert.EndsWith(
            NewSession + NewSession.Replace("[sso-session corp]", "[sso-session corp-eu-west-1]", StringComparison.Ordinal)
                .Replace("us-east-1", "eu-west-1", StringComparison.Ordinal),
            Migrated(config),
            StringComparison.Ordinal);
        Assert.Contains(
            "Profiles of 'https://corp.awsapps.com/start' name different regions (us-east-1, eu-west-1); one of them is probably wrong, for a portal has one.",
            Said(config));
    }

    [Fact]
    public void A_role_chain_is_migrated_through_its_source()
    {
        var config = $"[profile admin]\nrole_arn = arn:aws:iam::1:role/Admin\nsource_profile = base\n[profile base]\n{Portal}{Role}[profile other]\n{Portal}{Role}";

        Assert.Equal(
            $"[profile admin]\nrole_arn = arn:aws:iam::1:role/Admin\nsource_profile = base\n[profile base]\nsso_session = corp\n{Role}[profile other]\n{Portal}{Role}{NewSession}",
            Migrated(config, "admin"));
        Assert.Contains("'admin' takes its credentials from 'base', which is what is migrated.", Said(config, "admin"));
        Assert.Contains(
            "'admin' assumes its role from there: AWS CLI 2.9 and botocore 1.29 can do that only where it repeats the 'sso_session' line of its source, current ones always.", Said(config));
    }

    [Theory]
    [InlineData("[profile \"my prof\"]\n", "[profile \"my prof\"]\n")]
    [InlineData("[profile é]\n", "[profile é]\n")]
    [InlineData("[profile default]\n", "[profile default]\n")]
    [InlineData("[profile\ta]\n", "[profile\ta]\n")]
    public void A_header_stays_as_it_is_spelled(string header, string expected) =>
        Check($"{header}{Portal}{Role}", $"{expected}sso_session = corp\n{Role}{NewSession}");

    [Fact]
    public void Sessions_without_scopes_get_them() => Check(
        "[sso-session s]\r\nsso_start_url = https://corp.awsapps.com/start\r\nsso_region = us-east-1\r\n",
        "[sso-session s]\r\nsso_start_url = https://corp.awsapps.com/start\r\nsso_region = us-east-1\r\nsso_registration_scopes = sso:account:access\r\n");

    [Fact]
    public void One_profile_s_session_gets_scopes_and_no_other() => Assert.Equal(
        $"[sso-session s]\n{Portal}sso_registration_scopes = sso:account:access\n[sso-session t]\n{Portal}[profile a]\nsso_session = s\n{Role}",
        Migrated($"[sso-session s]\n{Portal}[sso-session t]\n{Portal}[profile a]\nsso_session = s\n{Role}", "a"));

    [Theory]
    [InlineData("[profile a]\nregion = x\n", "[a]\n" + Portal + Role, "'a' was left as it is: it has its SSO keys in 'credentials', which TrayAgent never edits. Move them into '[profile a]' in 'config', then migrate it.")]
    [InlineData("[default]\n" + Portal + Role + "[profile default]\n" + Portal + Role, "", "'default' was left as it is: it stands twice in the file, and which one counts differs from tool to tool. Merge the two, then migrate it.")]
    [InlineData("[profile a]\nsso_start_url = https://corp.awsapps.com/start\n" + Role, "", "'a' was left as it is: it has no 'sso_region'. Add the region of your IAM Identity Center, then migrate it.")]
    [InlineData("[profile a]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = nowhere\n" + Role, "", "'a' was left as it is: it has the 'sso_region' 'nowhere', which is none. Correct it, then migrate it.")]
    [InlineData("[profile a]\nsso_start_url = http://corp.awsapps.com/start\nsso_region = us-east-1\n" + Role, "", "'a' was left as it is: it has the start URL 'http://corp.awsapps.com/start', which cannot be taken over. The start URL must begin with 'https://'.")]
    [InlineData("[profile a]\nsso_start_url = https://corp.awsapps.com/start # us\nsso_region = us-east-1\n" + Role, "", "'a' was left as it is: it has the start URL 'https://corp.awsapps.com/start # us', which cannot be taken over. That is no start URL. It looks like 'https://corp.awsapps.com/start'.")]
    [InlineData("[profile a]\n" + Portal + Role + "role_arn = arn:aws:iam::1:role/x\nsource_profile = a\n", "", "'a' was left as it is: it assumes a role for most tools and uses its start URL for others. Delete the one or the other.")]
    [InlineData("[profile a]\nsso_session = lost\n" + Portal + Role, "", "'a' was left as it is: it names '[sso-session lost]', which does not exist, beside a start URL of its own. Correct the name, or delete that line and migrate it.")]
    [InlineData("[profile a]\n" + Portal + "credential_process = x\n", "", "'a' was left as it is: it does not use its start URL: the AWS CLI takes its credentials from elsewhere (credential-process).")]
    public void What_cannot_be_migrated_is_explained(string config, string credentials, string expected) =>
        Assert.Equal(["Nothing was migrated.", expected], Said(config, null, credentials));

    [Fact]
    public void Who_names_a_profile_that_cannot_be_migrated_is_told_that_it_failed() => Assert.Equal(
        ["! Nothing was migrated.", "'a' was left as it is: it has no 'sso_region'. Add the region of your IAM Identity Center, then migrate it."],
        Said("[profile a]\nsso_start_url = https://corp.awsapps.com/start\n" + Role, "a"));

    [Fact]
    public void What_can_be_migrated_is_not_kept_back_by_what_cannot()
    {
        var config = $"[profile a]\n{Portal}{Role}[profile b]\nsso_start_url = https://corp.awsapps.com/start\n{Role}";

        Assert.StartsWith("[profile a]\nsso_session = corp\n", Migrated(config), StringComparison.Ordinal);
        Assert.Contains("'b' was left as it is: it has no 'sso_region'. Add the region of your IAM Identity Center, then migrate it.", Said(config));
    }

    [Theory]
    [InlineData("", null, "There is nothing to migrate in 'config'.")]
    [InlineData("[profile a]\nregion = x\n", "a", "There is nothing to migrate: 'a' has no 'sso_start_url'.")]
    [InlineData("[sso-session s]\n" + Portal + "sso_registration_scopes = sso:account:access\n[profile a]\nsso_session = s\n" + Role, "a", "There is nothing to migrate: 'a' uses '[sso-session s]' already.")]
    [InlineData("[sso-session corp]\n" + Portal + "sso_registration_scopes = sso:account:access\n[profile a]\nsso_session = crop\n" + Role, "a", "There is nothing to migrate: 'a' names '[sso-session crop]', which does not exist. Did you mean 'corp'?")]
    [InlineData("[profile work]\nregion = x\n", "wrok", "? There is no profile 'wrok' in 'config'. Did you mean 'work'?")]
    public void Where_there_is_nothing_to_do_it_says_so(string config, string? profile, string expected) =>
        Assert.Equal([expected], Said(config, profile));

    [Fact]
    public void It_says_which_sessions_get_scopes_although_no_profile_was_migrated_to_them() => Assert.Contains(
        "'[sso-session other]' gets the scope with which its token can be refreshed, although none of these profiles uses it: '--profile' leaves it alone.",
        Said($"[sso-session other]\nsso_start_url = https://other.awsapps.com/start\nsso_region = us-east-1\n[profile a]\n{Portal}{Role}"));

    [Fact]
    public void It_says_what_is_gained_and_what_is_to_be_done() => Assert.Equal(
        [
            "'a' and 'b' will use '[sso-session corp]', which is new.",
            "'b' has other credentials too, which some tools prefer; they stay.",
            "What is gained: tokens are refreshed silently for as long as your administrator lets a session last (8 hours by default, at most 90 days).",
            "Sign in once more, because the new token is kept under the session's name: 'trayagent login --session corp'.",
            "A Claude Code session that is running has read the old config; start it again afterwards.",
        ],
        Said($"[profile a]\n{Portal}{Role}[profile b]\n{Portal}{Role}aws_access_key_id = AKIA\naws_secret_access_key = x\n"));

    [Fact]
    public void After_a_migration_there_is_nothing_left_to_migrate()
    {
        var config = Migrated($"[default]\n{Portal}{Role}[profile b]\n{Portal}{Role}");

        Assert.Equal(["There is nothing to migrate in 'config'."], Said(config));
    }

    [Fact]
    public void The_new_profile_is_proved_and_one_that_inherits_the_old_keys_fails_the_proof()
    {
        var plan = Changes($"[profile a]\n{Portal}{Role}");
        Assert.True(plan.Profiles.Single().IsIn(Parse($"[profile a]\nsso_session = corp\n{Role}{NewSession}")));
        Assert.False(plan.Profiles.Single().IsIn(Parse($"[DEFAULT]\n{Portal}[profile a]\nsso_session = corp\n{Role}{NewSession}")));
        Assert.False(plan.Profiles.Single().IsIn(Parse($"[profile a]\nsso_session = corp\n{Role}\n[ sso-session corp ]\n{Portal}")));
    }

    private static void Check(string before, string after) => Assert.Equal(after, Migrated(before));

    private static string Migrated(string config, string? profile = null)
    {
        var plan = Changes(config, profile);
        var after = EditText.Text(ConfigEditor.Apply("config", Encoding.UTF8.GetBytes(config), plan.Config));
        Assert.All(plan.Profiles, migrated => Assert.True(migrated.IsIn(Parse(after)), after));
        return after;
    }

    private static MigrationPlan.Changes Changes(string config, string? profile = null) =>
        Assert.IsType<MigrationPlan.Changes>(Migration.Plan(Parse(config), profile));

    private static string[] Said(string config, string? profile = null, string credentials = "") =>
        Migration.Plan(Parse(config, credentials), profile) switch
        {
            MigrationPlan.Changes plan => [.. plan.Before, .. plan.Afterwards],
            MigrationPlan.NothingToDo nothing => [.. nothing.Text],
            MigrationPlan.Impossible impossible => ["! " + impossible.Text[0], .. impossible.Text[1..]],
            MigrationPlan.NotFound(var message) => ["? " + message],
            _ => [],
        };

    private static AwsConfig Parse(string config, string credentials = "") => AwsConfigParser.Parse(
        "config", Encoding.UTF8.GetBytes(config), "credentials", Encoding.UTF8.GetBytes(credentials));
}
