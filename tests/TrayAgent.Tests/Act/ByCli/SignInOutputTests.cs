using TrayAgent.Act.ByCli;

namespace TrayAgent.Tests.Act.ByCli;

public sealed class SignInOutputTests
{
    private const string Device = "https://device.sso.us-east-1.amazonaws.com/";

    [Theory]
    [InlineData("2.36.7-device-browser", Device, null, "ABCD-EFGH")]
    [InlineData("2.36.7-device-nobrowser", Device, Device + "?user_code=ABCD-EFGH", "ABCD-EFGH")]
    [InlineData("2.36.7-legacy-browser", Device, null, "ABCD-EFGH")]
    [InlineData("2.9.19-device-browser", Device, null, "ABCD-EFGH")]
    [InlineData("2.9.19-device-nobrowser", Device, Device + "?user_code=ABCD-EFGH", "ABCD-EFGH")]
    [InlineData("2.36.7-pkce-browser", Pkce + "&state=b7884210-5a32-461c-9828-646b5942ecec" + PkceEnd + "FAxtMS3X9RyRU3FbYoTDHCU4h2KWWyOdYk-ttfn_G-M", null, null, "35309")]
    [InlineData("2.36.7-pkce-nobrowser", Pkce + "&state=b509c186-8a3c-4cc8-9e03-167b1de9f62d" + PkceEnd + "JltgVCPQp8oSqPq3sd7rAB9ixFPlPfAnToSKtRdGMRM", null, null, "38711")]
    public void Every_observed_output_gives_its_url_and_code(
        string fixture, string url, string? completeUrl, string? code, string port = "") =>
        Check(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Fixtures", "cli-output", fixture + ".stdout.txt")),
            url.Replace("PORT", port, StringComparison.Ordinal),
            completeUrl,
            code,
            succeeded: "yes");

    [Fact]
    public void Windows_line_ends_and_the_old_misspelling_make_no_difference() =>
        Check(
            "Browser will not be automatically opened.\r\nPlease visit the following URL:\r\n\r\nhttps://a.awsapps.com/start/#/device\r\n\r\n"
            + "Then enter the code:\r\n\r\nWXYZ-1234\r\n\r\nSuccessully logged into Start URL: https://a.awsapps.com/start\r\n",
            "https://a.awsapps.com/start/#/device",
            null,
            "WXYZ-1234",
            succeeded: "yes");

    [Fact]
    public void A_page_without_the_code_in_its_address_keeps_the_code_to_compare() =>
        Check(
            "Please visit the following URL:\n\nhttps://eu-west-1.signin.aws/platform/authorize?request_uri=urn%3Ax\n\n"
            + "Then enter the code:\n\nWXYZ-1234\n",
            "https://eu-west-1.signin.aws/platform/authorize?request_uri=urn%3Ax",
            null,
            "WXYZ-1234",
            succeeded: "no");

    [Fact]
    public void The_page_of_the_pkce_flow_is_known_at_once() =>
        Assert.True(SignInOutput.Empty.Next("https://oidc.eu-west-1.amazonaws.com/authorize?redirect_uri=http%3A%2F%2F127.0.0.1").IsComplete);

    private const string Pkce =
        "http://127.0.0.1:18099/authorize?response_type=code&client_id=cid&redirect_uri=http%3A%2F%2F127.0.0.1%3APORT%2Foauth%2Fcallback";

    private const string PkceEnd = "&code_challenge_method=S256&scopes=sso%3Aaccount%3Aaccess&code_challenge=";

    private static void Check(string stdout, string url, string? completeUrl, string? code, string succeeded)
    {
        var output = stdout.Split('\n').Aggregate(SignInOutput.Empty, (seen, line) => seen.Next(line.TrimEnd('\r')));
        Assert.Equal(
            (url, completeUrl, code, succeeded),
            (output.Url, output.CompleteUrl, output.UserCode, output.HasSucceeded ? "yes" : "no"));
    }
}
