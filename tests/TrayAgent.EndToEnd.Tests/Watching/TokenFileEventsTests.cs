using System.Text.Json.Nodes;
using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.EndToEnd.Tests.Watching;

/// <summary>What other programs do to the token files shows in tray and <c>status</c>.</summary>
public sealed class TokenFileEventsTests
{
    /// <summary>Less than the poll would take, so that it was an event; not a measure of speed.</summary>
    private static readonly TimeSpan ByEvent = TimeSpan.FromSeconds(15);

    [Fact]
    public Task A_token_written_by_another_process_shows_in_tray_and_status() => Machine.OnXfceAsync(async machine =>
    {
        machine.Files.WriteClaudeSettings(MachineFiles.SessionProfile);
        var agent = await machine.StartAgentAsync();
        await agent.Tray.SaysAsync("corp is signed out");
        Directory.CreateDirectory(machine.Files.Cache);
        await machine.PythonAsync("open(sys.argv[1], 'w').write(sys.argv[2])", machine.Files.SessionToken, Token());
        await agent.Tray.SaysAsync("corp is signed in", ByEvent);
        Assert.Equal("valid", await StateAsync(machine));
        await machine.PythonAsync("os.remove(sys.argv[1])", machine.Files.SessionToken);
        await agent.Tray.SaysAsync("corp is signed out", ByEvent);
        Assert.Equal("signed-out", await StateAsync(machine));
    });

    [Fact]
    public Task A_torn_write_never_shows_signed_out() => Machine.OnXfceAsync(async machine =>
    {
        machine.Files.WriteClaudeSettings(MachineFiles.SessionProfile);
        WriteToken(machine);
        var agent = await machine.StartAgentAsync();
        await agent.Tray.SaysAsync("corp is signed in");
        var watch = machine.Start("status", "--watch", "--json");
        await Until.TrueAsync(() => watch.StandardOutput.Count == 1, "the watch runs");

        // As a program does that writes in place and is slow: nothing for a second, the first half for another.
        var writer = machine.StartProgram("python3", "-c", SlowWriter, machine.Files.SessionToken, Token());
        await writer.FirstLineAsync();
        var titles = new HashSet<string>();
        var status = machine.RunAsync("status", "--json");
        await Until.TrueAsync(
            async () =>
            {
                titles.Add(await agent.Tray.TitleAsync());
                return writer.HasExited;
            },
            "the writer has ended");
        Assert.Equal(["TrayAgent: fine"], titles);
        Assert.Equal("valid", State((await status).Out));
        Assert.All(watch.StandardOutput, line => Assert.Equal("valid", State(line)));
        Assert.DoesNotContain("Health went from Healthy", machine.Files.Log);
        await agent.Tray.SaysAsync("corp is signed in");
    });

    [Fact]
    public Task The_cache_may_go_and_come_back() => Machine.OnXfceAsync(async machine =>
    {
        machine.Files.WriteClaudeSettings(MachineFiles.SessionProfile);
        WriteToken(machine);
        var agent = await machine.StartAgentAsync();
        await agent.Tray.SaysAsync("corp is signed in");
        for (var round = 0; round < 2; round++)
        {
            await machine.PythonAsync("shutil.rmtree(sys.argv[1])", Path.GetDirectoryName(machine.Files.Cache)!);
            await agent.Tray.SaysAsync("corp is signed out", ByEvent);
            await machine.PythonAsync(
                "os.makedirs(os.path.dirname(sys.argv[1])); open(sys.argv[1], 'w').write(sys.argv[2])",
                machine.Files.SessionToken,
                Token());
            await agent.Tray.SaysAsync("corp is signed in", ByEvent);
            await machine.PythonAsync("os.remove(sys.argv[1])", machine.Files.SessionToken);
            await agent.Tray.SaysAsync("corp is signed out", ByEvent);
            await machine.PythonAsync("open(sys.argv[1], 'w').write(sys.argv[2])", machine.Files.SessionToken, Token());
            await agent.Tray.SaysAsync("corp is signed in", ByEvent);
        }

        // Replaced so fast that nobody sees it missing: the old watch is on a folder of another name now.
        await machine.PythonAsync("os.rename(sys.argv[1], sys.argv[1] + '.old'); os.makedirs(sys.argv[1])", machine.Files.Cache);
        await agent.Tray.SaysAsync("corp is signed out", ByEvent);
        await machine.PythonAsync("open(sys.argv[1], 'w').write(sys.argv[2])", machine.Files.SessionToken, Token());
        await agent.Tray.SaysAsync("corp is signed in", ByEvent);
    });

    [Fact]
    public Task A_config_that_is_a_link_is_watched_where_it_leads() => Machine.OnXfceAsync(async machine =>
    {
        var dotfile = Path.Combine(machine.Files.Home, "dotfiles", "aws-config");
        MachineFiles.Write(dotfile, "");
        File.Delete(machine.Files.ConfigFile);
        File.CreateSymbolicLink(machine.Files.ConfigFile, dotfile);
        var agent = await machine.StartAgentAsync();
        await agent.Tray.SaysAsync("No AWS SSO profiles were found");
        machine.Files.WriteClaudeSettings(MachineFiles.SessionProfile);
        await machine.PythonAsync("open(sys.argv[1], 'w').write(sys.argv[2])", dotfile, machine.Files.Config);
        await agent.Tray.SaysAsync("corp is signed out", ByEvent);
    });

    [Fact]
    public Task A_storm_of_files_hides_no_change() => Machine.OnXfceAsync(async machine =>
    {
        machine.Files.WriteClaudeSettings(MachineFiles.SessionProfile);
        Directory.CreateDirectory(machine.Files.Cache);
        var agent = await machine.StartAgentAsync();
        await agent.Tray.SaysAsync("corp is signed out");

        // More events than the kernel keeps (16,384) while nobody takes them: the last ones are lost.
        await agent.Process.SignalAsync("STOP");
        await machine.PythonAsync(
            """
            for i in range(20000): open(f'{sys.argv[1]}/storm-{i}.json', 'w').write('{}')
            open(sys.argv[2], 'w').write(sys.argv[3])
            """,
            machine.Files.Cache,
            machine.Files.SessionToken,
            Token());
        await agent.Process.SignalAsync("CONT");
        await agent.Tray.SaysAsync("corp is signed in", TimeSpan.FromSeconds(60));
        await machine.PythonAsync("os.remove(sys.argv[1])", machine.Files.SessionToken);
        await agent.Tray.SaysAsync("corp is signed out", ByEvent);
    });

    private const string SlowWriter = """
        import sys, time
        file = open(sys.argv[1], 'w')
        print('torn', flush=True)
        time.sleep(1)
        file.write(sys.argv[2][:100])
        file.flush()
        time.sleep(1)
        file.write(sys.argv[2][100:])
        """;

    /// <summary>As the AWS CLI writes it, with everything that a refresh needs.</summary>
    private static string Token() => $$"""
        {"startUrl": "https://d-1.awsapps.com/start", "region": "eu-west-1", "accessToken": "aoa{{Guid.NewGuid():N}}",
         "expiresAt": "{{DateTime.UtcNow.AddHours(1):yyyy-MM-ddTHH:mm:ssZ}}", "clientId": "c", "clientSecret": "s",
         "registrationExpiresAt": "{{DateTime.UtcNow.AddDays(60):yyyy-MM-ddTHH:mm:ssZ}}", "refreshToken": "aor{{Guid.NewGuid():N}}"}
        """;

    private static void WriteToken(Machine machine)
    {
        MachineFiles.Write(machine.Files.SessionToken, Token());
        File.SetUnixFileMode(machine.Files.SessionToken, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static async Task<string> StateAsync(Machine machine) => State((await machine.RunAsync("status", "--json")).Out);

    private static string State(string json) => JsonNode.Parse(json)!["sessions"]!.AsArray()
        .Single(session => session!["name"]!.GetValue<string>() == "corp")!["state"]!.GetValue<string>();
}
