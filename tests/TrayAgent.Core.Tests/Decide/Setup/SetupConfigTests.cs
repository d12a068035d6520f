using System.Text;
using TrayAgent.Core.Decide.Setup;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Edit.Ini;

namespace TrayAgent.Core.Tests.Decide.Setup;

/// <summary>What a set-up makes of a config.</summary>
public sealed class SetupConfigTests
{
    private static readonly SetupSession Session = new("corp", "https://corp.awsapps.com/start", "eu-west-1", "sso:account:access");
    private static readonly SetupProfile Profile = new("dev", "corp", "111122223333", "Developer", "eu-west-2");

    private const string Written = """
        [sso-session corp]
        sso_start_url = https://corp.awsapps.com/start
        sso_region = eu-west-1
        sso_registration_scopes = sso:account:access

        [profile dev]
        sso_session = corp
        sso_account_id = 111122223333
        sso_role_name = Developer
        region = eu-west-2

        """;

    [Fact]
    public void From_nothing_both_sections_are_made() => Check("", Session, Profile, Written);

    [Fact]
    public void Done_again_it_changes_nothing() => Check(Written, Session, Profile, Written);

    [Fact]
    public void What_others_wrote_stays() => Check(
        "# mine\n[profile other]\nregion=us-east-1\n", Session, Profile, "# mine\n[profile other]\nregion=us-east-1\n\n" + Written);

    [Fact]
    public void A_legacy_profile_loses_what_would_contradict_its_session() => Check(
        "[profile dev]\nsso_start_url = https://corp.awsapps.com/start\nsso_region = eu-west-1\noutput = json # kept\n"
            + "sso_account_id = 444455556666\nsso_role_name = Developer\n\n[sso-session corp]\nsso_region = eu-west-1\n",
        Session,
        Profile,
        "[profile dev]\noutput = json # kept\n"
            + "sso_account_id = 111122223333\nsso_role_name = Developer\nsso_session = corp\nregion = eu-west-2\n\n"
            + "[sso-session corp]\nsso_region = eu-west-1\nsso_start_url = https://corp.awsapps.com/start\n"
            + "sso_registration_scopes = sso:account:access\n");

    [Fact]
    public void The_default_profile_has_a_section_of_its_own_form() => Check(
        Written, Session, Profile with { Name = "default" }, Written + """

            [default]
            sso_session = corp
            sso_account_id = 111122223333
            sso_role_name = Developer
            region = eu-west-2

            """);

    private static void Check(string before, SetupSession session, SetupProfile profile, string expected)
    {
        var edited = ConfigEditor.Apply("config", Encoding.UTF8.GetBytes(before), SetupConfig.Changes(session, profile));
        Assert.Equal(
            expected,
            edited is Edited.Content(var bytes) ? Encoding.UTF8.GetString(bytes.Span) : ((Edited.Refused)edited).Problem.Text);
    }
}
