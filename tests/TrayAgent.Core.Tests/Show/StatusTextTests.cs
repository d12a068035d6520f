using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Tests.Show;

public sealed class StatusTextTests
{
    [Theory]
    [InlineData("[profile keys]\naws_access_key_id = a\naws_secret_access_key = b\n",
        "There is no AWS SSO session to watch: no profile in '/h/config' signs in with SSO. 'trayagent setup' makes one that does.")]
    [InlineData("[profile my dev]\nsso_start_url = https://corp.awsapps.com/start\n",
        "No AWS SSO profiles were found, but '/h/config:1': The AWS CLI and the JavaScript SDK do not see '[profile my dev]': its name has spaces or "
        + "an open quote. Give it a name without spaces and quotes.")]
    public void Without_a_session_the_first_line_fits_what_is_there(string config, string expected) => Assert.Equal(
        expected,
        StatusText.Of(
            Assessor.Assess(Given.Machine("09:00") with { Config = AwsConfigParser.Parse("/h/config", System.Text.Encoding.UTF8.GetBytes(config), "/h/credentials", []) }, Policy.Default),
            TextStyle.Plain).Split('\n')[0]);

    [Fact]
    public void A_machine_with_a_session_that_ended() => Check(
        Given.Corp("17:00").With(Given.Fixed("corp", "17:00")).With(Given.Claude("dev")),
        """
        Sign-in needed.

        SESSIONS
          corp needs you to sign in
            used by Claude Code; profiles: dev

        PROFILES
          NAME  KIND         SESSION  ACCOUNT       ROLE       REGION
          dev   sso-session  corp     111122223333  Developer  eu-central-1

        FINDINGS
          error aws.token.sign-in-needed
            The session 'corp' ended at 17:00.
            → Sign in to 'corp'.
              trayagent login --session corp

        FILES
          AWS config       /home/ann/.aws/config
          AWS credentials  /home/ann/.aws/credentials
          SSO cache        /home/ann/.aws/sso/cache
          Claude settings  /home/ann/.claude/settings.json
          AWS CLI          /usr/bin/aws, version 2.9.19

        """);

    [Fact]
    public void Nothing_set_up() => Assert.StartsWith(
        "No AWS SSO profiles were found in '/home/ann/.aws/config'. Run 'trayagent setup' to make one.\n",
        Text(Given.Machine("09:00")),
        StringComparison.Ordinal);

    [Fact]
    public void Nothing_is_wider_than_a_terminal_but_commands_and_paths()
    {
        var name = new string('x', 70);
        var snapshot = Given.Corp("09:00").With(Given.Session(name))
            .With(Given.Profile(name, name) with { AccountId = "111122223333", RoleName = name, SsoRegion = "us-east-1" })
            .With(Given.Fixed(name, "17:00"));
        Assert.All(
            Text(snapshot).Split('\n').Where(line => !line.Contains(name, StringComparison.Ordinal)),
            line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void A_name_cannot_act_on_the_terminal()
    {
        var text = Text(Given.Corp("09:00").With(Given.Session("a\u001b]0;x\u0007\nb")).With(Given.Profile("p\r", "a\u001b]0;x\u0007\nb")));
        Assert.DoesNotContain(text, character => char.IsControl(character) && character != '\n');
        Assert.Contains("a\uFFFD]0;x\uFFFD\uFFFDb is signed out", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Colours_change_no_word()
    {
        var assessment = Assessor.Assess(Given.Corp("17:00").With(Given.Fixed("corp", "17:00")), Policy.Default);
        var coloured = StatusText.Of(assessment, TextStyle.Ansi);
        Assert.StartsWith("\e[31mSign-in needed.\e[0m\n", coloured, StringComparison.Ordinal);
        Assert.Equal(
            StatusText.Of(assessment, TextStyle.Plain),
            coloured.Replace("\e[31m", "", StringComparison.Ordinal).Replace("\e[1m", "", StringComparison.Ordinal)
                .Replace("\e[0m", "", StringComparison.Ordinal));
    }

    [Fact]
    public void One_profile_is_shown_with_its_own_session_alone()
    {
        var snapshot = Given.Corp("09:00").With(Given.Session("lab")).With(Given.Profile("research", "lab"));
        var all = Assessor.Assess(snapshot, Policy.Default);
        var one = Assessor.ForProfile(all, "research", Policy.Default);
        Assert.Equal(OverallHealth.Healthy, all.Overall);
        Assert.Equal(OverallHealth.SignInNeeded, one.Overall);
        Assert.Equal(["lab"], one.Sessions.Select(status => status.Name));
        Assert.Equal(["research"], one.Snapshot.Config.Profiles.Select(profile => profile.Name));
        Assert.Equal(["lab"], one.Findings.Select(finding => finding.Subject));
        Assert.Equal(OverallHealth.Healthy, Assessor.ForProfile(all, "dev", Policy.Default).Overall);
    }

    private static string Text(Snapshot snapshot) =>
        StatusText.Of(Assessor.Assess(snapshot, Policy.Default), TextStyle.Plain);

    private static void Check(Snapshot snapshot, string expected) =>
        Assert.Equal(expected.ReplaceLineEndings("\n"), Text(snapshot));
}
