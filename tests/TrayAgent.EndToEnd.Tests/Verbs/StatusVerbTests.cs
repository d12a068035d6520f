using System.Text.Json.Nodes;
using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.EndToEnd.Tests.Verbs;

/// <summary><c>trayagent status</c>, as people and scripts see it.</summary>
public sealed class StatusVerbTests
{
    [Fact]
    public Task Without_any_aws_files_it_says_how_to_begin() => Machine.WithoutDesktopAsync(async machine =>
    {
        Directory.Delete(Path.Combine(machine.Files.Home, ".aws"), recursive: true);
        var end = await machine.RunAsync("status");
        Assert.Contains($"No AWS SSO profiles were found in '{machine.Files.ConfigFile}'. Run 'trayagent setup'", OneLine(end.Out));
        Assert.Equal((3, ""), (end.ExitCode, end.Error));
        Assert.False(Directory.Exists(Path.Combine(machine.Files.Home, ".aws")));
    });

    [Fact]
    public Task Its_json_has_exactly_the_documented_keys() => Machine.WithoutDesktopAsync(async machine =>
    {
        machine.Files.WriteConfig(machine.Files.Config + "[profile half]\nsso_session = nowhere\n");
        machine.Files.WriteSettings("\"sessionDurations\": { \"corp\": \"8h\" }");
        await machine.SignInAsync();
        var end = await machine.RunAsync("status", "--json");
        var json = JsonNode.Parse(end.Out)!;
        Assert.Equal("schema generatedAt overall sessions profiles findings homes", Keys(json));
        Assert.Equal(1, json["schema"]!.GetValue<int>());
        var session = json["sessions"]!.AsArray().Single(it => it!["name"]!.GetValue<string>() == "corp")!;
        Assert.Equal(
            "name kind startUrl region scopes state refreshable accessTokenExpiresAt registrationExpiresAt estimatedEnd profiles "
            + "usedByClaude cacheFile",
            Keys(session));
        Assert.Equal("earliest latest basis", Keys(session["estimatedEnd"]!));
        Assert.Equal("configured", session["estimatedEnd"]!["basis"]!.GetValue<string>());
        Assert.Equal("valid", session["state"]!.GetValue<string>());
        Assert.Matches("^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$", session["accessTokenExpiresAt"]!.GetValue<string>());
        Assert.Equal(machine.Files.SessionToken, session["cacheFile"]!.GetValue<string>());
        Assert.Equal("name kind session accountId roleName region", Keys(json["profiles"]![0]!));
        var finding = json["findings"]!.AsArray().First(it => it!["remedy"] is not null)!;
        Assert.Equal("code severity subject message remedy", Keys(finding));
        Assert.Equal("text argv", Keys(finding["remedy"]!));
        Assert.Equal("", end.Error);
    });

    [Fact]
    public Task Healthy_is_0_and_anything_else_3() => Machine.WithoutDesktopAsync(async machine =>
    {
        machine.Files.WriteClaudeSettings(MachineFiles.LegacyProfile);
        var before = await machine.RunAsync("status");
        Assert.Equal(3, before.ExitCode);
        await machine.SignInAsync(MachineFiles.LegacySession);
        var after = await machine.RunAsync("status");
        Assert.True(after.ExitCode == 0, after.ToString());
        Assert.Contains("Everything is fine.", after.Out);
        Assert.Equal(0, (await machine.RunAsync("status", "--profile", MachineFiles.LegacyProfile)).ExitCode);
        Assert.Equal(3, (await machine.RunAsync("status", "--profile", MachineFiles.SessionProfile)).ExitCode);
    });

    [Fact]
    public Task Watching_prints_one_object_per_line_and_change() => Machine.WithoutDesktopAsync(async machine =>
    {
        machine.Files.WriteClaudeSettings(MachineFiles.SessionProfile);
        var watch = machine.Start("status", "--watch", "--json");
        await Until.TrueAsync(() => watch.StandardOutput.Count == 1, "the first line is there");
        await machine.SignInAsync();
        await Until.TrueAsync(() => States(watch).LastOrDefault() == "valid", "the sign-in is seen");
        await machine.RunAsync("logout", "--session", "corp");
        await Until.TrueAsync(() => States(watch).Last() == "signed-out", "the sign-out is seen");
        await watch.SignalAsync("INT");
        Assert.Equal(3, await watch.EndAsync(TimeSpan.FromSeconds(10)));

        // A slow machine also sees the session in doubt while it is being ended, and without its token before the file is gone.
        Assert.Equal(["signed-out", "valid", "signed-out"], States(watch).Where(state => state is not ("unknown" or "sign-in-needed")));
        Assert.Equal(watch.StandardOutput.Count, watch.StandardOutput.Distinct().Count());
        Assert.Empty(watch.StandardError);
    });

    /// <summary>As in a container with 45 MB; .NET gives its heap three quarters of them.</summary>
    [Fact]
    public Task With_little_memory_it_says_the_same() => Machine.WithoutDesktopAsync(async machine =>
    {
        machine.Environment["DOTNET_GCHeapHardLimit"] = "2200000";
        var end = await machine.RunAsync("status");
        Assert.Equal((3, ""), (end.ExitCode, end.Error));
        Assert.Contains("corp is signed out", end.Out);
    });

    [Fact]
    public Task A_wrong_setting_is_named_with_file_and_line() => Machine.WithoutDesktopAsync(async machine =>
    {
        machine.Files.WriteSettings("\"leadTimes\": [\"soon\"]");
        var end = await machine.RunAsync("status");
        Assert.Contains($"{machine.Files.SettingsFile}", end.Error);
        Assert.Contains("3", end.Error.Replace(machine.Files.SettingsFile, "", StringComparison.Ordinal));
        Assert.Contains("'soon'", end.Error);
    });

    private static List<string> States(OwnedProcess watch) => watch.StandardOutput
        .Select(line => JsonNode.Parse(line)!["sessions"]!.AsArray())
        .Select(sessions => sessions.Single(it => it!["name"]!.GetValue<string>() == "corp")!["state"]!.GetValue<string>())
        .Aggregate(new List<string>(), (states, state) => states.LastOrDefault() == state ? states : [.. states, state]);

    private static string Keys(JsonNode json) => string.Join(' ', json.AsObject().Select(member => member.Key));

    /// <summary>Long sentences are wrapped for a terminal.</summary>
    private static string OneLine(string text) =>
        string.Join(' ', text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
