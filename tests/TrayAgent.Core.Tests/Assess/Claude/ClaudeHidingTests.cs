using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;
using static TrayAgent.Core.Tests.Assess.Claude.ClaudeMachine;

namespace TrayAgent.Core.Tests.Assess.Claude;

/// <summary>Each symptom beside its cause, and without it; the codes about Claude Code are compared in full.</summary>
public sealed class ClaudeHidingTests
{
    private const string User = "/home/ann/.claude/settings.json";

    private const string All = $"{Bedrock},{Dev},{Region}";

    private const string Export = ",\"awsCredentialExport\":\"trayagent credentials --profile dev --format claude\"";

    private static readonly Snapshot OtherRole = Bare.With(Given.Profile("default", "corp") with { Line = 50, RoleName = "Admin" });

    [Fact]
    public void An_unreadable_file_hides_what_may_stand_in_it()
    {
        Check(With("", Refresh), "claude.bedrock.off");
        CheckBesideUnreadable(With("", Refresh), "");
        Check(NoRegion(With($"{Bedrock},{Dev}", "")), "claude.region.missing claude.refresh.missing");
        CheckBesideUnreadable(NoRegion(With($"{Bedrock},{Dev}", "")), "");
        Check(With($"{Bedrock},{Region}", ""), "claude.profile.missing");
        CheckBesideUnreadable(With($"{Bedrock},{Region}", ""), "");
        CheckBesideUnreadable(OtherRole.With(Given.Settings($"{{\"env\":{{{Bedrock},{Region}}},{Refresh}{Export}}}")), "");

        // What stands in another file is wrong whatever stands in this one.
        CheckBesideUnreadable(With("\"CLAUDE_CODE_USE_BEDROCK\":\"yes\""), "claude.bedrock.flag-form");
    }

    [Fact]
    public void A_file_with_a_mistake_hides_nothing() => Check(
        With($"{Dev},{Dev}", Refresh), "claude.bedrock.off claude.settings.unreadable");

    [Theory]
    [InlineData(All, "\"awsAuthRefresh\":42", "claude.refresh.missing")]
    [InlineData($"{Bedrock},{Region},\"AWS_PROFILE\":[]", "", "claude.profile.missing")]
    [InlineData($"{Bedrock},{Dev},\"AWS_REGION\":{{}}", Refresh, "claude.region.missing")]
    [InlineData($"{All},\"ANTHROPIC_MODEL\":[]", Refresh, "claude.model.unpinned")]
    public void A_value_of_the_wrong_form_hides_that_its_key_is_missing(string env, string keys, string symptom)
    {
        var codes = Assessor.Assess(NoRegion(With(env, keys)), Policy.Default).Findings.Select(finding => finding.Code).ToList();
        Assert.Contains("claude.settings.unreadable", codes);
        Assert.DoesNotContain(symptom, codes);
    }

    [Fact]
    public void An_unreadable_file_hides_the_keys_that_it_lost()
    {
        var snapshot = Bare with { LostKeys = [new LostKey(User, "model", "opus")] };
        Check(snapshot, "claude.settings.lost-keys");
        Check(snapshot.With(Given.Settings("{,}")), "claude.settings.unreadable");
    }

    [Theory]
    [InlineData("", Refresh, "env.CLAUDE_CODE_USE_BEDROCK", "claude.bedrock.off")]
    [InlineData($"{Bedrock},{Region}", "", "env.AWS_PROFILE", "claude.profile.missing")]
    [InlineData($"{Bedrock},{Dev}", Refresh, "env.AWS_REGION", "claude.region.missing")]
    [InlineData(All, "", "awsAuthRefresh", "claude.refresh.missing")]
    public void A_lost_key_hides_that_it_is_missing(string env, string keys, string key, string symptom)
    {
        var snapshot = NoRegion(With(env, keys));
        Check(snapshot, symptom);
        Check(snapshot with { LostKeys = [new LostKey(User, key, "x")] }, "claude.settings.lost-keys");

        // Another lost key is no cause of it.
        Assert.Contains(symptom, Codes(snapshot with { LostKeys = [new LostKey(User, "model", "x")] }), StringComparison.Ordinal);
    }

    [Fact]
    public void An_unreadable_config_hides_what_follows_from_its_profiles()
    {
        CheckBesideUnreadableConfig(With($"{Bedrock},{Region}", ""), "");
        CheckBesideUnreadableConfig(NoRegion(With($"{Bedrock},{Dev}")), "");
        CheckBesideUnreadableConfig(With(All, "\"awsAuthRefresh\":\"aws sso login --profile test\"").WithLab(), "");
        CheckBesideUnreadableConfig(With("", Refresh), "claude.bedrock.off");
    }

    [Fact]
    public void A_profile_that_does_not_exist_hides_that_it_names_no_region_and_that_it_leaks()
    {
        var unknown = With($"{Bedrock},\"AWS_PROFILE\":\"gone\"", "").WithLab().WithShell(("AWS_PROFILE", "test"));
        Check(unknown, "claude.profile.unknown");
    }

    [Fact]
    public void A_missing_profile_hides_that_there_is_no_region() => Check(With(Bedrock, ""), "claude.profile.missing");

    [Fact]
    public void An_unsafe_name_hides_that_it_is_not_wired() => Check(
        Bare.With(Given.Profile("a b", "corp") with { Line = 50 })
            .With(Given.Settings($"{{\"env\":{{{Bedrock},{Region},\"AWS_PROFILE\":\"a b\"}}}}")),
        "claude.refresh.unsafe");

    [Fact]
    public void A_name_that_a_shell_would_run_hides_what_the_same_command_names()
    {
        const string Two = "\"awsAuthRefresh\":\"aws sso login --profile test --profile dev$(id)\"";
        Check(With(All, Two).WithLab(), "claude.refresh.unsafe");
        Check(With(All, Two), "claude.refresh.unsafe");
        Check(
            With(All, "\"awsAuthRefresh\":\"aws sso login --profile 'a;b'\"").WithLab().With(Given.Profile("a;b", "lab") with { Line = 60 }),
            "claude.refresh.unsafe");
        Check(With($"{Bedrock},{Region},\"AWS_PROFILE\":\"test\"", Two), "claude.profile.unknown claude.refresh.unsafe");
    }

    [Fact]
    public void A_command_in_the_wrong_file_hides_that_it_is_missing()
    {
        var snapshot = With(All, "");
        Check(
            snapshot with
            {
                Claude = snapshot.Claude with { Stray = [new StraySetting("/home/ann/.claude.json", "awsAuthRefresh", 7)] },
            },
            "claude.refresh.wrong-file");
        Check(
            snapshot with
            {
                Claude = snapshot.Claude with { Stray = [new StraySetting("/home/ann/.claude.json", "awsCredentialExport", 7)] },
            },
            "claude.refresh.wrong-file claude.refresh.missing");
    }

    [Fact]
    public void A_known_fault_hides_that_the_version_is_old()
    {
        var old = Given.Settings($"{{\"env\":{{{All},\"AWS_BEARER_TOKEN_BEDROCK\":\"t\"}}}}");
        Check(Bare.With(old).WithVersion("2.1.94"), "claude.bearer-shadows-profile claude.version.known-bad");
        Check(With($"{All}{",\"HTTPS_PROXY\":\"http://proxy\""}").WithVersion("2.1.207"), "claude.version.known-bad");
        Check(With($"{All}{",\"HTTPS_PROXY\":\"http://proxy\""}").WithVersion("2.1.208"), "claude.version.too-old");
    }

    private static Snapshot NoRegion(Snapshot snapshot) => snapshot with
    {
        Config = snapshot.Config with { Profiles = [.. snapshot.Config.Profiles.Select(profile => profile with { Region = null })] },
    };

    private static void Check(Snapshot snapshot, string expected) => Assert.Equal(expected, Codes(snapshot));

    private static void CheckBesideUnreadable(Snapshot snapshot, string expected) => Check(
        snapshot.WithMore(SettingsScope.Project, "{,}", "/src/.claude/settings.json"),
        string.Join(' ', new[] { "claude.settings.unreadable", expected }.Where(code => code.Length > 0)));

    private static void CheckBesideUnreadableConfig(Snapshot snapshot, string expected) => Check(
        snapshot with { Config = snapshot.Config with { Problems = [new Problem(Given.ConfigFile, 1, "It is torn.")] } },
        expected);
}
