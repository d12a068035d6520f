namespace TrayAgent.Core.Tests.Edit.Ini;

public sealed class ConfigEditorTests
{
    [Theory]
    [InlineData("", "[profile a] region=x", "[profile a]\nregion = x\n")]
    [InlineData("[default]\nregion = y\n", "[profile a] region=x", "[default]\nregion = y\n\n[profile a]\nregion = x\n")]
    [InlineData("[default]\r\nregion = y\r\n\r\n", "[profile a] region=x", "[default]\r\nregion = y\r\n\r\n[profile a]\r\nregion = x\r\n")]
    [InlineData("[default]\nregion = y", "[profile a] region=x", "[default]\nregion = y\n\n[profile a]\nregion = x")]
    [InlineData("[profile a]\nregion = x\n\n# about b\n[profile b]\n", "[profile a] output=json", "[profile a]\nregion = x\noutput = json\n\n# about b\n[profile b]\n")]
    [InlineData("[profile a]\nregion = x", "[profile a] output=json", "[profile a]\nregion = x\noutput = json")]
    [InlineData("[profile a]\n# nothing yet\n", "[profile a] output=json", "[profile a]\noutput = json\n# nothing yet\n")]
    [InlineData("[profile a]\nregion=x\n", "[profile a] output=json", "[profile a]\nregion=x\noutput=json\n")]
    [InlineData("[profile a]\n  region = x\n", "[profile a] output=json", "[profile a]\n  region = x\n  output = json\n")]
    [InlineData("[profile a]\nregion    = x\nsso_session = s\n", "[profile a] output=json", "[profile a]\nregion    = x\nsso_session = s\noutput = json\n")]
    [InlineData("[profile a]\nregion      = x\nsso_session = s\n", "[profile a] output=json", "[profile a]\nregion      = x\nsso_session = s\noutput      = json\n")]
    [InlineData("[profile a]\ns3 =\n  a = b\n\n  # c\n  c = d\n\n[x]\n", "[profile a] region=x", "[profile a]\ns3 =\n  a = b\n\n  # c\n  c = d\nregion = x\n\n[x]\n")]
    [InlineData("[profile \"a\"]\nk = v\n", "[profile a] region=x", "[profile \"a\"]\nk = v\nregion = x\n")]
    [InlineData("[profiles a]\nk = v\n", "[profile a] region=x", "[profiles a]\nk = v\nregion = x\n")]
    [InlineData("[profile default]\nk = v\n", "[default] region=x", "[profile default]\nk = v\nregion = x\n")]
    public void A_new_key_goes_below_the_last_of_its_section(string before, string change, string after) => Check(before, change, after);

    [Theory]
    [InlineData("[profile a]\nregion   =  x \t\nb = c\n", "[profile a] region=y", "[profile a]\nregion   =  y \t\nb = c\n")]
    [InlineData("[profile a]\r\nregion=x\r\n", "[profile a] region=y", "[profile a]\r\nregion=y\r\n")]
    [InlineData("[profile a]\nregion =\n", "[profile a] region=y", "[profile a]\nregion = y\n")]
    [InlineData("[profile a]\nregion=\n", "[profile a] region=y", "[profile a]\nregion=y\n")]
    [InlineData("[profile a]\nREGION = x\n", "[profile a] region=y", "[profile a]\nregion = y\n")]
    [InlineData("[profile a]\ns3 =\n  a = b\n  c = d\nk = v\n", "[profile a] s3=y", "[profile a]\ns3 = y\nk = v\n")]
    [InlineData("[profile a]\nregion = x\n", "[profile a] region=x", "[profile a]\nregion = x\n")]
    [InlineData("[DEFAULT]\nregion = d\n[profile a]\nk = v\n", "[profile a] region=y", "[DEFAULT]\nregion = d\n[profile a]\nk = v\nregion = y\n")]
    public void A_key_that_is_there_gets_its_value_in_place(string before, string change, string after) => Check(before, change, after);

    [Theory]
    [InlineData("[profile a]\nx = 1\n# y\ny = 2\n\nz = 3\n", "[profile a] -y", "[profile a]\nx = 1\n# y\n\nz = 3\n")]
    [InlineData("[profile a]\nx = 1\ny = 2", "[profile a] -y", "[profile a]\nx = 1")]
    [InlineData("[profile a]\ns3 =\n  a = b\n\n  c = d\n\ny = 2\n", "[profile a] -S3", "[profile a]\n\ny = 2\n")]
    [InlineData("[profile a]\nx = 1\n", "[profile a] -y", "[profile a]\nx = 1\n")]
    [InlineData("[profile a]\nx = 1\n", "[profile b] -x", "[profile a]\nx = 1\n")]
    [InlineData("[DEFAULT]\nregion = d\n[profile a]\nregion = v\n", "[profile a] -region", "[DEFAULT]\nregion = d\n[profile a]\n")]
    public void A_removed_key_takes_its_lines_with_it(string before, string change, string after) => Check(before, change, after);

    [Theory]
    [InlineData("[profile a]\n# portal\nsso_start_url = u\nsso_region = r\n", "[profile a]\n# portal\nsso_session = s\nsso_region = r\n")]
    [InlineData("[profile a]\nsso_start_url  = u\nsso_account_id = 1\n", "[profile a]\nsso_session    = s\nsso_account_id = 1\n")]
    [InlineData("[profile a]\nsso_start_url=u\r\n", "[profile a]\nsso_session=s\r\n")]
    [InlineData("[profile a]\nsso_start_url=u\nsso_session=t\nx=1\n", "[profile a]\nsso_session=s\nx=1\n")]
    public void A_key_put_in_the_place_of_another_takes_its_line(string before, string after) =>
        Assert.Equal(after, EditText.Config(before, "[profile a] -sso_start_url", "[profile a] sso_session=s"));

    [Theory]
    [InlineData("\ufeff[profile a]\n", "1: The file starts with a byte order mark")]
    [InlineData("[profile a]\nx = 1\nX = 2\n", "3: The key 'X' stands twice")]
    [InlineData("[x]\n[x]\n", "2: The section '[x]' stands twice")]
    [InlineData("x = 1\n", "1: The line stands before any section")]
    [InlineData("[profile b\n", "1: The section header '[profile b' has no closing bracket")]
    [InlineData("[profile a]\nx\n", "2: The line is no 'key = value'")]
    [InlineData("[profile a]\ns3 =\n  x\n", "3: The line in the block 's3' is no 'key = value'")]
    [InlineData("[profile a]\nx: 1\n", "2: A colon follows 'x'")]
    [InlineData("[profile a]\nx = 1\n  more\n", "3: The value of 'x' goes on here")]
    [InlineData("[profile b] # c\n", "1: The .NET SDK refuses the whole file because of the comment")]
    [InlineData("[profile b]# c\n", "1: Text stands right behind '[profile b]'")]
    [InlineData("[__proto__]\n", "1: The JavaScript SDK, and so Claude Code, refuses a whole file")]
    [InlineData("[profile b]\nx = 1\ry = 2\n", "2: A carriage return stands alone")]
    [InlineData("[profile a]\n[profile  a]\n", "2: '[profile  a]' and '[profile a]' in line 1 are one for some tools and two for others. Merge the two.")]
    [InlineData("[default]\n[profile default]\n[profile  a]\n[profile \"a\"]\n", "4: '[profile \"a\"]' and '[profile  a]' in line 3 are one")]
    [InlineData("[profile b]\n  [profile a]\n  x = 1\n\n[profile c]\n", "1: 'region' cannot be changed here", "[profile b] region=x")]
    public void A_file_that_some_tool_refuses_is_refused_with_its_line(string before, string problem, string change = "[profile a] region=x") =>
        Assert.StartsWith($"! config:{problem}", EditText.Config(before, change), StringComparison.Ordinal);

    [Theory]
    [InlineData("[profile a b] region=x", "'[profile a b]' is no section that every tool sees.")]
    [InlineData("[profile a$(x)] region=x", "'[profile a$(x)]' is no section that every tool sees.")]
    [InlineData("[DEFAULT] region=x", "'[DEFAULT]' is no section that every tool sees.")]
    [InlineData("[profile a] Region=x", "'Region' is no key that every tool reads")]
    [InlineData("[profile a] region=", "The new value of 'region' is none")]
    [InlineData("[profile a] region=x\ny", "The new value of 'region' is none")]
    [InlineData("[profile a] region=x\r", "The new value of 'region' is none")]
    [InlineData("[profile a] region=x\0", "The new value of 'region' is none")]
    [InlineData("[profile a] region= x", "The new value of 'region' is none")]
    [InlineData("[profile a] region=x # c", "The new value of 'region' is none")]
    [InlineData("[profile a] region=\"x\"", "The new value of 'region' is none")]
    [InlineData("[profile a] region=é", "The new value of 'region' is none")]
    public void What_tools_read_differently_is_not_written(string change, string problem) =>
        Assert.StartsWith($"! config: {problem}", EditText.Config("[profile z]\nk = v\n", change), StringComparison.Ordinal);

    private static void Check(string before, string change, string after) => Assert.Equal(after, EditText.Config(before, change));
}
