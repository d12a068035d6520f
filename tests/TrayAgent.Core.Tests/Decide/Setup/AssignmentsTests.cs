using TrayAgent.Core.Decide.Setup;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Tests.Decide.Setup;

/// <summary>Accounts and roles that were named on the command line.</summary>
public sealed class AssignmentsTests
{
    private static readonly AssignedAccount[] Accounts =
    [
        new("111122223333", "Sandbox", "a@example.com"), new("444455556666", "Production", "b@example.com"),
        new("777788889999", "Twin", ""), new("000011112222", "Twin", ""),
    ];

    [Theory]
    [InlineData("111122223333", "111122223333")]
    [InlineData("production", "444455556666")]
    [InlineData("Prodution",
        "No account 'Prodution' is assigned to you. Did you mean 'Production'? The accounts are '111122223333' (Sandbox), "
        + "'444455556666' (Production), '777788889999' (Twin), '000011112222' (Twin).")]
    [InlineData("twin", "Several accounts are called 'twin'. Give the number: The accounts are '777788889999' (Twin), '000011112222' (Twin).")]
    public void An_account_is_found_by_number_or_name(string named, string expected)
    {
        var (account, problem) = Assignments.Account(named, Accounts);
        Assert.Equal(expected, account?.Id ?? problem);
    }

    [Theory]
    [InlineData("Developer", "Developer")]
    [InlineData("developer", "No role 'developer' is assigned to you in account '111122223333'. Did you mean 'Developer'? The roles are 'Developer', 'ReadOnly'.")]
    public void A_role_is_found_by_its_very_name(string named, string expected)
    {
        var (role, problem) = Assignments.Role(named, Accounts[0], ["Developer", "ReadOnly"]);
        Assert.Equal(expected, role ?? problem);
    }

    [Fact]
    public void Of_many_only_some_are_listed()
    {
        var many = Enumerable.Range(0, 300).Select(number => new AssignedAccount($"{111122220000 + number}", "", "")).ToList();
        var (_, problem) = Assignments.Account("nowhere", many);
        Assert.StartsWith("No account 'nowhere' is assigned to you. The first of 300 accounts are '111122220000', ", problem, StringComparison.Ordinal);
        Assert.EndsWith("'111122220009'.", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_that_somebody_made_up_does_not_move_the_cursor() =>
        Assert.Equal("'111122223333' (\uFFFD[2Jx)", Assignments.Line(new("111122223333", "\e[2Jx", "")));

    [Theory]
    [InlineData("111122223333", true)]
    [InlineData("11112222333", false)]
    [InlineData("111122223333\n", false)]
    [InlineData("11112222333x", false)]
    [InlineData(null, false)]
    public void What_is_no_number_of_an_account_is_not_written(string? id, bool expected) => Assert.Equal(expected, Assignments.IsAccount(id));

    [Theory]
    [InlineData("AdministratorAccess", true)]
    [InlineData("a=b,c+d@e.f-g_h", true)]
    [InlineData("a b", false)]
    [InlineData("a\nb", false)]
    [InlineData("", false)]
    public void What_is_no_name_of_a_role_is_not_written(string name, bool expected) => Assert.Equal(expected, Assignments.IsRole(name));
}
