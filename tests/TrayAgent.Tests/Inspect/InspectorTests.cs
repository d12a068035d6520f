using System.Collections.Immutable;
using TrayAgent.Core.Facts;
using TrayAgent.Files;
using TrayAgent.Inspect;
using TrayAgent.Settings;

namespace TrayAgent.Tests.Inspect;

public sealed class InspectorTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 3, 0, 0, TimeSpan.FromHours(2));

    private readonly TempHome _home = new();

    [Fact]
    public void An_empty_home_gives_empty_facts_and_no_problem()
    {
        var snapshot = Inspect();

        Assert.Empty(snapshot.Config.Profiles);
        Assert.Empty(snapshot.Config.Problems);
        Assert.Empty(snapshot.Cache.Files);
        Assert.Empty(snapshot.Claude.Layers);
        Assert.Equal(_home.ConfigFile, snapshot.Config.ConfigFile);
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero), snapshot.Now);
        Assert.Equal(TimeSpan.Zero, snapshot.Now.Offset);
    }

    [Fact]
    public void Looking_writes_nothing()
    {
        _home.Config("[profile a]\nregion = x\n");
        _home.Token("s", Now);
        var before = Listing();

        Inspect();

        Assert.Equal(before, Listing());
    }

    [Fact]
    public void A_changed_config_is_read_again()
    {
        _home.Config("[profile a]\nregion = one\n");
        var inspector = NewInspector();
        Assert.Equal("one", inspector.Inspect(DateTimeOffset.UtcNow).Config.Profile("a")?.Region);

        _home.Config("[profile a]\nregion = two\n");
        Assert.Equal("two", inspector.Inspect(DateTimeOffset.UtcNow).Config.Profile("a")?.Region);

        _home.Credentials("[a]\nregion = three\n");
        Assert.Equal("three", inspector.Inspect(DateTimeOffset.UtcNow).Config.Profile("a")?.Region);
        Assert.Equal("three", inspector.Inspect(DateTimeOffset.UtcNow.AddMinutes(1)).Config.Profile("a")?.Region);

        File.Delete(_home.ConfigFile);
        Assert.Equal("three", inspector.Inspect(DateTimeOffset.UtcNow.AddMinutes(1)).Config.Profile("a")?.Region);
    }

    [Fact]
    public void A_config_that_is_no_file_is_a_problem_and_the_credentials_are_read_all_the_same()
    {
        OddFile.Fifo(_home.ConfigFile);
        _home.Credentials("[a]\nregion = x\n");

        var config = Inspect().Config;

        Assert.Equal($"'{_home.ConfigFile}' is not a regular file.", Assert.Single(config.Problems).Text);
        Assert.NotNull(config.Profile("a"));
    }

    [Fact]
    public void Managed_settings_go_before_the_users_and_later_drop_ins_before_earlier()
    {
        _home.Claude("""{"env":{"AWS_PROFILE":"user"}}""");
        Managed("managed-settings.json", "main");
        Managed("managed-settings.d/10-a.json", "ten");
        Managed("managed-settings.d/20-b.json", "twenty");

        var claude = Inspect().Claude;

        Assert.Equal(["twenty", "ten", "main", "user"], claude.Layers.Select(layer => layer.AwsProfile));
        Assert.Equal("twenty", claude.AwsProfile);
    }

    [Fact]
    public void A_settings_file_that_cannot_be_read_is_named()
    {
        Directory.CreateDirectory(_home.ClaudeFile);

        Assert.Equal("It is a folder.", Assert.Single(Inspect().Claude.Layers).Problem?.Text);
    }

    [Fact]
    public void Settings_that_we_may_not_write_say_why()
    {
        _home.Claude("{}");
        Assert.Null(Inspect().SettingsFile.Refusal);
        File.SetUnixFileMode(_home.ClaudeFile, UnixFileMode.UserRead);
        Assert.Equal(
            $"'{_home.ClaudeFile}' is write-protected, so it was left as it is. To let TrayAgent change it: chmod u+w '{_home.ClaudeFile}'.",
            Inspect().SettingsFile.Refusal);
        File.Delete(_home.ClaudeFile);
        Assert.Null(Inspect().SettingsFile.Refusal);
    }

    [Fact]
    public void Of_the_environment_names_are_kept_and_keys_are_not()
    {
        Set(("AWS_DEFAULT_PROFILE", "d"), ("AWS_ACCESS_KEY_ID", "SECRET"), ("AWS_SESSION_TOKEN", ""),
            ("AWS_ENDPOINT_URL_SSO_OIDC", "http://127.0.0.1:1"), ("AWS_ENDPOINT_URL", "http://x"), ("AWS_ENDPOINT_URLS", "no"));

        var environment = Inspect().Environment;

        Assert.Equal("d", environment.Profile);
        Assert.Equal(["AWS_ACCESS_KEY_ID"], environment.CredentialVariables);
        Assert.Equal(
            ["AWS_ENDPOINT_URL http://x ", "AWS_ENDPOINT_URL_SSO_OIDC http://127.0.0.1:1 sso_oidc"],
            environment.EndpointOverrides.Select(found => $"{found.Origin} {found.Url} {found.Service}"));
    }

    [Fact]
    public void AWS_PROFILE_goes_before_AWS_DEFAULT_PROFILE()
    {
        Set(("AWS_DEFAULT_PROFILE", "d"), ("AWS_PROFILE", "p"));

        Assert.Equal("p", Inspect().Environment.Profile);
    }

    [Fact]
    public void Config_files_named_by_the_environment_are_used_and_the_cache_stays_in_the_home()
    {
        var elsewhere = Path.Combine(_home.Folder, "elsewhere");
        File.WriteAllText(elsewhere, "[profile there]\nregion = x\n");
        _home.Config("[profile here]\n");
        Set(("AWS_CONFIG_FILE", elsewhere));

        var snapshot = Inspect();

        Assert.Equal("there", Assert.Single(snapshot.Config.Profiles).Name);
        Assert.Equal(_home.SsoCache, snapshot.Cache.Folder);
    }

    [Fact]
    public void The_config_that_Claude_Codes_own_settings_name_is_read_beside_ours()
    {
        var elsewhere = Path.Combine(_home.Folder, "elsewhere");
        File.WriteAllText(elsewhere, "[profile there]\nregion = x\n");
        _home.Config("[profile here]\n");
        _home.Claude($$$"""{"env":{"AWS_CONFIG_FILE":"{{{elsewhere}}}"}}""");

        var snapshot = Inspect();

        Assert.Equal(("here", "there"), (snapshot.Config.Profiles[0].Name, snapshot.ConfigElsewhere?.Profiles[0].Name));
        Assert.Empty(snapshot.ConfigElsewhere!.Problems);
    }

    [Theory]
    [InlineData("~/.aws/config", null)]
    [InlineData("", null)]
    [InlineData("aws/config", "'aws/config' is no full path, so it is another file in each folder.")]
    [InlineData("/nowhere/config", "'/nowhere/config' does not exist.")]
    public void Claude_codes_config_is_only_told_when_it_is_another(string path, string? problem)
    {
        _home.Config("[profile here]\n");
        _home.Claude($$$"""{"env":{"AWS_CONFIG_FILE":"{{{path}}}"}}""");

        var elsewhere = Inspect().ConfigElsewhere;

        Assert.Equal(problem, elsewhere?.Problems[0].Text);
    }

    [Fact]
    public void Of_VS_Codes_settings_the_names_of_variables_are_known()
    {
        var paths = _home.ClaudePaths with { EditorFile = Path.Combine(_home.Folder, "code.json") };
        File.WriteAllText(paths.EditorFile, """{"claudeCode.environmentVariables": [{"name": "AWS_PROFILE", "value": "hunter2"}]}""");

        Assert.Equal(["AWS_PROFILE"], NewInspector(paths).Inspect(Now).Claude.Editor.Variables);
    }

    [Fact]
    public void On_Unix_all_tools_share_HOME() => Assert.Single(Inspect().Homes.Select(home => home.Folder).Distinct());

    [Fact]
    public void On_Windows_HOME_splits_the_tools()
    {
        Set(("HOME", "H"), ("USERPROFILE", "U"));

        Assert.Equal(
            ["AWS CLI U", "JavaScript SDK H", "Rust SDK H", "Go SDK U", ".NET SDK A"],
            Homes.OnWindows(_home.Environment, "U", "A").Select(home => $"{home.Tool} {home.Folder}"));
    }

    public void Dispose() => _home.Dispose();

    private Snapshot Inspect() => NewInspector().Inspect(Now);

    private Inspector NewInspector(ClaudePaths? claude = null) => new(
        _home.WithHome,
        _home.AwsPaths,
        claude ?? _home.ClaudePaths,
        () => AgentSettings.Default,
        () => Remembered.Nothing,
        _ => null,
        TimeProvider.System);

    private void Set(params (string Name, string Value)[] variables) => _home.Environment = new ProcessEnvironment(
        variables.ToImmutableDictionary(variable => variable.Name, variable => variable.Value));

    private void Managed(string name, string profile)
    {
        var file = Path.Combine(_home.ClaudePaths.ManagedFolder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, $$$"""{"env":{"AWS_PROFILE":"{{{profile}}}"}}""");
    }

    private string[] Listing() =>
    [
        .. Directory.GetFileSystemEntries(_home.Folder, "*", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => $"{path} {File.GetLastWriteTimeUtc(path):O}"),
    ];
}
