using TrayAgent.Core.Decide.Fix;
using TrayAgent.Core.Edit;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Core.Show;

namespace TrayAgent.Core.Tests.Decide.Fix;

public sealed class ClaudeFixTests
{
    private const string Healthy = """
        {
          "env": {
            "CLAUDE_CODE_USE_BEDROCK": "1", "AWS_PROFILE": "dev", "AWS_REGION": "eu-central-1",
            "ANTHROPIC_MODEL": "eu.anthropic.claude-opus-4-5-20251101-v1:0",
            "ANTHROPIC_DEFAULT_HAIKU_MODEL": "eu.anthropic.claude-haiku-4-5-20251001-v1:0"
          },
          "awsAuthRefresh": "trayagent auth-refresh --profile dev"
        }
        """;

    private static readonly Snapshot Corp = Given.Corp("09:00") with
    {
        ClaudeCode = new ClaudeCode.Found("/usr/bin/claude", new Version(2, 1, 330)),
    };

    [Fact]
    public void What_is_right_is_left_alone() => Check(Corp.With(Given.Settings(Healthy)), new(), "-");

    [Fact]
    public void What_is_wired_already_is_left_alone() => Check(Corp.With(Given.Settings(Healthy)), new(WiringMode.Broker), "-");

    [Fact]
    public void Nothing_is_written_for_somebody_who_does_not_use_AWS() =>
        Check(Corp.With(Given.Settings("""{ "model": "opus", "env": { "HTTP_PROXY": "http://proxy:3128" } }""")), new(), "-");

    [Fact]
    public void A_wiring_from_nothing() => Check(
        Corp,
        new(WiringMode.Plain),
        """
        env.CLAUDE_CODE_USE_BEDROCK: not set → '1'
        env.AWS_PROFILE: not set → 'dev'
        awsAuthRefresh: not set → 'aws sso login --profile dev'
        """,
        ["env.ANTHROPIC", "env.AWS_REGION"]);

    [Fact]
    public void From_broker_to_isolated_the_profile_leaves_env_and_the_region_stays() => Check(
        Corp.With(Given.Settings(Healthy.Replace(""" "AWS_REGION": "eu-central-1",""", ""))),
        new(WiringMode.Isolated),
        """
        env.AWS_PROFILE: 'dev' → removed
        env.AWS_REGION: not set → 'eu-central-1'
        awsCredentialExport: not set → 'trayagent credentials --profile dev --format claude'
        ! When 'awsCredentialExport' fails, Claude Code goes on without a word with the role of this machine, if it has one, else without credentials.
        """);

    [Fact]
    public void The_identity_behind_a_failed_export_is_named() => Check(
        Corp.With(Given.Settings(Healthy)).With(Given.Profile("default", null) with { Kind = ProfileKind.Static }),
        new(WiringMode.Isolated),
        """
        env.AWS_PROFILE: 'dev' → removed
        awsCredentialExport: not set → 'trayagent credentials --profile dev --format claude'
        ! When 'awsCredentialExport' fails, Claude Code goes on without a word with the profile 'default'.
        """);

    [Fact]
    public void From_isolated_to_plain_the_export_goes() => Check(
        Corp.With(Given.Settings("""
            {
              "env": {
                "CLAUDE_CODE_USE_BEDROCK": "1", "AWS_REGION": "eu-central-1",
                "ANTHROPIC_MODEL": "eu.anthropic.claude-opus-4-5-20251101-v1:0",
                "ANTHROPIC_DEFAULT_HAIKU_MODEL": "eu.anthropic.claude-haiku-4-5-20251001-v1:0"
              },
              "awsAuthRefresh": "trayagent auth-refresh --profile dev",
              "awsCredentialExport": "trayagent credentials --profile dev --format claude"
            }
            """)),
        new(WiringMode.Plain),
        """
        env.AWS_PROFILE: not set → 'dev'
        awsAuthRefresh: 'trayagent auth-refresh --profile dev' → 'aws sso login --profile dev'
        awsCredentialExport: 'trayagent credentials --profile dev --format claude' → removed
        """);

    [Fact]
    public void Another_profile_is_wired_in_the_mode_that_is_there() => Check(
        Corp.With(Given.Profile("ops", "corp")).With(Given.Settings(Healthy)),
        new(Profile: "ops"),
        """
        env.AWS_PROFILE: 'dev' → 'ops'
        awsAuthRefresh: 'trayagent auth-refresh --profile dev' → 'trayagent auth-refresh --profile ops'
        """);

    [Theory]
    [InlineData("false")]
    [InlineData("\"0\"")]
    [InlineData("1")]
    public void Who_asks_for_a_wiring_asks_for_Bedrock(string flag) => Check(
        Corp.With(Given.Settings(Healthy.Replace("\"1\"", flag))),
        new(WiringMode.Broker),
        $"env.CLAUDE_CODE_USE_BEDROCK: {flag.Replace('"', '\'')} → '1'");

    [Fact]
    public void Of_two_providers_the_other_one_is_emptied() => Check(
        Corp.With(Given.Settings(Healthy.Replace("\"env\": {", "\"env\": { \"CLAUDE_CODE_USE_VERTEX\": \"1\","))),
        new(WiringMode.Broker),
        "env.CLAUDE_CODE_USE_VERTEX: '1' → ''");

    [Fact]
    public void What_an_administrator_sets_is_explained() => Check(
        Corp.With(Given.Settings("""{ "env": { "AWS_PROFILE": "ops" } }""", SettingsScope.ManagedFile, "/etc/claude-code/managed-settings.json"))
            .With(Given.Profile("ops", "corp")).With(Given.Settings(Healthy)),
        new(WiringMode.Broker, "dev"),
        """
        ! 'env.AWS_PROFILE' is set by your administrator, in '/etc/claude-code/managed-settings.json:1', which goes before '/home/ann/.claude/settings.json', so it is left as it is. Ask the administrator to change it: 'dev' would be right.
        """);

    [Fact]
    public void What_an_administrator_sets_rightly_needs_no_word() => Check(
        Corp.With(Given.Settings("""{ "awsAuthRefresh": "trayagent auth-refresh --profile dev" }""", SettingsScope.ManagedFile, "/etc/m.json"))
            .With(Given.Settings(Healthy.Replace(",\n  \"awsAuthRefresh\": \"trayagent auth-refresh --profile dev\"", ""))),
        new(WiringMode.Broker),
        "-");

    [Fact]
    public void What_a_project_sets_is_explained() => Check(
        Corp.With(Given.Settings("""{ "awsAuthRefresh": "aws sso login --profile dev" }""", SettingsScope.Project, "/src/app/.claude/settings.json"))
            .With(Given.Settings(Healthy)),
        new(WiringMode.Isolated),
        """
        env.AWS_PROFILE: 'dev' → removed
        awsCredentialExport: not set → 'trayagent credentials --profile dev --format claude'
        ! 'awsAuthRefresh' is set by this project, in '/src/app/.claude/settings.json:1', which goes before '/home/ann/.claude/settings.json', so it is left as it is. Change it there: 'trayagent auth-refresh --profile dev' would be right.
        ! When 'awsCredentialExport' fails, Claude Code goes on without a word with the role of this machine, if it has one, else without credentials.
        """);

    [Theory]
    [InlineData(SettingsScope.Local, "for you in this project", "Remove it there")]
    [InlineData(SettingsScope.Project, "by this project", "Remove it there")]
    [InlineData(SettingsScope.ManagedFile, "by your administrator", "Ask the administrator to remove it")]
    [InlineData(SettingsScope.ManagedPolicy, "by your administrator", "Ask the administrator to remove it")]
    public void A_profile_that_stays_in_a_stronger_file_is_not_isolated_by_half(SettingsScope scope, string who, string remedy)
    {
        foreach (var profile in new[] { "dev", "ops", "" })
        {
            var settings = $$"""{ "env": { "AWS_PROFILE": "{{profile}}" } }""";
            Check(
                Corp.With(Given.Settings(settings, scope, "/x/settings.json")).With(Given.Settings(Healthy)),
                new(WiringMode.Isolated, "dev"),
                $"refused: 'env.AWS_PROFILE' is set {who}, in '/x/settings.json:1', so the commands that Claude Code runs would get that profile "
                + $"all the same. {remedy}, or take the mode 'broker'.");
        }
    }

    [Fact]
    public void The_profile_of_the_shell_is_what_isolated_leaves_to_the_commands() => Check(
        Corp.With(Given.Profile("ops", "corp")).With(Given.Settings(Healthy)) with
        {
            Claude = Corp.With(Given.Settings(Healthy)).Claude with { Shell = ShellVariables.Of([new("AWS_PROFILE", "ops")]) },
            Environment = AwsEnvironment.Empty with { Profile = "ops" },
        },
        new(WiringMode.Isolated),
        """
        env.AWS_PROFILE: 'dev' → removed
        awsCredentialExport: not set → 'trayagent credentials --profile dev --format claude'
        ! When 'awsCredentialExport' fails, Claude Code goes on without a word with the profile 'ops' ('env.AWS_PROFILE' in environment).
        """);

    [Fact]
    public void A_name_that_a_shell_would_interpret_is_never_wired() => Check(
        Corp.With(Given.Profile("a;b", "corp")).With(Given.Settings(Healthy)),
        new(Profile: "a;b"),
        "refused: The profile 'a;b' has a name that a shell would interpret. Rename the profile in the AWS config: letters, digits and '_.@+-' are safe.");

    [Fact]
    public void A_Claude_Code_that_would_take_other_credentials_first_is_not_isolated() => Check(
        Corp.With(Given.Settings(Healthy)) with { ClaudeCode = new ClaudeCode.Found("/usr/bin/claude", new Version(2, 1, 140)) },
        new(WiringMode.Isolated),
        "refused: Claude Code 2.1.140 runs 'awsCredentialExport' only when it finds no other credentials, so it could use another identity "
        + "without a word. Update Claude Code to 2.1.141 or later, or take the mode 'broker'.");

    [Fact]
    public void A_profile_without_AWS_SSO_cannot_be_wired() => Check(
        Corp.With(Given.Profile("keys", null) with { Kind = ProfileKind.Static }).With(Given.Settings(Healthy)),
        new(Profile: "keys"),
        "undecided: The profile 'keys' does not use AWS SSO, so there is nothing to sign in to. Profiles that use AWS SSO are 'dev'. "
        + "If you mean 'dev', run 'trayagent claude fix --profile dev'.");

    [Theory]
    [InlineData(null, "undecided: There are several profiles, so name the one for Claude Code. Profiles that use AWS SSO are 'dev', 'ops'. "
        + "Run 'trayagent claude fix --mode broker --profile NAME' with one of them.")]
    [InlineData("ops", "env.AWS_PROFILE: not set → 'ops'")]
    [InlineData("gone", "undecided: There is no profile 'gone' (from AWS_PROFILE) in '/home/ann/.aws/config'. Profiles that use AWS SSO are 'dev', 'ops'. "
        + "Run 'trayagent claude fix --mode broker --profile NAME' with one of them.")]
    [InlineData("opps", "undecided: There is no profile 'opps' (from AWS_PROFILE) in '/home/ann/.aws/config'. Profiles that use AWS SSO are 'dev', 'ops'. "
        + "If you mean 'ops', run 'trayagent claude fix --mode broker --profile ops'.")]
    public void Without_a_name_the_shell_says_which_profile(string? shell, string expected) => Check(
        Corp.With(Given.Profile("ops", "corp")) with { Environment = AwsEnvironment.Empty with { Profile = shell } },
        new(WiringMode.Broker),
        expected,
        ["env.CLAUDE", "env.ANTHROPIC", "env.AWS_REGION", "awsAuthRefresh"]);

    [Theory]
    [InlineData(SettingsScope.Project)]
    [InlineData(SettingsScope.Local)]
    public void A_project_does_not_decide_which_profile_the_users_file_names(SettingsScope scope)
    {
        var snapshot = WithProd().With(Given.Settings("""{ "env": { "AWS_PROFILE": "prod" } }""", scope, "/src/app/.claude/s.json"))
            .With(Given.Settings(Healthy));
        Check(snapshot, new(), "-");
        Check(snapshot, new(WiringMode.Plain), "awsAuthRefresh: 'trayagent auth-refresh --profile dev' → 'aws sso login --profile dev'", ["! "]);
    }

    [Theory]
    [InlineData(null, "undecided: Only this project names a profile, 'prod', and your own settings count in every folder, so name the one for them. "
        + "Profiles that use AWS SSO are 'dev', 'prod'. Run 'trayagent claude fix --mode broker --profile NAME' with one of them.")]
    [InlineData("dev", "awsAuthRefresh: not set → 'trayagent auth-refresh --profile dev'")]
    public void A_profile_that_only_a_project_names_is_not_wired(string? shell, string expected) => Check(
        WithProd().With(Given.Settings("""{ "env": { "AWS_PROFILE": "prod" } }""", SettingsScope.Project, "/src/app/.claude/settings.json"))
            with
        { Environment = AwsEnvironment.Empty with { Profile = shell } },
        new(WiringMode.Broker),
        expected,
        ["env.", "! "]);

    [Fact]
    public void The_only_profile_does_not_stand_in_for_one_that_does_not_exist() => Check(
        Corp.With(Given.Settings(Healthy.Replace("dev", "test-admin"))),
        new(),
        "undecided: There is no profile 'test-admin', which Claude Code uses now, in '/home/ann/.aws/config'. Profiles that use AWS SSO are 'dev'. "
        + "If you mean 'dev', run 'trayagent claude fix --profile dev'.");

    [Fact]
    public void What_can_be_repaired_is_although_nobody_knows_the_profile() => Check(
        Corp.With(Given.Settings(Healthy.Replace("dev", "deev").Replace("\"1\"", "1").Replace("eu.anthropic.claude-opus", "anthropic.claude-opus"))),
        new(),
        """
        env.ANTHROPIC_MODEL: 'anthropic.claude-opus-4-5-20251101-v1:0' → 'eu.anthropic.claude-opus-4-5-20251101-v1:0'
        env.CLAUDE_CODE_USE_BEDROCK: 1 → '1'
        ! There is no profile 'deev', which Claude Code uses now, in '/home/ann/.aws/config'. Profiles that use AWS SSO are 'dev'. If you mean 'dev', run 'trayagent claude fix --profile dev'.
        """);

    [Fact]
    public void A_profile_that_cannot_be_wired_is_not_proposed() => Check(
        Corp.With(Given.Profile("a;b", "corp")).With(Given.Settings(Healthy)),
        new(Profile: "a;c"),
        "undecided: There is no profile 'a;c' in '/home/ann/.aws/config'. Profiles that use AWS SSO are 'a;b', 'dev'. "
        + "Run 'trayagent claude fix --profile NAME' with one of them.");

    [Theory]
    [InlineData("/opt/corp/export --profile corp")]
    [InlineData("saml2aws exec --profile corp -- env")]
    public void A_command_of_somebody_else_stays_as_long_as_nobody_asks_for_a_mode(string command)
    {
        var snapshot = Corp.With(Given.Settings(Healthy.Replace(
            "\"awsAuthRefresh\"", $"\"awsCredentialExport\": \"{command}\",\n  \"awsAuthRefresh\"")));
        Check(snapshot, new(), "-");
        Check(
            snapshot.With(Given.Profile("ops", "corp")),
            new(Profile: "ops"),
            "refused: 'awsCredentialExport' in '/home/ann/.claude/settings.json' runs another program than 'trayagent' or 'aws', "
            + "so it is replaced only when you ask for a wiring with '--mode'.");
        Check(snapshot, new(WiringMode.Broker, "dev"), $"awsCredentialExport: '{command}' → removed");
    }

    [Fact]
    public void A_session_that_does_not_exist_is_named()
    {
        const string Sentence = " needs the session 'gone', which does not exist: correct 'sso_session' in the AWS config, "
            + "or write a section [sso-session gone].";
        var snapshot = Corp.With(Given.Profile("lost", null) with { SsoSession = "gone" }).With(Given.Settings(Healthy.Replace("dev", "lost")));
        Check(snapshot, new(), $"! The profile 'lost'{Sentence}");
        Check(snapshot, new(Profile: "lost"), $"undecided: The profile 'lost'{Sentence} Profiles that use AWS SSO are 'dev'. "
            + "If you mean 'dev', run 'trayagent claude fix --profile dev'.");
    }

    [Fact]
    public void An_unreadable_file_is_never_rewritten() => Check(
        Corp.With(Given.Settings("{ // mine\n}")),
        new(WiringMode.Broker),
        "refused: /home/ann/.claude/settings.json:1: The file holds a comment, so Claude Code ignores the whole file. JSON has none: delete it.");

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void An_empty_file_that_nothing_is_written_into_is_no_success(string text) => Check(
        Corp.With(Given.Settings(text)) with { SettingsFile = new SettingsFileLook(Given.At("08:00")) { IsBlank = true } },
        new(),
        "refused: /home/ann/.claude/settings.json:1: The file is empty, so Claude Code ignores the whole file. Write '{}', or delete the file.");

    [Fact]
    public void A_Bedrock_API_key_goes_before_the_export_and_that_is_said() => Check(
        Corp.With(Given.Settings(Healthy.Replace("\"env\": {", "\"env\": { \"AWS_BEARER_TOKEN_BEDROCK\": \"canary\","))),
        new(WiringMode.Isolated),
        """
        env.AWS_PROFILE: 'dev' → removed
        awsCredentialExport: not set → 'trayagent credentials --profile dev --format claude'
        ! As long as there is a Bedrock API key ('env.AWS_BEARER_TOKEN_BEDROCK' in /home/ann/.claude/settings.json:2), Claude Code uses that and runs no 'awsCredentialExport'.
        """);

    [Theory]
    [InlineData("\"CLAUDE_CODE_USE_BEDROCK\": 1,", "before=1 after=1 number")]
    [InlineData("\"CLAUDE_CODE_USE_BEDROCK\": \"0\",", "before=0 after=1 string")]
    [InlineData("\"CLAUDE_CODE_USE_BEDROCK\": true,", "before=true after=1 boolean")]
    [InlineData("\"CLAUDE_CODE_USE_BEDROCK\": null,", "before=null after=1 null")]
    [InlineData("", "before= after=1 ")]
    public void A_program_is_told_of_which_type_the_old_value_is(string flag, string expected)
    {
        var claude = Corp.With(Given.Settings(Healthy.Replace("\"CLAUDE_CODE_USE_BEDROCK\": \"1\",", flag))).Claude;
        var shown = Assert.Single(SettingsChangeWords.Changes(
            new SettingsEdit(claude.UserFile, [new SettingsChange.Put(ClaudeKeys.UseBedrock, "1")]), claude));
        Assert.Equal(expected, $"before={shown.Before} after={shown.After} {shown.BeforeForm}");
    }

    [Fact]
    public void Where_another_program_decides_nothing_is_written() => Check(
        Corp.With(Given.Settings(Healthy)) with
        {
            Claude = Corp.Claude with { Shell = ShellVariables.Of([new("CLAUDE_CODE_PROVIDER_MANAGED_BY_HOST", "1")]) },
        },
        new(WiringMode.Plain),
        "refused: Claude Code runs inside another program here, which decides over provider and identity: its settings do not count. "
        + "Change them in that program.");

    [Theory]
    [InlineData("aws sso login --profile dev", "aws sso login --profile dev")]
    [InlineData("trayagent auth-refresh --profile dev", "trayagent auth-refresh --profile dev")]
    [InlineData("/opt/corp/login", "trayagent auth-refresh --profile dev")]
    public void What_is_wired_anew_is_wired_as_it_was(string former, string expected)
    {
        var snapshot = Corp.With(Given.Settings(Healthy.Replace(",\n  \"awsAuthRefresh\": \"trayagent auth-refresh --profile dev\"", "")));
        Check(
            snapshot with
            {
                KnownKeys = new KnownKeys
                {
                    File = snapshot.Claude.UserFile,
                    Keys = KnownKeys.Nothing.Keys.Add("awsAuthRefresh", former),
                },
            },
            new(),
            $"awsAuthRefresh: not set → '{expected}'");
        Check(
            snapshot with
            {
                SettingsFile = new SettingsFileLook(Given.At("08:00"), new OwnEdit(Given.At("07:00"), "claude fix", [])
                {
                    Left = KnownKeys.Nothing.Keys.Add("awsAuthRefresh", former),
                }),
            },
            new(Profile: "dev"),
            $"awsAuthRefresh: not set → '{expected}'");
    }

    /// <summary>The profile "prod" beside "dev", on another session.</summary>
    private static Snapshot WithProd() => Corp.With(Given.Session("lab", line: 30)).With(Given.Profile("prod", "lab") with { Line = 40 });

    private static void Check(Snapshot snapshot, ClaudeFixRequest request, string expected, string[]? unimportant = null) =>
        FixText.Check(snapshot, request, expected, unimportant);
}
