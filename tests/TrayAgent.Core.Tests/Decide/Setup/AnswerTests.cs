using TrayAgent.Core.Decide.Setup;

namespace TrayAgent.Core.Tests.Decide.Setup;

/// <summary>Names, regions and scopes as people type them.</summary>
public sealed class AnswerTests
{
    [Theory]
    [InlineData("corp")]
    [InlineData("Developer-111122223333")]
    [InlineData("a_b.c")]
    [InlineData("default")]
    public void A_name_that_every_tool_reads_will_do(string name) => Assert.Null(SetupNames.Problem("profile", name));

    [Theory]
    [InlineData("", "The profile needs a name.")]
    [InlineData("-x", "The name of a profile must not begin with '-': commands would take it for an option.")]
    [InlineData("my prof", Letters)]
    [InlineData("a]b", Letters)]
    [InlineData("\"a\"", Letters)]
    [InlineData("$(id)", Letters)]
    [InlineData("a`b", Letters)]
    [InlineData("%PATH%", Letters)]
    [InlineData("a\nb", Letters)]
    [InlineData("é", Letters)]
    [InlineData(".x", Letters)]
    [InlineData("a\u202Eb", Letters)]
    [InlineData("Default", "'Default' would be taken for 'default' by some tools. Write 'default', or choose another name.")]
    public void One_that_some_tool_or_a_shell_reads_otherwise_will_not(string name, string expected) =>
        Assert.Equal(expected, SetupNames.Problem("profile", name));

    private const string Letters =
        "The name of a profile has English letters, digits, '.', '_' and '-' only, and no '.' at its begin: some tools see no other.";

    [Fact]
    public void A_long_name_will_not() => Assert.Equal(
        "A name of a session has at most 64 characters here.", SetupNames.Problem("session", new string('a', 65)));

    [Theory]
    [InlineData("AdministratorAccess", "AdministratorAccess-111122223333")]
    [InlineData("Team=a,b+c@d", "Team-a-b-c-d-111122223333")]
    [InlineData("-.x", "x-111122223333")]
    public void A_profile_is_called_as_the_aws_cli_would_call_it(string role, string expected)
    {
        var name = SetupProfile.SuggestedName("111122223333", role);
        Assert.Equal(expected, name);
        Assert.Null(SetupNames.Problem("profile", name));
    }

    [Fact]
    public void The_longest_role_still_gives_a_name() =>
        Assert.Null(SetupNames.Problem("profile", SetupProfile.SuggestedName("111122223333", new string('R', 64))));

    [Theory]
    [InlineData("eu-west-1", null)]
    [InlineData("us-gov-west-1", null)]
    [InlineData("eusc-de-east-1", null)]
    [InlineData("", "The region is missing. It looks like 'eu-west-1'.")]
    [InlineData("eu-west-1a", "That is an availability zone; its region is 'eu-west-1'.")]
    [InlineData("Ireland", "That is no region of AWS. It looks like 'eu-west-1'.")]
    [InlineData("eu-west-1.evil.example", "That is no region of AWS. It looks like 'eu-west-1'.")]
    [InlineData("eu-west-1\n", "That is no region of AWS. It looks like 'eu-west-1'.")]
    public void A_region_is_checked_by_its_form(string region, string? expected) => Assert.Equal(expected, RegionAnswer.Problem(region));

    [Theory]
    [InlineData(" sso:account:access ", "sso:account:access", null)]
    [InlineData("sso:account:access,codewhisperer:completions", "sso:account:access, codewhisperer:completions", null)]
    [InlineData("", "", Usual)]
    [InlineData("openid:x", "openid:x", Usual)]
    [InlineData("sso:account:access everything", "sso:account:access everything", "A scope looks like 'sso:account:access'; write commas between several.")]
    public void Scopes_need_the_one_that_gives_a_refresh_token(string typed, string cleaned, string? expected)
    {
        Assert.Equal(cleaned, ScopesAnswer.Clean(typed));
        Assert.Equal(expected, ScopesAnswer.Problem(cleaned));
    }

    private const string Usual =
        "'sso:account:access' must be among the scopes: without it the session cannot be refreshed, and no account can be listed.";
}
