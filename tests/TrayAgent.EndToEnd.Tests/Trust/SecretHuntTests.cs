using System.Text;
using TrayAgent.EndToEnd.Tests.Support.Canaries;
using TrayAgent.Loopback;

namespace TrayAgent.EndToEnd.Tests.Trust;

/// <summary>What the search must find, or it proves nothing.</summary>
public sealed class SecretHuntTests
{
    private const string Refresh = "aorK3d_0aPqwe1-QXREFRKXQzR7yUi0pLk2jQXREFRKXQhG4fD5sAq1w9";
    private const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static readonly SecretHunt Hunt = new(
    [
        new KnownSecret(SecretKind.RefreshToken, Refresh), new KnownSecret(SecretKind.CodeVerifier, Verifier),
    ]);

    public static TheoryData<string, string, string> Forms()
    {
        var forms = new TheoryData<string, string, string>();
        foreach (var (kind, secret) in new[] { (SecretKind.RefreshToken, Refresh), (SecretKind.CodeVerifier, Verifier) })
        {
            var bytes = Encoding.ASCII.GetBytes(secret);
            forms.Add($"{kind}, as it is", secret, "whole");
            forms.Add($"{kind}, as it is", secret[..8], "the first eight");
            forms.Add($"{kind}, as it is", secret[^8..], "the last eight");
            forms.Add($"{kind}, as it is", secret[11..26], "a piece");
            forms.Add($"{kind}, in hexadecimal digits", Convert.ToHexString(bytes), "capitals");
            forms.Add($"{kind}, in hexadecimal digits", Convert.ToHexString(bytes).ToLowerInvariant(), "small");
            forms.Add($"{kind}, in UTF-16", Encoding.Latin1.GetString(Encoding.Unicode.GetBytes(secret)), "little end first");
            forms.Add($"{kind}, in UTF-16", Encoding.Latin1.GetString(Encoding.BigEndianUnicode.GetBytes(secret)), "big end first");
            for (var before = 0; before < 3; before++)
            {
                var encoded = Convert.ToBase64String([.. Encoding.ASCII.GetBytes("{:}"[..before]), .. bytes, .. "}"u8]);
                forms.Add($"{kind}, in base64", encoded, $"{before} before it");
                forms.Add($"{kind}, in base64", encoded.Replace('+', '-').Replace('/', '_'), $"{before} before it, for URLs");
            }
        }

        return forms;
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void It_finds_every_form_of_a_secret_and_of_a_part(string found, string text, string how) =>
        Assert.True(Hunt.Find($"before {text} after") == found, how);

    [Fact]
    public void It_finds_the_URL_form_of_what_changes_in_a_URL() => Assert.Equal(
        "SessionToken, for a URL",
        new SecretHunt([new KnownSecret(SecretKind.SessionToken, "a+/b=c+/")]).Find("token=a%2B%2Fb%3Dc%2B%2F&x=1"));

    [Fact]
    public void It_finds_nothing_where_nothing_is() =>
        Assert.Null(Hunt.Find($"aorXYZ QXACCTKXQ {Convert.ToHexString(Encoding.ASCII.GetBytes("somebody else's token"))}"));
}
