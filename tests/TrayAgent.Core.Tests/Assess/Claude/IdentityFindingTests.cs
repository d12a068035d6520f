using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Claude;
using static TrayAgent.Core.Tests.Assess.Claude.ClaudeMachine;

namespace TrayAgent.Core.Tests.Assess.Claude;

/// <summary>Findings about profile, region and commands: found, and not found beside it.</summary>
public sealed class IdentityFindingTests
{
    private const string User = "/home/ann/.claude/settings.json";

    private const string All = $"{Bedrock},{Dev},{Region}";

    private const string Export = ",\"awsCredentialExport\":\"trayagent credentials --profile dev --format claude\"";

    [Fact]
    public void Bedrock_without_a_profile()
    {
        Check(
            With($"{Bedrock},{Region}", ""),
            "warning claude.profile.missing",
            "Claude Code uses Bedrock, but no profile is named and the profile 'default' has no credentials, so it takes the "
            + "machine's role, if there is one.",
            "env.AWS_PROFILE=dev");
        Check(
            With($"{Bedrock},{Region},\"AWS_EC2_METADATA_DISABLED\":\"true\"", "").WithLab(),
            "warning claude.profile.missing",
            "Claude Code uses Bedrock, but no profile is named and the profile 'default' has no credentials.");
    }

    [Fact]
    public void Somebody_names_a_profile_or_has_credentials()
    {
        FindingChecks.CheckNot(With($"{Bedrock},{Region}", "").WithShell(("AWS_PROFILE", "dev")), "claude.profile.missing");
        FindingChecks.CheckNot(
            With($"{Bedrock},{Region}", "").WithShell(("AWS_ACCESS_KEY_ID", "a"), ("AWS_SECRET_ACCESS_KEY", "b")), "claude.profile.missing");
        FindingChecks.CheckNot(With($"{Bedrock},{Region}", "").With(Given.Profile("default", "corp")), "claude.profile.missing");
        FindingChecks.CheckNot(Given.Machine("09:00").With(Given.Settings($"{{\"env\":{{{Bedrock},{Region}}}}}")), "claude.profile.missing");
    }

    [Theory]
    [InlineData("\"AWS_PROFILE\":\"dve\"", "\"awsAuthRefresh\":\"aws sso login --profile dve\"", "dve", " Did you mean 'dev'?", null)]
    [InlineData("\"AWS_PROFILE\":\"DEV\"", "\"awsAuthRefresh\":\"aws sso login --profile DEV\"", "DEV", " Did you mean 'dev'?", "env.AWS_PROFILE=dev; awsAuthRefresh=aws sso login --profile dev")]
    [InlineData("\"AWS_PROFILE\":\"dve\"", "\"awsAuthRefresh\":\"aws sso login --profile dve || true\"", "dve", " Did you mean 'dev'?", null)]
    [InlineData("\"AWS_PROFILE\":\"elsewhere\"", "", "elsewhere", "", null)]
    public void A_profile_that_does_not_exist(string env, string keys, string name, string question, string? edit) => Check(
        With($"{Bedrock},{Region},{env}", keys),
        "error claude.profile.unknown",
        $"Claude Code's settings name the profile '{name}', which does not exist.{question}",
        edit);

    [Theory]
    [InlineData("{\"env\":{\"AWS_PROFILE\":\"test\"}}", "claude.region.missing")]
    [InlineData("{\"env\":{\"AWS_CA_BUNDLE\":\"/src/ca.pem\"}}", "claude.network.tls")]
    public void What_only_a_project_says_decides_over_no_edit_of_the_users_file(string project, string code)
    {
        var finding = Find(
            With(Bedrock, "").WithLab().WithVersion("2.1.100").WithMore(SettingsScope.Project, project, "/src/.claude/settings.json"), code)!;

        Assert.Null(finding.Remedy!.Edit);
        Assert.Empty(finding.Remedy.Argv);
        Assert.EndsWith("Only this project calls for that and your own settings count in every folder, so decide yourself.", finding.Remedy.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_that_no_tool_finds_because_of_its_name()
    {
        var config = AwsConfigParser.Parse("/home/ann/.aws/config", "[profile my dev]\nregion = eu-central-1\n"u8, "/home/ann/.aws/credentials", []);
        Check(
            With($"{Bedrock},{Region},\"AWS_PROFILE\":\"my dev\"", "") with { Config = config },
            "error claude.profile.unknown",
            "Claude Code's settings name the profile 'my dev', which no tool finds in '/home/ann/.aws/config:1'. The AWS CLI and the JavaScript SDK do not "
            + "see '[profile my dev]': its name has spaces or an open quote. Give it a name without spaces and quotes.");
    }

    /// <summary>The AWS CLI reads it, so 'aws sts get-caller-identity' works and Claude Code says that it found no credentials.</summary>
    [Fact]
    public void A_profile_that_only_the_sdk_inside_Claude_Code_does_not_find()
    {
        var config = AwsConfigParser.Parse(
            "/home/ann/.aws/config",
            """
            [sso-session corp]
            sso_start_url = https://d-1.awsapps.com/start
            sso_region = eu-west-1
            [profile  dev]
            sso_session = corp
            sso_account_id = 111122223333
            sso_role_name = Developer
            """u8,
            "/home/ann/.aws/credentials",
            []);
        var machine = With($"{Bedrock},{Region},{Dev}", "") with { Config = config };
        Check(
            machine,
            "error claude.profile.unknown",
            "Claude Code's settings name the profile 'dev', which Claude Code never finds in '/home/ann/.aws/config:4'. The JavaScript SDK does not see "
            + "'[profile  dev]': exactly one space must stand before the name, and none behind it.");
        Assert.Null(AwsIdentities.OfClaude(machine.Claude, config).Session);
        Assert.Null(Find(With($"{Bedrock},{Region},{Dev}", Refresh + Export) with { Config = config }, "claude.profile.unknown"));
    }

    [Theory]
    [InlineData("test-admin", "prod-admin", "", null)]
    [InlineData("test-admin", "beta-admin", " Did you mean 'beta-admin'?", null)]
    [InlineData("team", "team1 team2", " Did you mean 'team1'?", null)]
    [InlineData("team1", "team2", " Did you mean 'team2'?", null)]
    [InlineData("ops", "ops1", " Did you mean 'ops1'?", null)]
    [InlineData("sandobx", "sandbox staging", " Did you mean 'sandbox'?", "env.AWS_PROFILE=sandbox")]
    [InlineData("sandbx", "sandbox", " Did you mean 'sandbox'?", "env.AWS_PROFILE=sandbox")]
    [InlineData("sandboxx", "sandbox", " Did you mean 'sandbox'?", "env.AWS_PROFILE=sandbox")]
    [InlineData("sandboxxy", "sandbox", " Did you mean 'sandbox'?", null)]
    [InlineData("Team", "team team1", " Did you mean 'team'?", "env.AWS_PROFILE=team")]
    [InlineData("Team", "team TEAM", " Did you mean 'TEAM'?", null)]
    public void Only_one_plain_slip_is_corrected_without_a_question(string name, string profiles, string question, string? edit) => Check(
        With($"{Bedrock},{Region},\"AWS_PROFILE\":\"{name}\"", "") with
        {
            Config = Bare.Config with { Profiles = [.. profiles.Split(' ').Select(profile => Given.Profile(profile, "corp"))] },
        },
        "error claude.profile.unknown",
        $"Claude Code's settings name the profile '{name}', which does not exist.{question}",
        edit);

    [Theory]
    [InlineData("/opt/corp/login --profile gone", "")]
    [InlineData("AWS_PROFILE=gone saml2aws login --profile gone", "")]
    [InlineData("true && /usr/bin/aws sso login --profile gone", "gone")]
    [InlineData("/opt/corp/vpn --profile home; aws sso login 2>&1 --profile gone", "gone")]
    [InlineData("AWS_PROFILE=gone HTTPS_PROXY=p aws.exe sso login", "gone")]
    [InlineData("'C:/my tools/trayagent.exe' auth-refresh --profile gone", "gone")]
    [InlineData("saml2aws login --sso-session gone", "")]
    public void Only_our_program_and_the_AWS_CLI_name_profiles(string command, string expected) => Assert.Equal(
        expected, Find(With(All, $"\"awsAuthRefresh\":\"{command}\""), "claude.profile.unknown")?.Subject ?? "");

    [Fact]
    public void A_profile_that_only_a_project_names_is_not_written_into_the_users_file()
    {
        var snapshot = With(All).WithLab()
            .WithMore(SettingsScope.Project, """{ "env": { "AWS_PROFILE": "test" } }""", "/src/.claude/settings.json");
        Check(
            snapshot,
            "error claude.refresh.wrong-profile",
            $"'awsAuthRefresh' in '{User}:1' signs in to the session 'corp', but Claude Code uses the profile 'test', whose session is 'lab'.");
        Assert.StartsWith(
            "Only this project names the profile 'test', and your own settings count in every folder, so they are left as they are.",
            Find(snapshot, "claude.refresh.wrong-profile")!.Remedy!.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_command_that_also_runs_another_program_is_not_replaced() => Check(
        With(All, "\"awsAuthRefresh\":\"aws sso login --profile test && /opt/corp/after\"").WithLab(),
        "error claude.refresh.wrong-profile",
        $"'awsAuthRefresh' in '{User}:1' signs in to the session 'lab', but Claude Code uses the profile 'dev', whose session is 'corp'.");

    [Fact]
    public void A_profile_that_commands_use_and_the_terminal_does_not()
    {
        FindingChecks.Check(
            With(All).WithLab().WithShell(("AWS_PROFILE", "test")),
            "info claude.profile.leaks",
            "Commands that Claude Code runs use the profile 'dev' too, while your terminal uses 'test'.");
        FindingChecks.CheckNot(With(All).WithShell(("AWS_PROFILE", "dev")), "claude.profile.leaks");
        FindingChecks.CheckNot(With(All), "claude.profile.leaks");
        FindingChecks.CheckNot(
            With($"{Bedrock},{Region}", Refresh + Export).WithLab().WithShell(("AWS_PROFILE", "test")), "claude.profile.leaks");
    }

    [Fact]
    public void The_offer_to_keep_them_apart_is_no_edit_that_is_made_with_others()
    {
        var remedy = Find(With(All).WithLab().WithShell(("AWS_PROFILE", "test")), "claude.profile.leaks")!.Remedy!;
        Assert.Null(remedy.Edit);
        Assert.Equal(["trayagent", "claude", "fix", "--mode", "isolated"], remedy.Argv);
    }

    /// <summary>There 'claude fix --mode isolated' would refuse: the profile would reach those commands all the same.</summary>
    [Fact]
    public void It_is_not_offered_where_a_stronger_file_names_the_profile()
    {
        var machine = With(All).WithLab().WithShell(("AWS_PROFILE", "test"));
        var project = Given.Settings("""{ "env": { "AWS_PROFILE": "dev" } }""", SettingsScope.Project, "/src/.claude/settings.json");
        var remedy = Find(machine with { Claude = machine.Claude with { Layers = [project, .. machine.Claude.Layers] } }, "claude.profile.leaks")!.Remedy!;
        Assert.Empty(remedy.Argv);
        Assert.Contains("would have to go from '/src/.claude/settings.json:1'", remedy.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void No_region_anywhere() => Check(
        WithoutRegion($"{Bedrock},{Dev}"),
        "warning claude.region.missing",
        "Neither 'AWS_REGION' nor the profile names a region, so Claude Code calls Bedrock in 'us-east-1'.");

    [Fact]
    public void A_region_that_is_none() => Check(
        WithoutRegion($"{Bedrock},{Dev},\"AWS_REGION\":\"eu/west\""),
        "warning claude.region.missing",
        "'AWS_REGION' is 'eu/west', which is no region, so Claude Code calls Bedrock in 'us-east-1'.");

    [Fact]
    public void A_region_that_is_none_beside_one_of_the_profile() => Check(
        With($"{Bedrock},{Dev},\"AWS_REGION\":\"eu central 1\""),
        "warning claude.region.missing",
        "'AWS_REGION' is 'eu central 1', which is no region, so Claude Code calls Bedrock in 'eu-central-1'.",
        "env.AWS_REGION=eu-central-1");

    [Fact]
    public void A_version_that_needs_the_variable()
    {
        Check(
            With($"{Bedrock},{Dev}").WithVersion("2.1.171"),
            "error claude.region.missing",
            "Claude Code 2.1.171 needs 'AWS_REGION', which is not set.",
            "env.AWS_REGION=eu-central-1");
        FindingChecks.CheckNot(With($"{Bedrock},{Dev}").WithVersion("2.1.172"), "claude.region.missing");
        FindingChecks.CheckNot(With(All).WithVersion("2.1.171"), "claude.region.missing");
    }

    [Fact]
    public void No_command_to_sign_in()
    {
        Check(
            With(All, ""),
            "info claude.refresh.missing",
            "Claude Code has no 'awsAuthRefresh', so it cannot sign in to the profile 'dev' when its session ends.",
            "awsAuthRefresh=trayagent auth-refresh --profile dev");
        Check(
            With(All, "") with { OwnProgram = new OwnProgram("/opt/my tools/trayagent") },
            "info claude.refresh.missing",
            "Claude Code has no 'awsAuthRefresh', so it cannot sign in to the profile 'dev' when its session ends.",
            "awsAuthRefresh='/opt/my tools/trayagent' auth-refresh --profile dev");
        FindingChecks.CheckNot(
            With(All, "") with { Config = Bare.Config with { Profiles = [Given.Profile("dev", null) with { Kind = ProfileKind.Static }] } },
            "claude.refresh.missing");
    }

    [Theory]
    [InlineData("aws sso login --profile test", "awsAuthRefresh=aws sso login --profile dev")]
    [InlineData("aws sso login --sso-session lab", "awsAuthRefresh=aws sso login --profile dev")]
    [InlineData("trayagent auth-refresh --profile test", "awsAuthRefresh=trayagent auth-refresh --profile dev")]
    public void A_command_that_signs_in_to_another_session(string command, string edit) => Check(
        With(All, $"\"awsAuthRefresh\":\"{command}\"").WithLab(),
        "error claude.refresh.wrong-profile",
        $"'awsAuthRefresh' in '{User}:1' signs in to the session 'lab', but Claude Code uses the profile 'dev', whose session is 'corp'.",
        edit);

    [Theory]
    [InlineData("aws sso login --profile dev")]
    [InlineData("aws sso login --profile other")]
    [InlineData("aws sso login")]
    [InlineData("aws sso login --profile gone")]
    [InlineData("our-login --profile test")]
    public void A_command_that_signs_in_to_the_same_session(string command) => FindingChecks.CheckNot(
        With(All, $"\"awsAuthRefresh\":\"{command}\"").WithLab().With(Given.Profile("other", "corp") with { Line = 50 }),
        "claude.refresh.wrong-profile");

    [Fact]
    public void A_command_in_a_file_that_holds_no_settings()
    {
        var snapshot = With(All, "");
        snapshot = snapshot with
        {
            Claude = snapshot.Claude with { Stray = [new StraySetting("/home/ann/.claude.json", "awsAuthRefresh", 7)] },
        };
        Check(
            snapshot,
            "warning claude.refresh.wrong-file",
            "'awsAuthRefresh' in '/home/ann/.claude.json:7' does not count: Claude Code reads no settings from that file.",
            "awsAuthRefresh=trayagent auth-refresh --profile dev");
        FindingChecks.CheckNot(With(All, ""), "claude.refresh.wrong-file");
    }

    [Theory]
    [InlineData(FolderTrust.NotTrusted, true)]
    [InlineData(FolderTrust.Trusted, false)]
    [InlineData(FolderTrust.Unknown, false)]
    public void A_command_of_a_project_that_is_not_trusted(FolderTrust trust, bool found)
    {
        var snapshot = With(All, "").WithMore(SettingsScope.Project, $"{{{Refresh}}}", "/src/.claude/settings.json");
        FindingChecks.CheckIf(
            found,
            snapshot with { Claude = snapshot.Claude with { Trust = trust } },
            "warning claude.refresh.wrong-file",
            "'awsAuthRefresh' in '/src/.claude/settings.json:1' does not count yet: this folder is not trusted.");
    }

    [Fact]
    public void A_name_that_a_shell_would_interpret()
    {
        var hostile = Bare.With(Given.Profile("my $(id)", "corp") with { Line = 50 });
        Check(
            hostile.With(Given.Settings($"{{\"env\":{{{Bedrock},{Region},\"AWS_PROFILE\":\"my $(id)\"}}}}")),
            "info claude.refresh.unsafe",
            "The profile 'my $(id)' has a name that a shell would interpret, so it is not written into 'awsAuthRefresh'.");
        Check(
            hostile.With(Given.Settings($"{{\"env\":{{{All}}},\"awsAuthRefresh\":\"aws sso login --profile 'my $(id)'\"}}")),
            "warning claude.refresh.unsafe",
            "'awsAuthRefresh' names the profile 'my $(id)', and a shell would interpret that name.");
        FindingChecks.CheckNot(With(All, ""), "claude.refresh.unsafe");
    }

    [Theory]
    [InlineData("dev$(id)", "dev$(id)")]
    [InlineData("$(id)", "$(id)")]
    [InlineData("\\\"dev$(echo ')' \\\")\\\")\\\"", "dev$(echo ')' \")\")")]
    [InlineData("dev`id`", "dev`id`")]
    [InlineData("'dev;id'", "dev;id")]
    [InlineData("'dev|id'", "dev|id")]
    [InlineData("'dev&id'", "dev&id")]
    [InlineData("'dev<id'", "dev<id")]
    [InlineData("'dev>id'", "dev>id")]
    [InlineData("'dev\\nid'", "dev\uFFFDid")]
    [InlineData("'dev", "'dev")]
    [InlineData("o'brien --no-browser", "o'brien --no-browser")]
    public void A_name_in_a_command_that_a_shell_would_run(string argument, string shown)
    {
        const string Advice = "Write the name of a profile there, and nothing that a shell would run: letters, digits and '_.@+-' are safe.";
        foreach (var key in new[] { "awsAuthRefresh", "awsCredentialExport" })
        {
            var snapshot = With(All, $"\"{key}\":\"trayagent x --profile {argument}\"{(key == "awsAuthRefresh" ? "" : "," + Refresh)}");
            Check(
                snapshot,
                "warning claude.refresh.unsafe",
                $"'{key}' names the profile '{shown}', and a shell would interpret that name.");
            Assert.Equal(Advice, Find(snapshot, "claude.refresh.unsafe")!.Remedy!.Text);
            FindingChecks.CheckNot(snapshot, "claude.profile.unknown");
        }
    }

    [Fact]
    public void A_profile_whose_name_ends_another_command()
    {
        var hostile = Bare.With(Given.Profile("dev;id", "corp") with { Line = 50 });
        Check(
            hostile.With(Given.Settings($"{{\"env\":{{{All}}},\"awsAuthRefresh\":\"aws sso login --profile dev;id\"}}")),
            "warning claude.refresh.unsafe",
            "'awsAuthRefresh' names the profile 'dev;id', and a shell would interpret that name.");
    }

    [Theory]
    [InlineData("aws sso login --profile dev; echo done")]
    [InlineData("aws sso login --profile dev&&echo done")]
    [InlineData("aws sso login --profile dev>/dev/null 2>&1")]
    [InlineData("aws sso login --profile $AWS_PROFILE")]
    [InlineData("(aws sso login --profile dev)")]
    public void What_a_person_has_a_shell_do_beside_the_sign_in_is_no_name(string command) =>
        FindingChecks.CheckNot(With(All, $"\"awsAuthRefresh\":\"{command}\""), "claude.refresh.unsafe");

    [Fact]
    public void An_export_with_something_to_fall_back_to()
    {
        var isolated = With($"{Bedrock},{Region}", Refresh + Export);
        Check(
            isolated.With(Given.Profile("default", "corp") with { Line = 50, RoleName = "Admin" }),
            "info claude.export.falls-back",
            "When 'awsCredentialExport' fails, Claude Code silently goes on with the profile 'default' (account 111122223333, role 'Admin').");
        Check(
            isolated.WithShell(("AWS_ACCESS_KEY_ID", "a"), ("AWS_SECRET_ACCESS_KEY", "b")),
            "info claude.export.falls-back",
            "When 'awsCredentialExport' fails, Claude Code silently goes on with the access keys in the environment.");
        FindingChecks.CheckNot(isolated, "claude.export.falls-back");
        FindingChecks.CheckNot(isolated.With(Given.Profile("default", "corp") with { Line = 50 }), "claude.export.falls-back");
    }

    [Fact]
    public void A_Bedrock_key_beside_a_profile()
    {
        Check(
            With($"{All},\"AWS_BEARER_TOKEN_BEDROCK\":\"t\""),
            "warning claude.bearer-shadows-profile",
            $"'AWS_BEARER_TOKEN_BEDROCK' (in '{User}:1') makes Claude Code ignore 'env.AWS_PROFILE' and 'awsAuthRefresh', and fails "
            + "when that key expires.");
        Check(
            With(All, "").WithShell(("AWS_BEARER_TOKEN_BEDROCK", "t")),
            "warning claude.bearer-shadows-profile",
            "'AWS_BEARER_TOKEN_BEDROCK' (from the environment) makes Claude Code ignore 'env.AWS_PROFILE', and fails when that key expires.");
        FindingChecks.CheckNot(
            With($"{Bedrock},{Region}", "").WithShell(("AWS_BEARER_TOKEN_BEDROCK", "t"), ("AWS_PROFILE", "dev")),
            "claude.bearer-shadows-profile");
        FindingChecks.CheckNot(With($"{All},\"AWS_BEARER_TOKEN_BEDROCK\":\"\""), "claude.bearer-shadows-profile");
    }

    private static Snapshot WithoutRegion(string env) =>
        With(env) with { Config = Bare.Config with { Profiles = [Given.Profile("dev", "corp") with { Region = null }] } };
}
