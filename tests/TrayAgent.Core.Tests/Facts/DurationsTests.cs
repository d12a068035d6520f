using TrayAgent.Core.Facts;

namespace TrayAgent.Core.Tests.Facts;

public sealed class DurationsTests
{
    [Theory]
    [InlineData("90m", "01:30:00")]
    [InlineData("8h", "08:00:00")]
    [InlineData("2d", "2.00:00:00")]
    [InlineData("0m", "00:00:00")]
    public void A_number_and_a_unit_are_a_length(string text, string expected) =>
        Assert.Equal(expected, Durations.TryParse(text)?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("h")]
    [InlineData("8")]
    [InlineData("8 h")]
    [InlineData("-8h")]
    [InlineData("+8h")]
    [InlineData("8.5h")]
    [InlineData("8H")]
    [InlineData("8s")]
    [InlineData("9999999999h")]
    [InlineData("2147483647d")]
    [InlineData("2147483647m")]
    [InlineData("٨h")]
    public void Everything_else_is_none(string text) => Assert.Null(Durations.TryParse(text));
}
