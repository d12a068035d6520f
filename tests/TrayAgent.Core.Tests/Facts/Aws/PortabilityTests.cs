using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Tests.Facts.Aws;

public sealed class PortabilityTests
{
    [Theory]
    [InlineData("[default]\nregion = eu-west-1\n[profile a/b@c+d%e:f.g_h-1]\nregion = x\n[sso-session s]\n[services x]\n# c\n; c")]
    [InlineData("[profile a]\r\nregion = x\r\n\r\n# c\r\n")]
    [InlineData("[profile a]\ns3 =\n  addressing_style = path\n  # c\n\n  x = y\nregion = x")]
    [InlineData("[profile a]\nsso_start_url = https://d-1.awsapps.com/start#/")]
    [InlineData("  [profile a]\nregion = x")]
    [InlineData("[profile\ta]\nregion = x")]
    [InlineData("[preview]\nx = y\n[plugins]")]
    public void What_all_tools_read_alike_gets_no_note(string config) => Check(config, "");

    [Theory]
    [InlineData("[profile a] # c", "1 header-comment [profile a] (.NET SDK)")]
    [InlineData("[profile a] ; c", "1 header-comment [profile a] (.NET SDK)")]
    [InlineData("[profile a]# c", "1 header-comment [profile a] (JavaScript SDK, .NET SDK)")]
    [InlineData("[profile \"a\"]", "1 quoted-name [profile \"a\"] (.NET SDK, Go SDK, Rust SDK)")]
    [InlineData("[profile 'a']", "1 quoted-name [profile 'a'] (.NET SDK, Go SDK, Rust SDK)")]
    [InlineData("[profile \"my prof\"]", "1 quoted-name [profile \"my prof\"] (JavaScript SDK, .NET SDK, Go SDK, Rust SDK)")]
    [InlineData("[profile my prof]", "1 name-with-space [profile my prof] (AWS CLI, JavaScript SDK)")]
    [InlineData("[profile  a]", "1 header-spacing [profile  a] (JavaScript SDK)")]
    [InlineData("[profile a ]", "1 header-spacing [profile a ] (JavaScript SDK)")]
    [InlineData("[ profile a ]", "1 spaces-in-brackets [ profile a ] (AWS CLI, JavaScript SDK)")]
    [InlineData("[profile.a]", "1 dotted-section [profile.a] (JavaScript SDK)")]
    [InlineData("[profile a(b)=c]", "1 name-characters [profile a(b)=c] (JavaScript SDK, Rust SDK)")]
    [InlineData("[DEFAULT]\nregion = x", "1 default-section [DEFAULT] (JavaScript SDK, .NET SDK, Go SDK, Rust SDK)")]
    [InlineData("[default]\n[profile default]", "2 profile-twice [profile default] (.NET SDK)")]
    [InlineData("[profile default]\n[default]", "2 profile-twice [default] (JavaScript SDK, Go SDK, Rust SDK)")]
    [InlineData("[profiles a]", "1 header-kind [profiles a] (JavaScript SDK, .NET SDK, Go SDK, Rust SDK)")]
    [InlineData("[profile\u00a0a]", "1 non-ascii \u00a0 (AWS CLI)\n1 header-spacing [profile\u00a0a] (AWS CLI)")]
    [InlineData("[profile a #b]", "1 comment-in-brackets [profile a #b] (JavaScript SDK)\n1 name-with-space [profile a #b] (AWS CLI, JavaScript SDK)")]
    [InlineData("[profile __proto__]", "1 reserved-name [profile __proto__] (JavaScript SDK)")]
    [InlineData("[__proto__]", "1 reserved-name [__proto__] (JavaScript SDK)")]
    [InlineData("[sso-session s]\n[sso-session 's']", "2 quoted-name [sso-session 's'] (.NET SDK, Go SDK, Rust SDK)\n2 session-twice [sso-session 's'] (JavaScript SDK, .NET SDK, Go SDK, Rust SDK)")]
    [InlineData("[sso-session s]\nsso_role_name = r", "2 role-in-session sso_role_name (JavaScript SDK, .NET SDK, Go SDK, Rust SDK)")]
    [InlineData("[sso-session  s]", "1 header-spacing [sso-session  s] (JavaScript SDK)")]
    public void A_header_that_tools_read_differently_is_noted(string config, string expected) => Check(config, expected);

    [Theory]
    [InlineData("region = x # c", "2 inline-comment region (AWS CLI, .NET SDK)")]
    [InlineData("region = x ; c", "2 inline-comment region (AWS CLI, .NET SDK)")]
    [InlineData("region = \"x\"", "2 quoted-value region (Go SDK)")]
    [InlineData("region: x", "2 colon region (JavaScript SDK, .NET SDK, Rust SDK)")]
    [InlineData("Region = x", "2 upper-case-key Region (JavaScript SDK)")]
    [InlineData("region = x\n  more", "3 continuation region (JavaScript SDK, .NET SDK)")]
    [InlineData("region = x\n  sso_session = s", "3 indented-key sso_session (AWS CLI, Go SDK, Rust SDK)")]
    [InlineData("region = x\n  [profile b]", "3 indented-header [profile b] (AWS CLI)")]
    [InlineData("region = x\ry = z\n", "2 bare-carriage-return CR (JavaScript SDK, Go SDK, Rust SDK)")]
    [InlineData("region = x\u001f", "2 invisible-character U+001F (JavaScript SDK, .NET SDK, Go SDK, Rust SDK)")]
    [InlineData("\ufeffregion = x", "2 non-ascii \ufeff (AWS CLI)\n2 invisible-character U+FEFF (JavaScript SDK)")]
    [InlineData("# é", "2 non-ascii é (AWS CLI)")]
    public void A_line_that_tools_read_differently_is_noted(string line, string expected) =>
        Check($"[profile a]\n{line}", expected);

    [Fact]
    public void A_name_that_is_not_ASCII_is_noted_for_both_its_reasons() => Check(
        "[profile é]", "1 non-ascii é (AWS CLI)\n1 name-characters [profile é] (JavaScript SDK, Rust SDK)");

    [Fact]
    public void The_word_profile_in_a_credentials_file_is_noted() => Assert.Equal(
        "1 prefix-in-credentials [profile a] (AWS CLI)", Notes(ConfigText.Parse("", "[profile a]\nregion = x")));

    private static void Check(string config, string expected) => Assert.Equal(expected, Notes(ConfigText.Parse(config)));

    private static string Notes(AwsConfig config) => string.Join('\n', config.PortabilityNotes.Select(note =>
        $"{note.Line} {note.Construct} {note.Subject} ({string.Join(", ", note.Tools)})"));
}
