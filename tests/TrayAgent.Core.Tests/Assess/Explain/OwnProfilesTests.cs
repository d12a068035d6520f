using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Tests.Assess.Explain;

/// <summary>An organisation that hands out application inference profiles, and an error that names one of AWS: a setting is wrong, not a permission.</summary>
public sealed class OwnProfilesTests
{
    private const string Own = "arn:aws:bedrock:eu-central-1:111122223333:application-inference-profile/abc123def456";

    [Fact]
    public void No_setting_names_it_so_Claude_Code_chose_it()
    {
        var machine = Pinned($$"""
            "ANTHROPIC_MODEL": "{{Own}}"
            """);
        Assert.Equal(
            "'ANTHROPIC_MODEL' names an application inference profile, but the call went to 'eu.anthropic.claude-haiku-4-5-20251001-v1:0', which no "
            + "setting names: Claude Code chose it itself, because 'ANTHROPIC_DEFAULT_HAIKU_MODEL' is not set.",
            Explaining.Why(machine, Denied("eu.anthropic.claude-haiku-4-5-20251001-v1:0")));
        Assert.StartsWith(
            "Write the ARN of an application inference profile for 'ANTHROPIC_DEFAULT_HAIKU_MODEL' into 'env' of '/home/ann/.claude/settings.json'",
            Explaining.Do(machine, Denied("eu.anthropic.claude-haiku-4-5-20251001-v1:0")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_setting_of_another_layer_names_it()
    {
        var machine = Pinned($$"""
            "ANTHROPIC_MODEL": "{{Own}}", "CLAUDE_CODE_SUBAGENT_MODEL": "eu.anthropic.claude-opus-4-8"
            """);
        Assert.Equal(
            "'ANTHROPIC_MODEL' names an application inference profile, but the call went to 'eu.anthropic.claude-opus-4-8', which "
            + "'CLAUDE_CODE_SUBAGENT_MODEL' names (/home/ann/.claude/settings.json:1).",
            Explaining.Why(machine, Denied("eu.anthropic.claude-opus-4-8")));
        Assert.StartsWith(
            "Write the ARN of an application inference profile for 'CLAUDE_CODE_SUBAGENT_MODEL' in '/home/ann/.claude/settings.json:1'",
            Explaining.Do(machine, Denied("eu.anthropic.claude-opus-4-8")),
            StringComparison.Ordinal);
    }

    [Fact]
    public void An_agent_or_a_flag_may_name_it_too() => Assert.Contains(
        "an agent's own 'model', '--model' or '/model' does",
        Explaining.Why(
            Pinned($$"""
                "ANTHROPIC_MODEL": "{{Own}}", "ANTHROPIC_DEFAULT_OPUS_MODEL": "{{Own}}"
                """),
            Denied("eu.anthropic.claude-opus-4-8")),
        StringComparison.Ordinal);

    [Fact]
    public void Without_such_a_pin_the_permission_is_missing() => Assert.StartsWith(
        "Role 'Developer' in account '111122223333' has no permission", Explaining.Why(Explaining.Sso, Denied("eu.anthropic.claude-opus-4-8")), StringComparison.Ordinal);

    [Fact]
    public void And_also_when_the_own_profile_itself_is_denied() => Assert.StartsWith(
        "Role 'Developer' in account '111122223333' has no permission",
        Explaining.Why(
            Pinned($$"""
                "ANTHROPIC_MODEL": "{{Own}}"
                """),
            $"User: x is not authorized to perform: bedrock:InvokeModel on resource: {Own} because no identity-based policy allows it"),
        StringComparison.Ordinal);

    private static Snapshot Pinned(string variables) => Given.Corp("09:00").With(Given.Settings(
        $$"""{ "env": { "CLAUDE_CODE_USE_BEDROCK": "1", "AWS_PROFILE": "dev", "AWS_REGION": "eu-central-1", {{variables.Trim()}} } }""",
        SettingsScope.User));

    private static string Denied(string profile) =>
        "User: arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Developer_0123456789abcdef/ann is not authorized to perform: "
        + $"bedrock:InvokeModelWithResponseStream on resource: arn:aws:bedrock:eu-central-1:111122223333:inference-profile/{profile} because no "
        + "identity-based policy allows the bedrock:InvokeModelWithResponseStream action";
}
