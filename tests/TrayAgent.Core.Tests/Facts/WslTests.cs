using System.Text;
using TrayAgent.Core.Facts;

namespace TrayAgent.Core.Tests.Facts;

/// <summary>What WSL says about itself.</summary>
public sealed class WslTests
{
    private const string Passwd = """
        root:x:0:0:root:/root:/bin/bash
        broken:1000
        ann:x:1000:1000:Ann,,,:/home/ann:/bin/bash
        eve:x:1001:1001::/home/../etc:/bin/bash
        """;

    [Theory]
    [InlineData(0, "/root")]
    [InlineData(1000, "/home/ann")]
    [InlineData(1001, null)]
    [InlineData(7, null)]
    public void The_home_of_a_user(uint user, string? home) => Assert.Equal(home, PasswdText.HomeOf(Passwd, user));

    [Fact]
    public void The_names_of_what_runs_in_either_encoding()
    {
        const string Printed = "Ubuntu-22.04\r\nDebian\r\n\r\n";
        string[] expected = ["Debian", "Ubuntu-22.04"];
        Assert.Equal(expected, WslList.Names(Printed).Order(StringComparer.Ordinal));
        Assert.Equal(expected, WslList.Names(Encoding.UTF8.GetString(Encoding.Unicode.GetBytes(Printed))).Order(StringComparer.Ordinal));
        Assert.Equal(expected, WslList.Names(Encoding.UTF8.GetString([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Printed)])).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("")]
    [InlineData(@"a\b")]
    [InlineData("There are no running distributions.")]
    public void What_is_no_name_becomes_no_part_of_a_path(string text) => Assert.Empty(WslList.Names(text));
}
