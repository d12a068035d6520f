using System.Text;
using TrayAgent.Act.Tokens;

namespace TrayAgent.Tests.Act.Tokens;

public sealed class TokenTextTests
{
    private static readonly TokenFields Whole = new()
    {
        StartUrl = "https://d-1.awsapps.com/start",
        Region = "us-east-1",
        AccessToken = "NEWAT",
        ExpiresAt = new DateTimeOffset(2026, 11, 23, 2, 29, 8, 951, TimeSpan.Zero),
        ClientId = "cid",
        ClientSecret = "csecret",
        RegistrationExpiresAt = new DateTimeOffset(2027, 2, 11, 3, 29, 7, TimeSpan.FromHours(2)),
        RefreshToken = "NEWRT",
    };

    /// <summary>What AWS CLI 2.36.7 wrote after a refresh, byte for byte.</summary>
    private const string AsTheCliWrote =
        """{"startUrl": "https://d-1.awsapps.com/start", "region": "us-east-1", "accessToken": "NEWAT", "expiresAt": "2026-11-23T02:29:08Z", "clientId": "cid", "clientSecret": "csecret", "registrationExpiresAt": "2027-02-11T01:29:07Z", "refreshToken": "NEWRT"}""";

    [Fact]
    public void A_token_is_written_as_the_aws_cli_writes_it() => Assert.Equal(AsTheCliWrote, Compose(Whole, ""));

    [Fact]
    public void What_is_missing_is_left_out() => Assert.Equal(
        """{"accessToken": "a", "expiresAt": "2026-11-23T02:29:08Z"}""",
        Compose(new TokenFields { AccessToken = "a", ExpiresAt = Whole.ExpiresAt }, ""));

    [Theory]
    [InlineData("""{"accessToken":"old","refreshToken":null,"extra":"keepme"}""", """, "extra": "keepme"}""")]
    [InlineData("\uFEFF{\"extra\" : {\"b\":[1.50,true , null],\"a\":-1e18},\"more\":[]}", """, "extra": {"b": [1.50, true, null], "a": -1e18}, "more": []}""")]
    [InlineData("""{"ключ":"é\n😀\u00e9"}""", """, "\u043a\u043b\u044e\u0447": "\u00e9\n\ud83d\ude00\u00e9"}""")]
    [InlineData("""{"access\u0054oken":"old"}""", "}")]
    [InlineData("""{"half":"\ud800"}""", """, "half": "\ud800"}""")]
    [InlineData("""{"\ud800":"half"}""", "}")]
    [InlineData("""{"extra":"torn""", "}")]
    [InlineData("[1]", "}")]
    public void What_others_added_is_kept_after_our_own(string old, string expectedEnd) =>
        Assert.Equal(AsTheCliWrote[..^1] + expectedEnd, Compose(Whole, old));

    [Fact]
    public void It_prints_no_secret() => Assert.Equal("***", $"{Whole}");

    private static string Compose(TokenFields fields, string old) =>
        Encoding.UTF8.GetString(TokenText.Compose(fields, Encoding.UTF8.GetBytes(old)));
}
