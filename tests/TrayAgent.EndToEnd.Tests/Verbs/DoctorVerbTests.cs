using System.Text.Json.Nodes;
using TrayAgent.EndToEnd.Tests.Support;
using TrayAgent.Loopback;

namespace TrayAgent.EndToEnd.Tests.Verbs;

/// <summary><c>trayagent doctor</c>, offline and against the identity centre.</summary>
public sealed class DoctorVerbTests
{
    [Fact]
    public Task Offline_it_asks_nobody_and_shows_files_and_checks() => Machine.WithoutDesktopAsync(async machine =>
    {
        machine.Files.WriteClaudeSettings(MachineFiles.SessionProfile);
        var end = await machine.RunAsync("doctor");
        Assert.Equal((3, ""), (end.ExitCode, end.Error));
        Assert.Contains($"  AWS config       {machine.Files.ConfigFile}\n", end.Out);
        Assert.Contains("  finding aws.token.sign-in-needed\n    error\n      The session 'corp' is signed out.\n", end.Out);
        Assert.DoesNotContain("online.", end.Out);
        Assert.Empty(machine.Centre.Events);
    });

    [Fact]
    public Task Its_json_has_exactly_the_documented_keys_and_online_it_proves_the_sign_in() => Machine.WithoutDesktopAsync(async machine =>
    {
        machine.Files.WriteClaudeSettings(MachineFiles.SessionProfile);
        machine.Environment["AWS_ENDPOINT_URL_BEDROCK_RUNTIME"] = machine.Centre.BaseUrl;
        await machine.SignInAsync();
        var end = await machine.RunAsync("doctor", "--online", "--json");
        var json = JsonNode.Parse(end.Out)!;
        Assert.Equal("schema generatedAt findings checks", Keys(json));
        Assert.All(json["checks"]!.AsArray(), check => Assert.Equal("code result note", Keys(check!)));
        Assert.Equal(
            "skipped online.proxy, ok online.portal, skipped online.tls, ok online.clock, ok online.token, ok online.role, ok online.identity, "
            + "ok online.region, skipped online.models, skipped online.form, skipped online.access, skipped online.call",
            Online(json));
        Assert.Contains(
            "is too old to list inference profiles",
            json["checks"]!.AsArray().Single(check => check!["code"]!.GetValue<string>() == "online.models")!["note"]!.GetValue<string>());
        Assert.Equal("", end.Error);
    });

    [Fact]
    public Task Online_a_dead_session_and_a_role_that_is_not_assigned_are_told_apart() => Machine.WithoutDesktopAsync(async machine =>
    {
        machine.Files.WriteClaudeSettings(MachineFiles.SessionProfile);
        machine.Environment["AWS_ENDPOINT_URL_BEDROCK_RUNTIME"] = machine.Centre.BaseUrl;
        await machine.SignInAsync();
        machine.Centre.Options = machine.Centre.Options with { Accounts = [new Account("111122223333", "Sandbox", ["ReadOnly"])] };
        var denied = await machine.RunAsync("doctor", "--online");
        Assert.Equal(3, denied.ExitCode);
        Assert.Contains("  finding online.role\n    error aws.role.unavailable\n", denied.Out);
        Assert.Contains("  ok      online.token\n", denied.Out);

        machine.Centre.RevokeSessions();
        var dead = await machine.RunAsync("doctor", "--online", "--json");
        Assert.Contains("finding online.token, finding online.role", Online(JsonNode.Parse(dead.Out)!));
        Assert.Contains("aws.token.sign-in-needed", JsonNode.Parse(dead.Out)!["findings"]!.AsArray().Select(finding => finding!["code"]!.GetValue<string>()));
    });

    private static string Online(JsonNode json) => string.Join(
        ", ",
        json["checks"]!.AsArray()
            .Where(check => check!["code"]!.GetValue<string>().StartsWith("online.", StringComparison.Ordinal))
            .Select(check => $"{check!["result"]} {check["code"]}"));

    private static string Keys(JsonNode json) => string.Join(' ', json.AsObject().Select(member => member.Key));
}
