using System.Text;
using System.Text.Json;
using TrayAgent.Core.Tests.Trust;
using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.EndToEnd.Tests.Trust;

/// <summary>The program itself, given names that a terminal or a shell would interpret: it says which one, and that it is none.</summary>
public sealed class HostileNameVerbTests
{
    private const int Sample = 40;

    private static readonly string[] Verbs = ["login", "auth-refresh", "credentials", "status", "migrate"];

    /// <summary>An argument has no NUL in it, and is UTF-8; an empty one is another question.</summary>
    private static IEnumerable<string> Names =>
    [
        .. HostileNames.All.Where(name => name.Length > 0 && !name.Contains('\0', StringComparison.Ordinal) && !name.Any(char.IsSurrogate))
            .Where((_, index) => index % (HostileNames.All.Length / Sample) == 0),
    ];

    [Fact]
    public Task A_profile_of_such_a_name_that_does_not_exist_is_wrong_usage() => Machine.WithoutDesktopAsync(async machine =>
    {
        foreach (var (verb, name) in Names.Select((name, index) => (Verbs[index % Verbs.Length], name)))
        {
            var end = await machine.RunAsync(verb, $"--profile={name}");
            Assert.True(end.ExitCode == 2, $"{verb} {JsonSerializer.Serialize(name)} ended with {end.ExitCode}: {end.Error}");
            IsHarmless(end.Out + end.Error);
        }
    });

    [Fact]
    public Task Settings_and_a_config_full_of_them_are_shown() => Machine.WithoutDesktopAsync(async machine =>
    {
        var names = Names.Where(name => !name.Any(c => c is '\r' or '\n')).ToArray();
        machine.Files.WriteConfig(string.Concat(names.Select(name =>
            Section(name) + "sso_session = nope\nsso_account_id = 1\nsso_role_name = r\n")));
        MachineFiles.Write(
            Path.Combine(machine.Files.Home, ".claude", "settings.json"),
            $$"""{ "env": { "AWS_PROFILE": {{JsonSerializer.Serialize("\u001b[31m\nFORGED")}}, "CLAUDE_CODE_USE_BEDROCK": "1" }, "awsAuthRefresh": "aws sso login --profile 'a\nFORGED'" }""");

        foreach (var (end, exit) in new[]
        {
            (await machine.RunAsync("status"), 3), (await machine.RunAsync("claude", "show"), 0), (await machine.RunAsync("doctor"), 3),
        })
        {
            Assert.Equal((exit, ""), (end.ExitCode, end.Error));
            IsHarmless(end.Out);
        }
    });

    /// <summary>All that a config can hold: of the others a line break ends the section.</summary>
    [Fact]
    public Task All_of_them_are_migrated_and_examined_and_none_is_executed() => Machine.WithoutDesktopAsync(async machine =>
    {
        machine.Files.WriteConfig(string.Concat(
            HostileNames.All
                .Where(name => name.Length > 0 && !name.Any(c => c is '\r' or '\n' or '\0' || char.IsSurrogate(c)))
                .Select(name => Section(name) + "sso_start_url = https://d-2.awsapps.com/start\nsso_region = eu-west-1\nsso_account_id = 1\nsso_role_name = r\n")));
        var before = await File.ReadAllTextAsync(machine.Files.ConfigFile);
        foreach (var (arguments, exit) in new (string[], int)[]
        {
            (["doctor"], 0), (["doctor", "--json"], 0), (["migrate", "--dry-run"], 0), (["migrate", "--yes"], 0), (["doctor"], 0),
            (["migrate", "--undo", "--yes"], 0),
        })
        {
            var end = await machine.RunAsync(arguments);
            Assert.True(end.ExitCode == exit, $"{string.Join(' ', arguments)} ended with {end.ExitCode}: {end.Error}");

            // A diff keeps tabs, as every diff does.
            IsHarmless((arguments[0] == "migrate" ? end.Out.Replace('\t', ' ') : end.Out) + "\n" + end.Error);
            if (arguments is ["migrate", "--yes"])
            {
                var after = await File.ReadAllTextAsync(machine.Files.ConfigFile);
                Assert.Equal(before.Split("[profile ").Length, after.Split("sso_session = d-2\n").Length);
            }
        }

        Assert.Equal(before, await File.ReadAllTextAsync(machine.Files.ConfigFile));
        Assert.False(File.Exists(HostileNames.Trace));
        Assert.Empty(Directory.GetFiles(machine.Files.Home, HostileNames.Trace, SearchOption.AllDirectories));
    });

    private static string Section(string name) =>
        $"[profile \"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"]\n";

    private static void IsHarmless(string said)
    {
        Assert.DoesNotContain("   at ", said);
        Assert.DoesNotContain(said.EnumerateRunes(), rune => rune.Value != '\n' && (Rune.IsControl(rune) || rune.Value is 0x202E or 0x2066 or 0x2028 or 0x2029));
        Assert.DoesNotContain(said.Split('\n'), line => line.TrimStart().StartsWith(HostileNames.Forged, StringComparison.Ordinal));
    }
}
