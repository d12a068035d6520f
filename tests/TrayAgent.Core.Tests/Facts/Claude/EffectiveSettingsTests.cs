using TrayAgent.Core.Facts.Claude;

namespace TrayAgent.Core.Tests.Facts.Claude;

/// <summary>A layer is given as "scope json"; the effective settings are expected as "key=value scope:line", with what is hidden behind &lt;.</summary>
public sealed class EffectiveSettingsTests
{
    private const string User = """user {"env":{"AWS_PROFILE":"u","AWS_REGION":"eu-west-1"},"model":"opus"}""";

    [Fact]
    public void The_user_alone() => Check(
        [User], "env.AWS_PROFILE=u user:1; env.AWS_REGION=eu-west-1 user:1; model=opus user:1");

    [Fact]
    public void The_stronger_scope_wins_for_each_variable_by_itself() => Check(
        [
            """managedfile {"env":{"AWS_REGION":"m"}}""", """local {"env":{"AWS_PROFILE":"l"}}""",
            """project {"env":{"AWS_PROFILE":"p"},"model":"sonnet"}""", User,
        ],
        "env.AWS_PROFILE=l local:1 < p project:1 < u user:1; env.AWS_REGION=m managedfile:1 < eu-west-1 user:1; "
        + "model=sonnet project:1 < opus user:1");

    [Fact]
    public void An_empty_text_hides_as_any_other_and_a_null_does_not() => Check(
        ["""project {"env":{"AWS_PROFILE":"","AWS_REGION":null}}""", User],
        "env.AWS_PROFILE= project:1 < u user:1; env.AWS_REGION=eu-west-1 user:1; model=opus user:1");

    [Fact]
    public void What_Claude_Code_skips_for_its_form_hides_nothing() => Check(
        ["""project {"env":{"AWS_PROFILE":["p"],"AWS_REGION":7},"model":42}""", User],
        "env.AWS_PROFILE=u user:1; env.AWS_REGION=7 project:1 < eu-west-1 user:1; model=opus user:1");

    [Fact]
    public void Of_the_managed_sources_the_first_stands_alone_but_for_variables() => Check(
        [
            """managedpolicy {"env":{"AWS_REGION":"a"}}""",
            """managedfile {"env":{"AWS_REGION":"b","AWS_PROFILE":"b"},"model":"b"}""", User,
        ],
        "env.AWS_PROFILE=b managedfile:1 < u user:1; env.AWS_REGION=a managedpolicy:1 < b managedfile:1 < eu-west-1 user:1; "
        + "model=opus user:1");

    [Theory]
    [InlineData("2.1.222", """{"env":{"AWS_REGION":"a"}}""")]
    [InlineData("2.1.223", """{"env":{"AWS_REGION":"a","CLAUDE_CODE_DISABLE_ADMIN_ENV_UNION":"1"}}""")]
    public void Variables_of_managed_sources_join_since_a_version_and_unless_switched_off(string version, string policy)
    {
        var settings = Settings([$"managedpolicy {policy}", """managedfile {"env":{"AWS_PROFILE":"b"}}"""], []) with
        {
            Version = Version.Parse(version),
        };
        Assert.Null(settings["env.AWS_PROFILE"]);
        Assert.Equal("a", settings.Text("env.AWS_REGION"));
    }

    [Fact]
    public void The_users_policy_counts_only_where_there_is_no_other_managed_source()
    {
        const string Policy = """manageduser {"env":{"AWS_PROFILE":"hkcu"}}""";
        Check([Policy], "env.AWS_PROFILE=hkcu manageduser:1");
        Check(["""managedfile {"model":"m"}""", Policy], "model=m managedfile:1");
    }

    [Fact]
    public void The_shell_is_the_weakest_and_its_secrets_are_none_of_our_business() => Check(
        [User],
        "env.AWS_ACCESS_KEY_ID=*** shell; env.AWS_PROFILE=u user:1 < s shell; env.AWS_REGION=eu-west-1 user:1; model=opus user:1",
        ("AWS_PROFILE", "s"), ("AWS_ACCESS_KEY_ID", "AKIAABCDEFGHIJKLMNOP"), ("PATH", "/bin"), ("MY_TOKEN", "x"));

    [Fact]
    public void Objects_and_lists_are_merged_so_nothing_is_hidden() => Check(
        ["""project {"permissions":{"allow":[]}}""", """user {"permissions":{"deny":[],"allow":[]},"hooks":[1,{},[2]]}"""],
        "hooks=a list of 3 user:1; permissions=an object with 1 members project:1");

    [Fact]
    public void The_profile_that_decides_which_session_matters_is_not_the_shells()
    {
        var settings = Settings(["user {}"], [("AWS_PROFILE", "s")]);
        Assert.Null(settings.AwsProfile);
        Assert.Equal("s", settings.Text(ClaudeKeys.AwsProfile));
    }

    private static void Check(string[] layers, string expected, params (string Name, string Value)[] shell) => Assert.Equal(
        expected,
        string.Join("; ", Settings(layers, shell).Effective.Select(setting =>
            $"{setting.Key}={setting.Value} {Name(setting.Source)}"
            + string.Concat(setting.Shadowed.Select(hidden => $" < {hidden.Value} {Name(hidden.Source)}")))));

    private static string Name(SettingSource source) =>
        source.Scope.ToString().ToLowerInvariant() + (source.Line is { } line ? $":{line}" : "");

    private static ClaudeSettings Settings(string[] layers, (string Name, string Value)[] shell) => new()
    {
        UserFile = "/home/ann/.claude/settings.json",
        Layers = [.. layers.Select(layer =>
        {
            var parts = layer.Split(' ', 2);
            return Given.Settings(parts[1], Enum.Parse<SettingsScope>(parts[0], ignoreCase: true), parts[0]);
        })],
        Shell = ShellVariables.Of(shell.Select(variable => KeyValuePair.Create(variable.Name, variable.Value))),
    };
}
