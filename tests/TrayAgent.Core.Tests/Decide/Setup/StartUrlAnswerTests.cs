using TrayAgent.Core.Decide.Setup;

namespace TrayAgent.Core.Tests.Decide.Setup;

/// <summary>The forms of start URLs in protocol.md 6.2, and what people type instead.</summary>
public sealed class StartUrlAnswerTests
{
    [Theory]
    [InlineData("https://d-1234567890.awsapps.com/start", "https://d-1234567890.awsapps.com/start")]
    [InlineData("  https://corp.awsapps.com/start/ \t", "https://corp.awsapps.com/start")]
    [InlineData("https://corp.awsapps.com/start#", "https://corp.awsapps.com/start")]
    [InlineData("https://corp.awsapps.com/start#/", "https://corp.awsapps.com/start")]
    [InlineData("https://corp.awsapps.com/start/#/?tab=accounts", "https://corp.awsapps.com/start")]
    [InlineData("https://ssoins-1111.portal.eu-west-1.app.aws/", "https://ssoins-1111.portal.eu-west-1.app.aws")]
    [InlineData("https://ssoins-1111.eu-west-1.portal.amazonaws.com", "https://ssoins-1111.eu-west-1.portal.amazonaws.com")]
    [InlineData("https://identitycenter.amazonaws.com/ssoins-1111", "https://identitycenter.amazonaws.com/ssoins-1111")]
    [InlineData("https://start.us-gov-home.awsapps.com/directory/corp", "https://start.us-gov-home.awsapps.com/directory/corp")]
    [InlineData("https://start.home.awsapps.cn/directory/d-1#/", "https://start.home.awsapps.cn/directory/d-1")]
    [InlineData("https://sso.corp.example", "https://sso.corp.example")]
    public void What_the_browser_adds_is_taken_off_and_the_rest_will_do(string typed, string expected)
    {
        Assert.Equal(expected, StartUrlAnswer.Clean(typed));
        Assert.Null(StartUrlAnswer.Problem(expected));
    }

    [Theory]
    [InlineData("", "The start URL is missing. It looks like 'https://corp.awsapps.com/start'.")]
    [InlineData("corp", "The start URL must begin with 'https://'. It looks like 'https://corp.awsapps.com/start'.")]
    [InlineData("corp.awsapps.com/start", "The start URL must begin with 'https://'. It looks like 'https://corp.awsapps.com/start'.")]
    [InlineData("http://corp.awsapps.com/start", "The start URL must begin with 'https://'.")]
    [InlineData("https://corp.awsapps.com", "The start URL of such a portal has a path: 'https://corp.awsapps.com/start'.")]
    [InlineData("https://corp.awsapps.com/start?x=1", "The start URL ends before the '?'.")]
    [InlineData("https://user@corp.awsapps.com/start", "That is no start URL. It looks like 'https://corp.awsapps.com/start'.")]
    [InlineData("https://corp.awsapps.com:444/start", "That is no start URL. It looks like 'https://corp.awsapps.com/start'.")]
    [InlineData("https://corp awsapps.com/start", "That is no start URL. It looks like 'https://corp.awsapps.com/start'.")]
    [InlineData("https://", "That is no start URL. It looks like 'https://corp.awsapps.com/start'.")]
    [InlineData("https://corp.awsapps.com/start ; x", "That is no start URL. It looks like 'https://corp.awsapps.com/start'.")]
    [InlineData("https://c\u043Erp.awsapps.com/start", "That is no start URL. It looks like 'https://corp.awsapps.com/start'.")]
    [InlineData("https://corp.awsapps.com/start\n[profile x]", "That is no start URL. It looks like 'https://corp.awsapps.com/start'.")]
    [InlineData("\u202Ehttps://corp.awsapps.com/start", "That is no start URL. It looks like 'https://corp.awsapps.com/start'.")]
    [InlineData("ftp://corp.awsapps.com/start", "That is no start URL. It looks like 'https://corp.awsapps.com/start'.")]
    public void Anything_else_is_told_what_is_wrong(string url, string expected) => Assert.Equal(expected, StartUrlAnswer.Problem(url));

    [Fact]
    public void A_very_long_one_is_none() =>
        Assert.StartsWith("That is longer than 255 characters.", StartUrlAnswer.Problem("https://" + new string('a', 300)), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://corp.awsapps.com/start", "corp")]
    [InlineData("https://d-1234567890.awsapps.com/start", "d-1234567890")]
    [InlineData("https://start.us-gov-home.awsapps.com/directory/corp", "corp")]
    [InlineData("https://sso.corp.com", "corp")]
    [InlineData("https://ssoins-1111.eu-west-1.portal.amazonaws.com", "sso")]
    [InlineData("https://ssoins-1111.portal.eu-west-1.app.aws", "sso")]
    [InlineData("https://taken.awsapps.com/start", "taken-3")]
    [InlineData("no address", "sso")]
    public void A_name_is_suggested_that_nobody_has(string url, string expected) =>
        Assert.Equal(expected, StartUrlAnswer.SuggestedName(url, ["taken", "taken-2"]));

    [Theory]
    [InlineData("https://ssoins-1111.portal.eu-west-1.app.aws", "eu-west-1")]
    [InlineData("https://ssoins-1111.eu-central-2.portal.amazonaws.com", "eu-central-2")]
    [InlineData("https://x.cn-north-1.portal.amazonaws.com.cn", "cn-north-1")]
    [InlineData("https://corp.awsapps.com/start", null)]
    [InlineData("https://x.portal.nowhere.app.aws", null)]
    public void Some_tell_their_region(string url, string? expected) => Assert.Equal(expected, StartUrlAnswer.RegionIn(url));
}
