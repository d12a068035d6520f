using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Tests.Facts.Aws;

public sealed class StartUrlsTests
{
    [Theory]
    [InlineData("https://d-1.awsapps.com/start")]
    [InlineData("https://d-1.awsapps.com/start/")]
    [InlineData("https://d-1.awsapps.com/start#/")]
    [InlineData(" HTTPS://D-1.awsapps.com/start/# ")]
    [InlineData("https://d-1.awsapps.com/start /")]
    [InlineData("https://d-1.awsapps.com/start\r#")]
    public void Each_spelling_of_a_start_URL_has_one_key(string startUrl) =>
        Assert.Equal("https://d-1.awsapps.com/start", StartUrls.Key(startUrl));
}
