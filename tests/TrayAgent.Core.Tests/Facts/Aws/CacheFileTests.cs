using System.Globalization;
using System.Text;
using CsCheck;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Core.Tests.Facts.Aws;

public sealed class CacheFileTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("login-device-awscli-2.36.7.json", "token until 2026-11-23T02:29:09.0000000Z, refreshable until 2027-02-21T01:29:09.0000000Z")]
    [InlineData("login-legacy-profile-awscli-2.36.7.json", "token until 2026-11-23T02:29:11.0000000Z, refreshable until 2027-02-21T01:29:11.0000000Z")]
    [InlineData("refreshed-by-awscli-2.36.7.json", "token until 2026-11-23T02:29:08.0000000Z, refreshable until 2027-02-11T01:29:07.0000000Z")]
    [InlineData("refreshed-by-botocore-1.43.11.json", "token until 2026-11-23T02:29:06.0000000Z, refreshable until 2027-02-11T01:29:06.0000000Z")]
    [InlineData("refreshed-by-js-token-providers-3.1166.0.json", "token until 2026-11-23T02:29:06.9510000Z, refreshable until 2027-02-11T01:29:06.0000000Z")]
    [InlineData("refreshed-by-dotnet-core-4.0.102.19.json", "token until 2026-11-23T02:29:07.4005591Z, refreshable until 2027-02-11T01:29:06.0000000Z")]
    [InlineData("input-before-refresh.json", "token until 2026-11-23T01:32:06.0000000Z, refreshable until 2027-02-11T01:29:06.0000000Z")]
    [InlineData("registration-device-awscli-2.36.7.json", "registration until 2027-02-21T01:29:09.0000000Z, scopes")]
    [InlineData("registration-pkce-awscli-2.36.7.json", "registration until 2027-02-21T01:29:12.0000000Z, scopes, PKCE")]
    [InlineData("cli-role-cache-awscli-2.36.7.json", "foreign: JSON of another kind")]
    public void Files_of_real_tools_are_told_apart(string file, string expected) =>
        Check(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "tokens", file)), expected);

    [Fact]
    public void What_dotnet_writes_without_a_new_refresh_token_is_not_refreshable_and_breaks_others() => Check(
        File.ReadAllBytes(Path.Combine(
            AppContext.BaseDirectory, "Fixtures", "tokens", "refreshed-without-new-refresh-token-by-dotnet.json")),
        "token until 2026-11-23T02:29:08.7785290Z; 'refreshToken' is null: the Go SDK cannot read the file, "
        + "and the AWS CLI fails when less than 15 minutes are left.");

    [Theory]
    [InlineData("2099-01-01T00:00:00Z", "")]
    [InlineData("2099-01-01T00:00:00z", "")]
    [InlineData("2099-01-01T00:00:00.123Z", "")]
    [InlineData("2099-01-01T00:00:00.1234567Z", "")]
    [InlineData("2099-01-01T00:00:00+00:00", "the Rust SDK cannot")]
    [InlineData("2099-01-01T02:00:00+02:00", "the Rust SDK cannot")]
    [InlineData("2099-01-01T00:00:00UTC", "the JavaScript SDK, the .NET SDK, the Go SDK and the Rust SDK cannot")]
    [InlineData("2099-01-01T00:00:00+0000", "the .NET SDK, the Go SDK and the Rust SDK cannot")]
    [InlineData("2099-01-01 00:00:00Z", "the .NET SDK, the Go SDK and the Rust SDK cannot")]
    [InlineData("2099-01-01T00:00:00", "the AWS CLI, the Go SDK and the Rust SDK cannot")]
    public void Every_form_of_a_date_is_read_and_the_tools_that_cannot_are_named(string date, string tools)
    {
        var content = Assert.IsType<CacheFile.Token>(Parse($$"""{"accessToken":"a","expiresAt":"{{date}}"}""")).Content;

        Assert.Equal(new DateTimeOffset(2099, 1, 1, 0, 0, 0, TimeSpan.Zero), content.ExpiresAt, TimeSpan.FromSeconds(1));
        Assert.Contains(tools, string.Concat(content.Oddities), StringComparison.Ordinal);
        Assert.Equal(tools.Length > 0, content.Oddities.Length > 0);
    }

    [Fact]
    public void Every_second_of_the_calendar_is_read_as_it_is_written() =>
        Gen.Long[0, DateTimeOffset.MaxValue.Ticks / TimeSpan.TicksPerSecond].Sample(seconds =>
        {
            var instant = new DateTimeOffset(seconds * TimeSpan.TicksPerSecond, TimeSpan.Zero);
            var text = instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

            Assert.Equal(instant, Assert.IsType<CacheFile.Token>(Parse($$"""{"accessToken":"a","expiresAt":"{{text}}"}""")).Content.ExpiresAt);
        });

    [Theory]
    [InlineData("\"10000-01-01T00:00:00Z\"", "'x.json' has an 'expiresAt' that is no date.")]
    [InlineData("\"9999-12-31T23:59:59.9-14:00\"", "'x.json' has an 'expiresAt' that is no date.")]
    [InlineData("\"2026-13-01T00:00:00Z\"", "'x.json' has an 'expiresAt' that is no date.")]
    [InlineData("\"2026-02-30T00:00:00Z\"", "'x.json' has an 'expiresAt' that is no date.")]
    [InlineData("\"2026-01-00T00:00:00Z\"", "'x.json' has an 'expiresAt' that is no date.")]
    [InlineData("\"0000-01-01T00:00:00Z\"", "'x.json' has an 'expiresAt' that is no date.")]
    [InlineData("\"2026-01-01T24:00:00Z\"", "'x.json' has an 'expiresAt' that is no date.")]
    [InlineData("\"2026-01-01T00:60:00Z\"", "'x.json' has an 'expiresAt' that is no date.")]
    [InlineData("\"2026-01-01T00:00:60Z\"", "'x.json' has an 'expiresAt' that is no date.")]
    [InlineData("\"2026-01-01T00:00:00+99:99\"", "'x.json' has an 'expiresAt' that is no date.")]
    [InlineData("\"٢٠٢٦-01-01T00:00:00Z\"", "'x.json' has an 'expiresAt' that is no date.")]
    [InlineData("\"\"", "'x.json' has an 'expiresAt' that is no date.")]
    [InlineData("1795392000", "'x.json' has an 'expiresAt' that is no text.")]
    [InlineData("null", "'x.json' has an 'expiresAt' that is no text.")]
    [InlineData("{\"a\":[1,{}]}", "'x.json' has an 'expiresAt' that is no text.")]
    public void A_date_that_nobody_can_read_makes_the_file_unreadable(string date, string expected) =>
        Check($$"""{"accessToken":"a","expiresAt":{{date}}}""", "unreadable: " + expected);

    [Theory]
    [InlineData("", "unreadable: 'x.json' is empty.")]
    [InlineData("\0\0\0\0", "unreadable: 'x.json' holds nothing but zero bytes, as after a crash of the machine.")]
    [InlineData("{\"accessToken\":\"a\",\"expir", "unreadable: 'x.json' is not complete JSON.")]
    [InlineData("{} {}", "unreadable: 'x.json' is not complete JSON.")]
    [InlineData("{\"accessToken\":\"\\ud800\",\"expiresAt\":\"2099-01-01T00:00:00Z\"}", "unreadable: 'x.json' is not complete JSON.")]
    [InlineData("{\"accessToken\":\"a\"}", "unreadable: 'x.json' has no 'expiresAt'.")]
    [InlineData("{\"accessToken\":\"\",\"expiresAt\":\"2099-01-01T00:00:00Z\"}", "unreadable: 'x.json' has an empty 'accessToken'.")]
    [InlineData("{\"accessToken\":7,\"expiresAt\":\"2099-01-01T00:00:00Z\"}", "unreadable: 'x.json' has an 'accessToken' that is no text.")]
    [InlineData("[]", "foreign: JSON, but no object")]
    [InlineData("\"a\"", "foreign: JSON, but no object")]
    [InlineData("{}", "foreign: JSON of another kind")]
    [InlineData("{\"accessToken\":{\"accessKeyId\":\"A\",\"expiresAt\":\"2099-01-01T00:00:00Z\"}}", "foreign: a session of 'aws login'")]
    [InlineData("{\"clientId\":\"c\",\"clientSecret\":\"s\"}", "registration until never")]
    [InlineData("{\"clientId\":\"c\",\"clientSecret\":\"s\",\"expiresAt\":9}", "registration until never")]
    [InlineData("\ufeff{\"clientId\":\"c\",\"clientSecret\":\"s\"}", "unreadable: 'x.json' starts with a byte order mark, so that the AWS CLI cannot sign in.")]
    public void Odd_files_are_named_for_what_they_are(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("", "token until 2099-01-01T00:00:00.0000000Z")]
    [InlineData(""","refreshToken":"" """, "token until 2099-01-01T00:00:00.0000000Z; 'refreshToken' is empty: no tool can use it.")]
    [InlineData(""","clientId":null """, "token until 2099-01-01T00:00:00.0000000Z; 'clientId' is null: the Go SDK cannot read the file.")]
    [InlineData(""","region":5 """, "token until 2099-01-01T00:00:00.0000000Z; 'region' is no text: the .NET SDK and the Go SDK cannot read the file.")]
    [InlineData(""","expiresAt":"2098-01-01T00:00:00Z" """, "token until 2098-01-01T00:00:00.0000000Z")]
    [InlineData(""","clientId":"c","clientSecret":"s","refreshToken":"r" """, "token until 2099-01-01T00:00:00.0000000Z, refreshable until never; "
        + "'registrationExpiresAt' is missing: the .NET SDK fails shortly before the token ends, "
        + "and the AWS CLI and the Rust SDK do not refresh it.")]
    public void What_stops_some_tool_is_said(string more, string expected) =>
        Check($$"""{"accessToken":"a","expiresAt":"2099-01-01T00:00:00Z"{{more}}}""", expected);

    [Fact]
    public void A_byte_order_mark_is_an_oddity_of_a_token() => Check(
        "\ufeff{\"accessToken\":\"a\",\"expiresAt\":\"2099-01-01T00:00:00Z\"}",
        "token until 2099-01-01T00:00:00.0000000Z; The file starts with a byte order mark: the AWS CLI and the JavaScript SDK "
        + "cannot read it.");

    [Fact]
    public void Bytes_that_are_no_UTF8_are_unreadable() => Check(
        [.. "{\"accessToken\":\""u8, 0xFF, .. "\",\"expiresAt\":\"2099-01-01T00:00:00Z\"}"u8],
        "unreadable: 'x.json' is not valid UTF-8.");

    [Fact]
    public void Deep_nesting_does_no_harm()
    {
        Check(new string('[', 200_000), "unreadable: 'x.json' is not complete JSON.");
        Check(
            $$"""{"x":{{new string('[', 900)}}{{new string(']', 900)}},"accessToken":"a","expiresAt":"2099-01-01T00:00:00Z"}""",
            "token until 2099-01-01T00:00:00.0000000Z");
    }

    [Fact]
    public void Two_tokens_have_two_fingerprints_and_neither_shows_the_token()
    {
        var one = Parse("""{"accessToken":"SECRET-1","refreshToken":"SECRET-R","clientSecret":"SECRET-C","clientId":"c","expiresAt":"2099-01-01T00:00:00Z"}""");
        var two = Parse("""{"accessToken":"SECRET-2","expiresAt":"2099-01-01T00:00:00Z"}""");

        Assert.Equal("c437a1683402c357", Assert.IsType<CacheFile.Token>(one).Content.Fingerprint);
        Assert.NotEqual(((CacheFile.Token)one).Content.Fingerprint, Assert.IsType<CacheFile.Token>(two).Content.Fingerprint);
        Assert.DoesNotContain("SECRET", $"{one} {two}", StringComparison.Ordinal);
    }

    [Fact]
    public void No_bytes_make_it_fail()
    {
        var whole = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Fixtures", "tokens", "input-before-refresh.json"));
        Gen.Select(Gen.Int[0, whole.Length], Gen.Byte.Array[0, 20]).Sample((cut, more) =>
        {
            var torn = Parse([.. whole.AsSpan(0, cut), .. more]);
            Assert.False(torn is CacheFile.Token && cut < whole.Length - 1, "A torn file passed for a token.");
        });
    }

    private static CacheFile Parse(string text) => Parse(Encoding.UTF8.GetBytes(text));

    private static CacheFile Parse(byte[] bytes) => CacheFileParser.Parse("x.json", Now, null, bytes, Now);

    private static void Check(string text, string expected) => Check(Encoding.UTF8.GetBytes(text), expected);

    private static void Check(byte[] bytes, string expected) => Assert.Equal(expected, Parse(bytes) switch
    {
        CacheFile.Token { Content: var token } => $"token until {Text(token.ExpiresAt)}"
            + (token.HasRefreshToken ? $", refreshable until {Text(token.RegistrationExpiresAt)}" : "")
            + string.Concat(token.Oddities.Select(oddity => $"; {oddity}")),
        CacheFile.Registration { Content: var registration } => $"registration until {Text(registration.ExpiresAt)}"
            + (registration.HasScopes ? ", scopes" : "") + (registration.IsForPkce ? ", PKCE" : ""),
        CacheFile.Foreign foreign => $"foreign: {foreign.Description}",
        CacheFile.Unreadable unreadable => $"unreadable: {unreadable.Reason}",
        _ => throw new System.Diagnostics.UnreachableException(),
    });

    private static string Text(DateTimeOffset? date) =>
        date?.UtcDateTime.ToString("o", CultureInfo.InvariantCulture) ?? "never";
}
