using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Tests.Show;

/// <summary>The whole text is compared: names, order, nulls and times are a contract.</summary>
public sealed class StatusJsonTests
{
    [Fact]
    public void A_refreshable_session_and_its_profile() => Check(
        Given.Corp("09:00:00.9").With(Given.Claude("dev"))
            .With("corp", SessionHistory.Empty with { SignedInAt = Given.At("08:00") })
            .Observing("https://corp.awsapps.com/start", new ObservedLength(TimeSpan.FromHours(9), TimeSpan.FromHours(10))),
        """
        {"schema":1,"generatedAt":"2026-11-23T09:00:00Z","overall":"healthy","sessions":[{"name":"corp","kind":"sso-session",
        "startUrl":"https://corp.awsapps.com/start","region":"eu-west-1","scopes":["sso:account:access"],"state":"valid",
        "refreshable":true,"accessTokenExpiresAt":"2026-11-23T17:00:00Z","registrationExpiresAt":"2027-02-01T00:00:00Z",
        "estimatedEnd":{"earliest":"2026-11-23T17:00:00Z","latest":"2026-11-23T18:00:00Z","basis":"observed"},
        "profiles":["dev"],"usedByClaude":true,
        "cacheFile":"/home/ann/.aws/sso/cache/c0a2a1ce4a3b.json"}],
        "profiles":[{"name":"dev","kind":"sso-session","session":"corp","accountId":"111122223333","roleName":"Developer",
        "region":"eu-central-1"}],"findings":[],"homes":[]}
        """);

    [Fact]
    public void What_is_missing_is_null() => Check(
        Given.Machine("09:00").With(Given.Session("corp") with { StartUrl = null, Region = null, Scopes = [] })
            .With(Given.Profile("p", null) with { Kind = TrayAgent.Core.Facts.Aws.ProfileKind.Static, AccountId = null, RoleName = null, Region = null }),
        """
        {"schema":1,"generatedAt":"2026-11-23T09:00:00Z","overall":"unknown","sessions":[{"name":"corp","kind":"sso-session",
        "startUrl":null,"region":null,"scopes":[],"state":"signed-out",
        "refreshable":false,"accessTokenExpiresAt":null,"registrationExpiresAt":null,
        "estimatedEnd":null,
        "profiles":[],"usedByClaude":false,
        "cacheFile":"/home/ann/.aws/sso/cache/c0a2a1ce4a3b.json"}],
        "profiles":[{"name":"p","kind":"static","session":null,"accountId":null,"roleName":null,
        "region":null}],"findings":[]}
        """,
        findings: false);

    [Fact]
    public void A_finding_with_a_command() => CheckFinding(
        Given.Corp("09:00").Without("corp"),
        """
        {"code":"aws.token.sign-in-needed","severity":"error","subject":"corp",
        "message":"The session \u0027corp\u0027 is signed out.",
        "remedy":{"text":"Sign in to \u0027corp\u0027.","argv":["trayagent","login","--session","corp"]}}
        """);

    [Fact]
    public void A_finding_with_advice() => CheckFinding(
        Given.Corp("09:00").With(Given.Claude("elsewhere")),
        """
        {"code":"claude.profile.unknown","severity":"error","subject":"elsewhere",
        "message":"Claude Code\u0027s settings name the profile \u0027elsewhere\u0027, which does not exist.",
        "remedy":{"text":"Correct the name in \u0027/home/ann/.claude/settings.json\u0027, or add it to \u0027/home/ann/.aws/config\u0027.","argv":null}}
        """);

    [Fact]
    public void Other_homes_with_what_their_files_say()
    {
        var there = Given.Corp("09:00");
        OtherHome[] homes =
        [
            new OtherHome.Seen("WSL Ubuntu", @"\\wsl.localhost\Ubuntu\home\ann", there.Config, there.Cache, "dev"),
            new OtherHome.AtRest("WSL Debian"),
            new OtherHome.Seen("WSL Old", "o", there.Config, there.Without("corp").Cache, null),
        ];
        Assert.EndsWith(
            """
            "homes":[{"name":"WSL Debian","lookedAt":false,"folder":null,"claudeProfile":null,"sessions":[]},
            {"name":"WSL Old","lookedAt":true,"folder":"o","claudeProfile":null,"sessions":[{"name":"corp",
            "startUrl":"https://corp.awsapps.com/start","state":"signed-out","refreshable":false,"accessTokenExpiresAt":null}]},
            {"name":"WSL Ubuntu","lookedAt":true,"folder":"\\\\wsl.localhost\\Ubuntu\\home\\ann","claudeProfile":"dev","sessions":[{"name":"corp",
            "startUrl":"https://corp.awsapps.com/start","state":"valid","refreshable":true,"accessTokenExpiresAt":"2026-11-23T17:00:00Z"}]}]}
            """.ReplaceLineEndings(""),
            Json(there with { OtherHomes = [.. homes] }, Policy.Default),
            StringComparison.Ordinal);
    }

    [Fact]
    public void One_line_is_one_line_whatever_the_names_are()
    {
        var assessment = Assessor.Assess(Given.Corp("09:00").With(Given.Session("a\nb\u2028c\ud800")), Policy.Default);
        Assert.DoesNotContain(StatusJson.Of(assessment, JsonLayout.OneLine), char.IsControl);
        Assert.Contains("a\\nb\\u2028c", StatusJson.Of(assessment, JsonLayout.OneLine), StringComparison.Ordinal);
        Assert.StartsWith("{\n  \"schema\": 1,\n", StatusJson.Of(assessment, JsonLayout.Indented), StringComparison.Ordinal);
    }

    [Fact]
    public void Arrays_are_ordinal_by_name_whatever_the_order_of_the_files()
    {
        var snapshot = Given.Machine("09:00").With(Given.Session("b"), Given.Session("B"), Given.Session("a"))
            .With(Given.Profile("b", "a"), Given.Profile("B", "a"), Given.Profile("a", "a"));
        using var json = System.Text.Json.JsonDocument.Parse(Json(snapshot, Policy.Default));
        Assert.Equal(["B", "a", "b"], Names(json.RootElement.GetProperty("sessions")));
        Assert.Equal(["B", "a", "b"], Names(json.RootElement.GetProperty("profiles")));
    }

    private static IEnumerable<string?> Names(System.Text.Json.JsonElement array) =>
        array.EnumerateArray().Select(item => item.GetProperty("name").GetString());

    private static void CheckFinding(Snapshot snapshot, string expected) => Assert.Contains(
        expected.ReplaceLineEndings(""), Json(snapshot, Given.Pinned("corp")), StringComparison.Ordinal);

    private static void Check(Snapshot snapshot, string expected, bool findings = true)
    {
        var json = Json(snapshot, Policy.Default).Replace(
            TrayAgent.Core.Facts.Aws.CacheFileNames.Token("corp"), "c0a2a1ce4a3b.json", StringComparison.Ordinal);
        Assert.Equal(
            expected.ReplaceLineEndings(""),
            findings ? json : string.Concat(json.AsSpan(0, json.IndexOf("\"findings\":", StringComparison.Ordinal)), "\"findings\":[]}"));
    }

    private static string Json(Snapshot snapshot, Policy policy) =>
        StatusJson.Of(Assessor.Assess(snapshot, policy), JsonLayout.OneLine);
}
