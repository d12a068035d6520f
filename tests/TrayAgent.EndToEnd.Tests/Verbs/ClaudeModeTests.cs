using System.Text.Json.Nodes;
using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.EndToEnd.Tests.Verbs;

/// <summary>What <c>claude fix --mode</c> writes is run as Claude Code runs it: by a shell, against the identity centre.</summary>
public sealed class ClaudeModeTests
{
    [Theory]
    [InlineData("plain", "aws sso login --profile dev", null, "dev")]
    [InlineData("broker", "TRAYAGENT auth-refresh --profile dev", null, "dev")]
    [InlineData("isolated", "TRAYAGENT auth-refresh --profile dev", "TRAYAGENT credentials --profile dev --format claude", null)]
    public Task What_a_mode_writes_works(string mode, string refresh, string? export, string? profile) => Machine.WithoutDesktopAsync(async machine =>
    {
        var claude = new ClaudeCodeFiles(machine);
        claude.Install("2.1.330");
        claude.Write("""  "env": { "AWS_PROFILE": "dev", "AWS_REGION": "eu-west-1" }""");
        var end = await claude.FixAsync("--mode", mode, "--yes");
        Assert.True(end.ExitCode == 0, end.ToString());
        claude.KeepsForeign();
        var settings = JsonNode.Parse(claude.Text)!;
        Assert.Equal(Ours(refresh), settings["awsAuthRefresh"]!.GetValue<string>());
        Assert.Equal(Ours(export), settings["awsCredentialExport"]?.GetValue<string>());
        Assert.Equal(("1", profile, "eu-west-1"), (Variable("CLAUDE_CODE_USE_BEDROCK"), Variable("AWS_PROFILE"), Variable("AWS_REGION")));

        // Whoever is not signed in gets a browser; what a credential helper prints is what Claude Code reads.
        var shell = machine.StartProgram("/bin/sh", "-c", Ours(refresh)!);
        await machine.Browser.ApproveNextAsync();
        var refreshed = await Machine.EndOfAsync(shell);
        Assert.True(refreshed.ExitCode == 0, refreshed.ToString());
        if (export is not null)
        {
            var keys = await Machine.EndOfAsync(machine.StartProgram("/bin/sh", "-c", $"{Ours(export)} # credentials"));
            Assert.Equal((0, ""), (keys.ExitCode, keys.Error));
            Assert.Equal(
                ["AccessKeyId", "SecretAccessKey", "SessionToken", "Expiration"],
                JsonNode.Parse(keys.Out)!["Credentials"]!.AsObject().Select(member => member.Key));
            Assert.Contains("When 'awsCredentialExport' fails, Claude Code goes on without a word with", end.Error, StringComparison.Ordinal);
        }

        string? Variable(string name) => settings["env"]![name]?.GetValue<string>();
    });

    [Fact]
    public Task A_version_that_is_too_old_is_not_isolated() => Machine.WithoutDesktopAsync(async machine =>
    {
        var claude = new ClaudeCodeFiles(machine);
        claude.Install("2.1.100");
        var before = claude.Write("""  "env": { "AWS_PROFILE": "dev", "AWS_REGION": "eu-west-1" }""");
        var end = await claude.FixAsync("--mode", "isolated", "--yes");
        Assert.Equal(1, end.ExitCode);
        Assert.Contains("Update Claude Code to 2.1.141 or later", end.Error, StringComparison.Ordinal);
        Assert.Equal(before, claude.Text);
    });

    private static string? Ours(string? command) => command?.Replace("TRAYAGENT", AgentBinary.Path, StringComparison.Ordinal);
}
