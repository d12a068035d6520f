using System.Text.Json.Nodes;
using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.EndToEnd.Tests.Verbs;

/// <summary><c>trayagent claude show</c>, as people and scripts see it.</summary>
public sealed class ClaudeShowVerbTests
{
    [Fact]
    public Task A_project_its_user_and_the_shell_together() => Machine.WithoutDesktopAsync(async machine =>
    {
        var project = Path.Combine(machine.Files.Home, "work");
        machine.Files.WriteClaudeSettings(MachineFiles.SessionProfile);
        MachineFiles.Write(
            Path.Combine(project, ".claude", "settings.json"),
            """{ "env": { "AWS_PROFILE": "old", "A_PASSWORD": "hunter2" }, "awsAuthRefresh": "aws sso login --profile dev" }""");

        var end = await machine.RunAsync("claude", "show", "--folder", project, "--json");

        Assert.Equal((0, ""), (end.ExitCode, end.Error));
        Assert.DoesNotContain("hunter2", end.Out);
        var json = JsonNode.Parse(end.Out)!;
        Assert.Equal("schema folder effective provider identity findings awsFiles identityUntilTrusted", string.Join(' ', json.AsObject().Select(member => member.Key)));
        Assert.Equal(project, json["folder"]!.GetValue<string>());
        var profile = json["effective"]!.AsArray().Single(it => it!["key"]!.GetValue<string>() == "env.AWS_PROFILE")!;
        Assert.Equal("old", profile["value"]!.GetValue<string>());
        Assert.Equal("dev", profile["shadowed"]![0]!["value"]!.GetValue<string>());
        Assert.Equal(
            """{"kind":"profile","profile":"old","session":"https://d-2.awsapps.com/start"}""", json["identity"]!.ToJsonString());
        Assert.Contains(
            "claude.refresh.wrong-profile", json["findings"]!.AsArray().Select(finding => finding!["code"]!.GetValue<string>()));
    });

    [Fact]
    public Task Outside_a_project_it_shows_the_users_settings() => Machine.WithoutDesktopAsync(async machine =>
    {
        machine.Files.WriteClaudeSettings(MachineFiles.SessionProfile);
        var end = await machine.RunAsync("claude", "show", "--folder", machine.Files.Home);
        Assert.Equal((0, ""), (end.ExitCode, end.Error));
        Assert.StartsWith($"Claude Code, started in '{machine.Files.Home}', uses Amazon Bedrock in 'eu-west-1'.\n", end.Out);
        Assert.Contains("Credentials    the profile 'dev' on the session 'corp'", end.Out);
    });

    [Fact]
    public Task A_folder_that_does_not_exist_is_named() => Machine.WithoutDesktopAsync(async machine =>
    {
        var end = await machine.RunAsync("claude", "show", "--folder", "/no/such/folder");
        Assert.Equal((2, ""), (end.ExitCode, end.Out));
        Assert.Equal("The folder '/no/such/folder' does not exist. Name one that does with '--folder'.", end.Error.TrimEnd());
    });
}
