using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Tests.Facts.Aws;

/// <summary>Names that the AWS CLI and botocore were seen to use, or that Python's own hash gives.</summary>
public sealed class FileNameTests
{
    private static readonly SsoSession Session = new()
    {
        Name = "s",
        Kind = SessionKind.SsoSession,
        StartUrl = "https://d-1.awsapps.com/start",
        Region = "us-east-1",
        Scopes = ["sso:account:access"],
        File = "config",
        Line = 1,
    };

    [Fact]
    public void A_registration_is_where_the_aws_cli_looks_for_it()
    {
        Assert.Equal("467ca71fcb5ebf97954ed6f91b2852c8093d065b.json", RegistrationFileName.Of(Session));
        Assert.Equal(
            "4c8232f5b856247191190eb9e4a2d778dc4f2b56.json",
            RegistrationFileName.Of(Session with { Name = Session.StartUrl!, Kind = SessionKind.Legacy, Scopes = [] }));
    }

    [Theory]
    [InlineData("r", "b6b11eede51784ec0bca1b703e054471fca00a09.json")]
    [InlineData("a+b&'<é\u007f", "341977842740be5ca7e9f42149eeb992960d3354.json")]
    public void Role_credentials_are_where_the_aws_cli_looks_for_them(string role, string expected) =>
        Assert.Equal(expected, CacheFileNames.Role(Session, "111122223333", role));
}
