using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Show;
using static TrayAgent.Core.Tests.Assess.Claude.ClaudeMachine;

namespace TrayAgent.Core.Tests.Assess.Claude;

/// <summary><c>AWS_CONFIG_FILE</c> in Claude Code's settings: it reads another config than the terminal does.</summary>
public sealed class ConfigElsewhereTests
{
    private const string Work = "\"AWS_CONFIG_FILE\":\"/srv/aws\"";

    [Fact]
    public void A_session_that_only_the_other_file_has_is_kept_fresh_by_nobody() => Check(
        Elsewhere("dev", Given.Session("work")),
        "warning claude.config.elsewhere",
        "Claude Code reads '/srv/aws' ('env.AWS_CONFIG_FILE' in '/home/ann/.claude/settings.json:1'), but your terminal and this program read "
        + "'/home/ann/.aws/config', which does not have its session 'work': nobody keeps that fresh.");

    [Fact]
    public void A_session_that_both_files_have_is_only_worth_knowing() => Assert.Equal(
        Severity.Info, Find(Elsewhere("dev", Given.Session("corp")), "claude.config.elsewhere")!.Severity);

    [Fact]
    public void Profile_and_region_are_those_of_the_other_file()
    {
        var snapshot = Elsewhere("other", Given.Session("work"));

        Assert.Null(Find(snapshot, "claude.profile.unknown"));
        var view = new ClaudeView(Assessor.Assess(snapshot, Policy.Default), "/src");
        Assert.Equal(("other", "work", "ap-southeast-2"), (view.Identity.Profile, view.Identity.Session, view.Region.Name));
        Assert.Contains("AWS      /srv/aws\n", ClaudeText.Of(view, TextStyle.Plain), StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_line_of_status_does_not_say_that_claude_code_names_no_session() => Assert.StartsWith(
        "No session is in use here: Claude Code reads its profiles from '/srv/aws'.\n",
        StatusText.Of(Assessor.Assess(Elsewhere("other", Given.Session("work")).Without("corp"), Policy.Default), TextStyle.Plain),
        StringComparison.Ordinal);

    [Fact]
    public void A_profile_of_ours_is_none_for_claude_code() =>
        Assert.NotNull(Find(Elsewhere("other", Given.Session("work"), named: "dev"), "claude.profile.unknown"));

    [Fact]
    public void A_file_that_cannot_be_read_hides_what_would_be_found_in_it()
    {
        var snapshot = Elsewhere("other", Given.Session("work"), named: "dev");
        var missing = snapshot with
        {
            ConfigElsewhere = new AwsConfig
            {
                ConfigFile = "/srv/aws",
                CredentialsFile = "/home/ann/.aws/credentials",
                Problems = [new Problem("/srv/aws", null, "'/srv/aws' does not exist.")],
            },
        };

        Check(
            missing,
            "error claude.config.elsewhere",
            "Claude Code takes its AWS profiles from where 'env.AWS_CONFIG_FILE' in '/home/ann/.claude/settings.json:1' says, and cannot read them: "
            + "'/srv/aws' does not exist.");
        Assert.Equal("claude.config.elsewhere", Codes(missing));
    }

    /// <summary>What was read before the mistake looks as if more were missing.</summary>
    [Theory]
    [InlineData("", Refresh, "claude.profile.missing")]
    [InlineData(Dev, Refresh, "claude.region.missing")]
    [InlineData($"{Dev},{Region}", "\"awsAuthRefresh\":\"aws sso login --profile test\"", "claude.refresh.wrong-profile")]
    public void A_file_that_is_read_in_part_hides_what_seems_to_be_missing(string env, string keys, string symptom)
    {
        var readable = With($"{Bedrock},{Work}{(env.Length > 0 ? "," : "")}{env}", keys) with
        {
            ConfigElsewhere = new AwsConfig
            {
                ConfigFile = "/srv/aws",
                CredentialsFile = "/home/ann/.aws/credentials",
                Profiles = [Given.Profile("dev", "corp") with { Region = null }, Given.Profile("test", "lab")],
                Sessions = [Given.Session("corp"), Given.Session("lab", line: 30)],
            },
        };
        Assert.Contains(symptom, Codes(readable), StringComparison.Ordinal);
        Assert.Equal("claude.config.elsewhere", Codes(readable with
        {
            ConfigElsewhere = readable.ConfigElsewhere with { Problems = [new Problem("/srv/aws", 9, "It is torn.")] },
        }));
    }

    [Fact]
    public void The_same_files_are_no_finding() => Assert.Null(Find(With($"{Bedrock},{Dev},{Work}"), "claude.config.elsewhere"));

    private static Snapshot Elsewhere(string profile, SsoSession session, string? named = null) =>
        With($"{Bedrock},\"AWS_PROFILE\":\"{named ?? profile}\",{Work}", $"\"awsAuthRefresh\":\"trayagent auth-refresh --profile {named ?? profile}\"") with
        {
            ConfigElsewhere = new AwsConfig
            {
                ConfigFile = "/srv/aws",
                CredentialsFile = "/home/ann/.aws/credentials",
                Profiles = [Given.Profile(profile, session.Name) with { Region = "ap-southeast-2" }],
                Sessions = [session],
            },
        };
}
