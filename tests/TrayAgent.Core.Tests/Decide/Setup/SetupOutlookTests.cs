using TrayAgent.Core.Assess;
using TrayAgent.Core.Decide.Fix;
using TrayAgent.Core.Decide.Setup;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Tests.Decide.Setup;

/// <summary>What is said of a set-up before it is accepted.</summary>
public sealed class SetupOutlookTests
{
    private static readonly Snapshot Corp = Given.Corp("09:00").With(Given.Claude("dev")) with
    {
        ClaudeCode = new ClaudeCode.Found("/usr/bin/claude", new Version(2, 1, 330)),
    };

    [Theory]
    [InlineData(WiringMode.Plain)]
    [InlineData(WiringMode.Broker)]
    public void Of_what_is_right_there_is_nothing_to_say(WiringMode mode) => Check(Corp, mode, "eu-central-1", "");

    [Fact]
    public void Models_that_stay_and_cannot_be_called_from_the_new_region_are_named() => Check(
        Corp,
        WiringMode.Broker,
        "us-east-1",
        """
        claude.model.prefix-region env.ANTHROPIC_DEFAULT_HAIKU_MODEL
        claude.model.prefix-region env.ANTHROPIC_MODEL
        """);

    [Fact]
    public void A_key_in_the_shell_that_goes_before_the_profile_is_named() => Check(
        Corp with { Claude = Corp.Claude with { Shell = ShellVariables.Of([new("AWS_BEARER_TOKEN_BEDROCK", "canary")]) } },
        WiringMode.Broker,
        "eu-central-1",
        "claude.bearer-shadows-profile env.AWS_BEARER_TOKEN_BEDROCK");

    [Fact]
    public void Isolated_says_what_it_falls_back_to_and_what_lives_on() => Check(
        Corp.With(Given.Profile("default", null) with { Kind = ProfileKind.Static }),
        WiringMode.Isolated,
        "eu-central-1",
        """
        ! When 'awsCredentialExport' fails, Claude Code goes on without a word with the profile 'default'.
        ! Sessions of Claude Code that run now keep 'env.AWS_PROFILE' as before until they are started anew.
        """);

    private static void Check(Snapshot machine, WiringMode mode, string region, string expected)
    {
        var wiring = (WiringPlan.Settings)WiringPlan.Of(machine, mode, "dev", region);
        var setup = SetupClaude.Of(machine.Claude, new ClaudeAnswers(mode, region, null, null), wiring);
        var outlook = SetupOutlook.Of(machine, setup.Changes, Policy.Default);
        Assert.Equal(expected.ReplaceLineEndings("\n"), string.Join('\n', outlook.Notes
            .Concat(outlook.Restart is { } restart ? [restart] : Array.Empty<string>())
            .Select(note => $"! {note}")
            .Concat(outlook.Remaining.Select(finding => $"{finding.Code} {finding.Subject}"))));
    }
}
