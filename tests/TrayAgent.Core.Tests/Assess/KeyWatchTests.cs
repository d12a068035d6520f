using System.Collections.Immutable;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Tests.Assess;

/// <summary>What the user's settings held at 09:00, what they hold at 12:00, and what is missed then.</summary>
public sealed class KeyWatchTests
{
    private const string Wired = """
        { "theme": "dark", "env": { "CLAUDE_CODE_USE_BEDROCK": "1", "AWS_PROFILE": "dev", "AWS_REGION": "eu-central-1" }, "awsAuthRefresh": "aws sso login --profile dev" }
        """;

    private const string All = "awsAuthRefresh, env.AWS_PROFILE, env.AWS_REGION, env.CLAUDE_CODE_USE_BEDROCK";

    [Theory]
    [InlineData("{}", All)]
    [InlineData("", All)]
    [InlineData(null, All)]
    [InlineData("""{ "theme": "dark" }""", All)]
    [InlineData("""{ "env": { } }""", All)]
    public void A_wiped_file_is_missed(string? now, string expected) => Check(Wired, now, expected);

    [Theory]
    [InlineData(Wired)]
    [InlineData("""{ "env": { "CLAUDE_CODE_USE_BEDROCK": "1", "AWS_PROFILE": "dev", "AWS_REGION": "eu-central-1" } }""")]
    [InlineData("""{ "env": { "CLAUDE_CODE_USE_BEDROCK": "1", "AWS_REGION": "us-east-1" } }""")]
    [InlineData("""{ "env": { "CLAUDE_CODE_USE_BEDROCK": "0" } }""")]
    [InlineData("""{ "env": { "AWS_PROFILE": "" } }""")]
    public void What_a_person_removes_or_changes_is_their_choice(string now) => Check(Wired, now, "");

    [Fact]
    public void What_cannot_be_read_is_not_gone() => Check(Wired, "{ // \n }", "");

    [Fact]
    public void What_others_write_in_two_steps_is_waited_for()
    {
        Check(Wired, "{}", "", writtenAt: "11:59:56");
        Check(Wired, "{}", All, writtenAt: "11:59:55");
    }

    [Fact]
    public void What_vanishes_within_minutes_of_our_writing_it_was_another_program()
    {
        const string Without = """{ "env": { "CLAUDE_CODE_USE_BEDROCK": "1", "AWS_PROFILE": "dev" }, "awsAuthRefresh": "aws sso login --profile dev" }""";
        Check(Wired, Without, "env.AWS_REGION", writtenAt: "11:49", edit: Changed("11:40", "env.AWS_REGION"));
        Check(Wired, Without, "", writtenAt: "11:51", edit: Changed("11:40", "env.AWS_REGION"));
        Check(Wired, Without, "", writtenAt: "11:49", edit: Changed("11:40", "env.AWS_PROFILE"));
    }

    [Fact]
    public void What_we_took_out_ourselves_is_not_missed() =>
        Check(Wired, "{}", "", writtenAt: "11:49", edit: Changed("11:49", "env.AWS_REGION") with { IsLatest = true });

    [Fact]
    public void What_an_administrator_now_sets_is_not_missed()
    {
        var managed = Given.Settings(Wired, SettingsScope.ManagedFile, "/etc/claude-code/managed-settings.json");
        Check(Wired, "{}", "", managed);
    }

    [Fact]
    public void Who_does_not_use_Bedrock_misses_nothing() =>
        Check("""{ "model": "opus", "env": { "AWS_PROFILE": "dev" } }""", "{}", "");

    [Fact]
    public void One_key_alone_is_missed_only_when_the_whole_file_is_empty()
    {
        var known = new KnownKeys
        {
            File = "/home/ann/.claude/settings.json",
            Keys = ImmutableDictionary<string, string>.Empty.Add("env.CLAUDE_CODE_USE_BEDROCK", "1"),
        };
        Assert.Equal("", Lost(KeyWatch.After(Machine("""{ "theme": "dark" }""", known, "11:00"))));
        Assert.Equal("env.CLAUDE_CODE_USE_BEDROCK", Lost(KeyWatch.After(Machine("{}", known, "11:00"))));
    }

    [Fact]
    public void What_comes_back_is_missed_no_more_whatever_it_says_now()
    {
        var wiped = After(Wired, "{}");
        var partly = KeyWatch.After(Machine("""{ "env": { "AWS_PROFILE": "ops", "CLAUDE_CODE_USE_BEDROCK": "1" } }""", wiped, "11:30"));
        Assert.Equal("awsAuthRefresh, env.AWS_REGION", Lost(partly));
        Assert.Equal("", Lost(KeyWatch.After(Machine(Wired, partly, "11:40"))));
    }

    [Fact]
    public void What_was_lost_stays_lost_when_looked_at_again()
    {
        var wiped = After(Wired, "{}");
        Assert.Equal(All, Lost(KeyWatch.After(Machine("{}", wiped, "11:00"))));
        Assert.Equal(All, Lost(KeyWatch.After(Machine("{ // \n}", wiped, "11:50"))));
    }

    [Fact]
    public void What_might_be_a_secret_is_not_remembered()
    {
        var known = KeyWatch.After(Machine(
            Wired.Replace("aws sso login --profile dev", "curl https://ann:secret@corp.example/login"), KnownKeys.Nothing, "09:00"));
        Assert.DoesNotContain("awsAuthRefresh", known.Keys.Keys);
        Assert.Contains("env.AWS_PROFILE", known.Keys.Keys);
    }

    [Fact]
    public void Another_file_is_another_story()
    {
        var known = After(Wired, Wired) with { File = "/elsewhere/settings.json" };
        Assert.Equal("", Lost(KeyWatch.After(Machine("{}", known, "11:00"))));
    }

    [Theory]
    [InlineData("{}", All)]
    [InlineData(null, All)]
    [InlineData("""{ "env": { "AWS_PROFILE": "ops" } }""", "")]
    public void Where_no_agent_looks_our_last_edit_says_what_was_there(string? now, string expected)
    {
        foreach (var known in new[] { KnownKeys.Nothing, new KnownKeys { File = "/elsewhere.json" }, KeyWatch.After(Machine("{}", KnownKeys.Nothing, "08:00")) })
        {
            Assert.Equal(expected, Lost(KeyWatch.After(Machine(now, known, "11:00", Edit("09:00", Wired)))));
        }
    }

    [Fact]
    public void Of_an_edit_that_the_agent_has_looked_at_it_knows_more_than_the_edit_says()
    {
        var known = KeyWatch.After(Machine("""{ "theme": "dark" }""", KnownKeys.Nothing, "08:00")) with { CheckedEdit = Given.At("09:00") };
        Assert.Equal("", Lost(KeyWatch.After(Machine("{}", known, "11:00", Edit("09:00", Wired)))));
    }

    [Fact]
    public void What_a_person_left_is_not_missed_because_of_our_last_edit()
    {
        var edit = Edit("09:00", Wired);
        var left = KeyWatch.WithoutLost(Machine("{}", KnownKeys.Nothing, "11:00", edit));
        Assert.Equal("", Lost(KeyWatch.After(Machine("{}", left, "11:00", edit))));
    }

    [Fact]
    public void Settings_without_Bedrock_that_we_left_are_not_missed() =>
        Check("{}", "{}", "", edit: Edit("09:00", """{ "model": "opus", "env": { "AWS_PROFILE": "dev" } }"""));

    private static OwnEdit Edit(string at, [System.Diagnostics.CodeAnalysis.StringSyntax("json")] string left) =>
        new(Given.At(at), "claude fix", []) { Left = OwnKeys.In(Given.Settings(left)) };

    private static OwnEdit Changed(string at, string key) =>
        new(Given.At(at), "claude fix", [new SettingsChange.Put(key, "eu-central-1")]);

    private static void Check(
        string before, string? now, string expected, ClaudeSettingsLayer? other = null, string writtenAt = "11:00", OwnEdit? edit = null) =>
        Assert.Equal(expected, Lost(After(before, now, other, writtenAt, edit)));

    private static KnownKeys After(
        string before, string? now, ClaudeSettingsLayer? other = null, string writtenAt = "11:00", OwnEdit? edit = null)
    {
        var snapshot = Machine(now, KeyWatch.After(Machine(before, KnownKeys.Nothing, "08:00")), writtenAt, edit);
        return KeyWatch.After(other is null ? snapshot : snapshot with
        {
            Claude = snapshot.Claude with { Layers = [other, .. snapshot.Claude.Layers] },
        });
    }

    private static Snapshot Machine(string? settings, KnownKeys known, string writtenAt, OwnEdit? edit = null)
    {
        var machine = Given.Machine("12:00") with
        {
            KnownKeys = known,
            SettingsFile = new SettingsFileLook(Given.At(writtenAt), edit) { IsBlank = string.IsNullOrEmpty(settings) },
        };
        return settings is null ? machine : machine.With(Given.Settings(settings));
    }

    private static string Lost(KnownKeys known) => string.Join(", ", KeyWatch.Lost(known).Select(lost => lost.Key));
}
