using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Claude;
using static TrayAgent.Core.Tests.Assess.Claude.ClaudeMachine;

namespace TrayAgent.Core.Tests.Assess.Claude;

/// <summary>Findings about the files and about the provider: found, and not found beside it.</summary>
public sealed class SettingsFindingTests
{
    private const string User = "/home/ann/.claude/settings.json";

    private const string Managed = "/etc/claude-code/managed-settings.json";

    private const string All = $"{Bedrock},{Dev},{Region}";

    [Fact]
    public void A_file_that_is_read_in_spite_of_a_mistake() => Check(
        With($"{All},\"AWS_REGION\":\"eu-central-1\""),
        "warning claude.settings.unreadable",
        $"Claude Code's settings '{User}:1' have a mistake: 'AWS_REGION' is there a second time, and Claude Code takes the last "
        + "one. Delete the other.");

    [Theory]
    [InlineData(All, "\"awsAuthRefresh\":42", "awsAuthRefresh", "a number")]
    [InlineData(All, $"{Refresh},\"awsCredentialExport\":{{\"command\":\"x\"}}", "awsCredentialExport", "an object with 1 members")]
    [InlineData(All, $"{Refresh},\"apiKeyHelper\":true", "apiKeyHelper", "true")]
    [InlineData(All, $"{Refresh},\"model\":[\"opus\"]", "model", "a list of 1")]
    [InlineData($"{All},\"ANTHROPIC_MODEL\":[\"opus\"]", Refresh, "env.ANTHROPIC_MODEL", "a list of 1")]
    public void A_value_of_a_form_that_its_key_cannot_have(string env, string keys, string key, string form)
    {
        var snapshot = With(env, keys);
        Check(
            snapshot,
            "warning claude.settings.unreadable",
            $"Claude Code's settings '{User}:1' have a mistake: '{key}' is {form} and no text, so Claude Code skips it.");
        Assert.Equal("claude.settings.unreadable", Codes(snapshot));
    }

    [Theory]
    [InlineData($"{All},\"MAX_THINKING_TOKENS\":8000,\"AWS_EC2_METADATA_DISABLED\":true", Refresh)]
    [InlineData(All, $"{Refresh},\"awsCredentialExport\":null,\"permissions\":{{}},\"fallbackModel\":[]")]
    public void Values_of_other_forms_that_Claude_Code_takes(string env, string keys) =>
        FindingChecks.CheckNot(With(env, keys), "claude.settings.unreadable");

    [Fact]
    public void A_project_file_that_cannot_be_read() => Check(
        With(All).WithMore(SettingsScope.Project, "{,}", "/src/.claude/settings.json"),
        "error claude.settings.unreadable",
        "Claude Code's settings '/src/.claude/settings.json:1' cannot be read: The file is not valid JSON from here on (column 2), "
        + "so Claude Code ignores the whole file. Correct the line, or the one before it.");

    [Fact]
    public void A_folder_in_its_place()
    {
        var folder = With(All) with
        {
            Claude = With(All).Claude with
            {
                Layers = [new ClaudeSettingsLayer { File = User, Problem = new Problem(User, null, "It is a folder."), IsOutOfSight = true }],
            },
        };
        Check(folder, "error claude.settings.unreadable", $"Claude Code's settings '{User}' cannot be read: It is a folder.");
        Assert.Equal(
            $"Move '{User}' away, or put a file there that you can read.", Find(folder, "claude.settings.unreadable")!.Remedy!.Text);
    }

    [Fact]
    public void Keys_that_another_program_removed()
    {
        var snapshot = With($"{Bedrock},{Dev}", "") with
        {
            LostKeys =
            [
                new LostKey(User, "env.AWS_REGION", "eu-west-1"), new LostKey(User, "awsAuthRefresh", "aws sso login"),
                new LostKey(User, "env.AWS_PROFILE", "dev"), new LostKey("/old/settings.json", "model", "opus"),
            ],
        };
        Check(
            snapshot,
            "warning claude.settings.lost-keys",
            $"You or another program removed 'env.AWS_REGION' and 'awsAuthRefresh' from Claude Code's settings '{User}'.",
            "env.AWS_REGION=eu-west-1; awsAuthRefresh=aws sso login");
        Assert.Equal("", Codes(With(All) with { LostKeys = snapshot.LostKeys }));
    }

    [Theory]
    [InlineData("env.CLAUDE_CODE_USE_BEDROCK", "", " Until it is back, Claude Code bills the key in 'ANTHROPIC_API_KEY'.")]
    [InlineData("env.CLAUDE_CODE_USE_BEDROCK", ",\"CLAUDE_CODE_USE_VERTEX\":\"1\"", "")]
    [InlineData("env.AWS_REGION", "", "")]
    public void A_lost_switch_sends_the_bill_to_an_API_key(string key, string env, string sentence) => FindingChecks.Check(
        With($"{Dev},\"ANTHROPIC_API_KEY\":\"k\"{env}") with { LostKeys = [new LostKey(User, key, "1")] },
        "warning claude.settings.lost-keys",
        $"You or another program removed '{key}' from Claude Code's settings '{User}'.{sentence}");

    [Fact]
    public void A_value_that_an_administrator_overrules()
    {
        Check(
            With(All).WithMore(SettingsScope.ManagedFile, "{\"env\":{\"AWS_REGION\":\"us-east-1\"}}", Managed),
            "info claude.settings.managed",
            $"'env.AWS_REGION' in '{User}:1' does not count: '{Managed}:1', which an administrator manages, sets it to 'us-east-1'.");
        Assert.Equal("", Codes(With(All).WithMore(
            SettingsScope.ManagedFile, "{\"env\":{\"AWS_REGION\":\"eu-central-1\",\"OTHER\":\"x\"}}", Managed)));
    }

    [Fact]
    public void What_only_the_administrator_or_a_project_sets_overrules_no_value_of_the_user()
    {
        const string East = "{\"env\":{\"AWS_REGION\":\"us-east-1\"}}";
        FindingChecks.CheckNot(With($"{Bedrock},{Dev}").WithMore(SettingsScope.ManagedFile, East, Managed), "claude.settings.managed");
        FindingChecks.CheckNot(With(All).WithMore(SettingsScope.Project, East, "/src/.claude/settings.json"), "claude.settings.managed");
    }

    [Theory]
    [InlineData("", Refresh, "awsAuthRefresh")]
    [InlineData("\"ANTHROPIC_API_KEY\":\"k\"", Refresh, "awsAuthRefresh", "bills the key in 'ANTHROPIC_API_KEY'")]
    [InlineData("\"ANTHROPIC_API_KEY\":\"k\",\"ANTHROPIC_AUTH_TOKEN\":\"t\"", Refresh, "awsAuthRefresh")]
    [InlineData($"{Dev},\"ANTHROPIC_BASE_URL\":\"https://bedrock-runtime.eu-west-1.amazonaws.com\"", "", "env.ANTHROPIC_BASE_URL", "takes the address in 'ANTHROPIC_BASE_URL' for one of Anthropic's")]
    [InlineData($"{Dev},{Region},\"CLAUDE_CODE_SUBAGENT_MODEL\":\"eu.anthropic.claude-opus-5\"", "", "env.CLAUDE_CODE_SUBAGENT_MODEL")]
    [InlineData("\"AWS_BEARER_TOKEN_BEDROCK\":\"t\"", "", "env.AWS_BEARER_TOKEN_BEDROCK")]
    [InlineData("\"ANTHROPIC_MODEL\":\"eu.anthropic.claude-opus-5\"", "", "env.ANTHROPIC_MODEL")]
    [InlineData("", "\"model\":\"arn:aws:bedrock:eu-west-1:1:inference-profile/x\"", "model")]
    public void Bedrock_that_is_not_switched_on(string env, string keys, string sign, string instead = "bills another account") => Check(
        With(env, keys),
        "warning claude.bedrock.off",
        $"'{User}:1' sets '{sign}', but nothing sets 'CLAUDE_CODE_USE_BEDROCK', so Claude Code does not use Bedrock and "
        + $"{instead}.",
        "env.CLAUDE_CODE_USE_BEDROCK=1");

    /// <summary>The first two are for Claude Code's shell commands, the others for a gateway.</summary>
    [Theory]
    [InlineData($"{Dev},{Region}")]
    [InlineData($"{Dev},{Region},\"ANTHROPIC_MODEL\":\"opus\"")]
    [InlineData($"{Dev},\"ANTHROPIC_BASE_URL\":\"https://gateway.corp/bedrock-runtime\"")]
    [InlineData($"{Dev},\"ANTHROPIC_BASE_URL\":\"https://bedrock-runtime.corp.example\"")]
    public void What_is_no_sign_of_Bedrock(string env) => FindingChecks.CheckNot(With(env, ""), "claude.bedrock.off");

    [Fact]
    public void What_only_the_shell_says_may_be_for_other_programs() => Assert.Equal(
        "", Codes(With("", "").WithShell(("AWS_BEARER_TOKEN_BEDROCK", "t"), ("ANTHROPIC_MODEL", "eu.anthropic.claude-opus-5"))));

    [Theory]
    [InlineData("\"yes\"", null, "warning", "'yes', which is neither on nor off for Claude Code")]
    [InlineData("1", null, "info", "1, and the settings ask for texts there")]
    [InlineData("true", "2.1.101", "info", "true, and the settings ask for texts there")]
    [InlineData("true", "2.1.100", "error", "true, and Claude Code 2.1.100 takes only texts there")]
    [InlineData("[1]", null, "warning", "a list of 1, which is nothing that Claude Code could switch on")]
    public void A_switch_of_the_wrong_form(string value, string? version, string severity, string end)
    {
        var snapshot = With($"\"CLAUDE_CODE_USE_BEDROCK\":{value},{Dev},{Region}");
        Check(
            version is null ? snapshot : snapshot.WithVersion(version),
            $"{severity} claude.bedrock.flag-form",
            $"'{User}:1' sets 'CLAUDE_CODE_USE_BEDROCK' to {end}.",
            "env.CLAUDE_CODE_USE_BEDROCK=1");
    }

    [Theory]
    [InlineData("\"1\"")]
    [InlineData("\"true\"")]
    [InlineData("\"TRUE\"")]
    [InlineData("\"0\"")]
    [InlineData("\"\"")]
    [InlineData("false")]
    [InlineData("0")]
    public void A_switch_of_a_right_form(string value) =>
        FindingChecks.CheckNot(With($"\"CLAUDE_CODE_USE_BEDROCK\":{value},{Dev},{Region}"), "claude.bedrock.flag-form");

    [Fact]
    public void Two_providers() => Check(
        With($"{All},\"CLAUDE_CODE_USE_VERTEX\":\"1\",\"CLAUDE_CODE_USE_FOUNDRY\":\"true\""),
        "warning claude.provider.conflict",
        "'env.CLAUDE_CODE_USE_BEDROCK', 'env.CLAUDE_CODE_USE_VERTEX' and 'env.CLAUDE_CODE_USE_FOUNDRY' are all on, and which "
        + "provider Claude Code takes is not said anywhere.",
        "env.CLAUDE_CODE_USE_VERTEX=; env.CLAUDE_CODE_USE_FOUNDRY=");

    [Fact]
    public void A_provider_that_is_cleared_is_none() =>
        Assert.Equal("", Codes(With($"{All},\"CLAUDE_CODE_USE_VERTEX\":\"\",\"CLAUDE_CODE_USE_FOUNDRY\":\"0\"")));

    [Fact]
    public void A_gateway_without_an_address() => Check(
        With($"{All},\"CLAUDE_CODE_SKIP_BEDROCK_AUTH\":\"1\""),
        "error claude.provider.conflict",
        "'CLAUDE_CODE_SKIP_BEDROCK_AUTH' is on and no gateway is set, so calls reach AWS unsigned and are refused.");

    [Theory]
    [InlineData("https://bedrock-runtime.eu-west-1.amazonaws.com", true)]
    [InlineData("https://bedrock-runtime-fips.us-gov-west-1.amazonaws.com/", true)]
    [InlineData("https://vpce-1-a.bedrock-runtime.eu-west-1.vpce.amazonaws.com", true)]
    [InlineData("https://bedrock-mantle.us-east-1.api.aws/anthropic", true)]
    [InlineData("https://bedrock-runtime.corp.example", false)]
    [InlineData("https://gateway.corp/bedrock-runtime", false)]
    [InlineData("not an address", false)]
    public void The_address_of_Bedrock_in_the_wrong_variable(string url, bool found) => FindingChecks.CheckIf(
        found,
        With($"{All},\"ANTHROPIC_BASE_URL\":\"{url}\""),
        "warning claude.provider.conflict",
        "'ANTHROPIC_BASE_URL' names an address of Bedrock, which does not redirect Bedrock but switches functions off.");

    [Theory]
    [InlineData("2.1.100", true)]
    [InlineData("2.1.101", false)]
    [InlineData(null, false)]
    public void A_token_for_Anthropic_that_an_old_version_sends_to_Bedrock(string? version, bool found)
    {
        var snapshot = With($"{All},\"ANTHROPIC_AUTH_TOKEN\":\"t\"");
        FindingChecks.CheckIf(
            found,
            version is null ? snapshot : snapshot.WithVersion(version),
            "error claude.provider.conflict",
            $"'env.ANTHROPIC_AUTH_TOKEN' is set, and Claude Code {version} sends it to Bedrock, which refuses it.");
    }

    [Fact]
    public void An_edit_that_would_not_count_is_not_offered()
    {
        var snapshot = Bare.WithMore(
            SettingsScope.ManagedFile, $"{{\"env\":{{\"CLAUDE_CODE_USE_BEDROCK\":\"on\",{Dev},{Region}}},{Refresh}}}", Managed);
        var remedy = Find(snapshot, "claude.bedrock.flag-form")!.Remedy!;
        Assert.Null(remedy.Edit);
        Assert.Empty(remedy.Argv);
        Assert.Equal(
            $"Write it as the text \"1\". '{Managed}:1' sets 'env.CLAUDE_CODE_USE_BEDROCK', and your own settings cannot change that.",
            remedy.Text);
    }
}
