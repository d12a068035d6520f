using System.Collections.Immutable;
using System.Runtime.Versioning;
using TrayAgent.Core.Facts.Claude;
using TrayAgent.Files;
using TrayAgent.Inspect;

namespace TrayAgent.Tests.Inspect;

[UnsupportedOSPlatform("windows")]
public sealed class ClaudeReaderTests : IDisposable
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    private readonly TempHome _home = new();

    [Fact]
    public void A_project_is_between_managed_and_user()
    {
        Write("managed/managed-settings.json", "managed");
        Write("work/.git/config", "");
        Write("work/.claude/settings.local.json", "local");
        Write("work/app/.claude/settings.json", "project");
        Write(".claude/settings.json", "user");

        Check("work/app", "ManagedFile managed, Local local, Project project, User user");
        Check(null, "ManagedFile managed, User user");
    }

    [Theory]
    [InlineData(null, "root")]
    [InlineData("2.1.211", "root")]
    [InlineData("2.1.210", "start")]
    public void The_local_file_lies_at_the_root_of_the_repository_since_a_version(string? version, string expected)
    {
        // A worktree has a file of that name.
        Write("work/.git", "");
        Write("work/.claude/settings.local.json", "root");
        Write("work/app/.claude/settings.local.json", "start");

        Check("work/app", $"Local {expected}", version is null ? null : Version.Parse(version));
    }

    [Fact]
    public void Outside_a_repository_and_where_the_home_is_one_the_local_file_lies_at_the_start()
    {
        Write("work/.claude/settings.local.json", "start");
        Check("work", "Local start");

        Write(".git/config", "");
        Write(".claude/settings.local.json", "home");
        Check("work", "Local start");
    }

    [Fact]
    public void In_the_home_folder_the_users_file_is_not_read_twice()
    {
        Write(".claude/settings.json", "user");
        Check("", "User user");
    }

    [Fact]
    public void A_file_that_changed_is_read_again_and_one_that_did_not_is_not()
    {
        Write(".claude/settings.json", "one");
        var reader = Reader(null);
        var later = Now.AddMinutes(1);
        var first = Assert.Single(reader.Read(later, null).Layers);
        Assert.Same(first, Assert.Single(reader.Read(later.AddMinutes(1), null).Layers));

        Write(".claude/settings.json", "two and more");
        Assert.Equal("two and more", Assert.Single(reader.Read(later, null).Layers).AwsProfile);

        File.Delete(_home.ClaudeFile);
        Assert.Empty(reader.Read(later, null).Layers);
    }

    [Fact]
    public void CLAUDE_CONFIG_DIR_moves_the_users_files()
    {
        var moved = Path.Combine(_home.Folder, "moved");
        _home.Environment = new(ImmutableDictionary<string, string>.Empty.Add("CLAUDE_CONFIG_DIR", moved));

        var paths = ClaudePaths.From(_home.Environment, _home.Folder);

        Assert.Equal((Path.Combine(moved, "settings.json"), Path.Combine(moved, ".claude.json")), (paths.UserFile, paths.StateFile));
    }

    [Fact]
    public void A_command_that_is_missing_is_looked_for_where_people_put_it()
    {
        _home.Claude("""{"env":{"CLAUDE_CODE_USE_BEDROCK":"1"}}""");
        Text(".claude.json", "{\n\"awsAuthRefresh\": \"aws sso login\", \"env\": {} }");
        Text(".claude/settings-local.json", """{"awsCredentialExport":"x"}""");
        Assert.Equal(
            [".claude.json awsAuthRefresh 2", ".claude/settings-local.json awsCredentialExport 1"],
            Reader(null).Read(Now, null).Stray.Select(stray =>
                $"{Path.GetRelativePath(_home.Folder, stray.File)} {stray.Key} {stray.Line}"));

        _home.Claude("""{"env":{"CLAUDE_CODE_USE_BEDROCK":"1"},"awsAuthRefresh":"aws sso login"}""");
        Assert.Empty(Reader(null).Read(Now, null).Stray);
    }

    [Fact]
    public void A_large_state_file_is_read_only_where_a_project_is_looked_at()
    {
        _home.Claude("""{"env":{"CLAUDE_CODE_USE_BEDROCK":"1"}}""");
        Text(".claude.json", $"{{\"history\":\"{new string('x', 600_000)}\",\"awsAuthRefresh\":\"aws sso login\"}}");
        Assert.Empty(Reader(null).Read(Now, null).Stray);
        Assert.Single(Reader("work").Read(Now, null).Stray);
    }

    [Theory]
    [InlineData("true", FolderTrust.Trusted)]
    [InlineData("false", FolderTrust.NotTrusted)]
    [InlineData("\"yes\"", FolderTrust.NotTrusted)]
    public void Claude_Code_remembers_whether_a_folder_is_trusted(string value, FolderTrust expected)
    {
        var folder = Path.Combine(_home.Folder, "work");
        Text(".claude.json", $"{{\"projects\":{{\"{folder}\":{{\"hasTrustDialogAccepted\":{value}}}}}}}");
        Assert.Equal(expected, Reader("work").Read(Now, null).Trust);
        Assert.Equal(FolderTrust.Unknown, Reader("elsewhere").Read(Now, null).Trust);
        Assert.Equal(FolderTrust.Unknown, Reader(null).Read(Now, null).Trust);
    }

    [Theory]
    [InlineData("true", FolderTrust.Unknown)]
    [InlineData("false", FolderTrust.NotTrusted)]
    public void Below_a_trusted_folder_Claude_Code_asks_nobody(string above, FolderTrust expected)
    {
        var folder = Path.Combine(_home.Folder, "work");
        Text(".claude.json", $"{{\"projects\":{{\"{_home.Folder}\":{{\"hasTrustDialogAccepted\":{above}}},\"{folder}\":{{\"hasTrustDialogAccepted\":false}}}}}}");
        Assert.Equal(expected, Reader("work").Read(Now, null).Trust);
    }

    [Fact]
    public void A_policy_of_the_system_is_read_like_a_file_without_lines()
    {
        var layer = ManagedPolicies.Layer("HKLM", """{"env":{"AWS_PROFILE":"p"}}"""u8.ToArray(), SettingsScope.ManagedPolicy);
        Assert.Equal(("p", null, SettingsScope.ManagedPolicy), (layer.AwsProfile, layer["env.AWS_PROFILE"]?.Line, layer.Scope));

        Assert.NotNull(ManagedPolicies.Layer("HKLM", null, SettingsScope.ManagedPolicy).Problem);
    }

    public void Dispose() => _home.Dispose();

    private void Check(string? folder, string expected, Version? version = null) => Assert.Equal(
        expected,
        string.Join(", ", Reader(folder).Read(Now, version).Layers.Select(layer => $"{layer.Scope} {layer.AwsProfile}")));

    private ClaudeReader Reader(string? folder) => new(
        _home.ClaudePaths with { Folder = folder is null ? null : Path.Combine(_home.Folder, folder).TrimEnd('/') },
        _home.Environment,
        _home.Folder);

    private void Write(string name, string profile) =>
        Text(name, $$"""{ "env": { "AWS_PROFILE": "{{profile}}" } }""");

    private void Text(string name, string text)
    {
        var path = Path.Combine(_home.Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }
}
