using TrayAgent.EndToEnd.Tests.Support;
using TrayAgent.EndToEnd.Tests.Support.Canaries;

namespace TrayAgent.EndToEnd.Tests.Trust;

/// <summary>No token, client secret or key anywhere but where AWS's own tools keep them; no file for others to read.</summary>
public sealed class SecretTests
{
    private static readonly string[] Verbs = ["auth-refresh", "auth-refresh", "credentials", "logout"];

    [Fact]
    public Task On_a_desktop_no_secret_leaves_its_place() => Machine.OnXfceAsync(async machine =>
    {
        await machine.Desktop.StartPanelAsync();
        await machine.Desktop.StartNotifydAsync();
        machine.Files.WriteClaudeSettings(MachineFiles.SessionProfile);
        var agent = await machine.StartAgentAsync();
        await SignInRenewAndFailAsync(machine, agent);
        await machine.RunAsync("status");
        await machine.RunAsync("status", "--json");
        await machine.RunAsync("logout", "--session", "corp");
        await agent.Tray.SaysAsync("corp is signed out");
        Assert.Equal(0, await agent.StopAsync());

        // The search looks at all that: it runs at the end of every test.
        Assert.Contains(machine.Eye.Seen, it => it.Channel == Channels.Arguments && it.Text.Contains("sso login", StringComparison.Ordinal));
        Assert.Contains(machine.Eye.Seen, it => it.Channel == Channels.Environment && it.Text.Contains("AWS_PAGER=", StringComparison.Ordinal));
        Assert.Contains(machine.Eye.Seen, it => it.Text.Contains("\"stage\":\"WaitingForPerson\"", StringComparison.Ordinal));
        Assert.Contains("Signed in to corp", await File.ReadAllTextAsync(machine.BusRecord, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.True(machine.Centre.Secrets.Count > 10);
    });

    [Theory]
    [InlineData("000")]
    [InlineData("022")]
    [InlineData("077")]
    public Task What_it_writes_is_for_its_owner_only(string umask) => Machine.WithoutDesktopAsync(async machine =>
    {
        // The AWS CLI would write some of the files, and in its own way.
        machine.Files.WriteSettings("\"awsCli\": \"/nowhere/aws\"");
        machine.Files.WriteClaudeSettings(MachineFiles.SessionProfile);
        var agent = await machine.AgentOfAsync(machine.StartOpenly(umask, "run", "--headless", "--verbose"));
        var login = machine.StartOpenly(umask, "login", "--session", "corp");
        await machine.Browser.ApproveNextAsync();
        Assert.Equal(0, (await Machine.EndOfAsync(login)).ExitCode);
        await agent.LogsAsync("Health went from SignInNeeded to");
        machine.Files.LetExpire(machine.Files.SessionToken, TimeSpan.FromMinutes(17));
        await agent.LogsAsync("Refresh of corp ended: Refreshed");
        Assert.Equal(0, (await Machine.EndOfAsync(machine.StartOpenly(umask, "run", "--headless"))).ExitCode);
        foreach (var verb in Verbs)
        {
            Assert.Equal(0, (await Machine.EndOfAsync(machine.StartOpenly(umask, verb, "--profile", "dev"))).ExitCode);
        }

        var broker = machine.StartOpenly(umask, "auth-refresh", "--profile", "dev");
        await machine.Browser.ApproveNextAsync();
        Assert.Equal(0, (await Machine.EndOfAsync(broker)).ExitCode);
        Assert.Equal(0, await agent.StopAsync());
        Assert.All(
            [
                "trayagent.log", "state.json", "instance.lock", ".json", ".sign-in", ".sign-in.start", ".sign-in.outcome", ".refresh",
                ".refresh.attempt", ".answered",
            ],
            ending => Assert.Contains(Entries(machine), path => path.EndsWith(ending, StringComparison.Ordinal)));
        Assert.All(Entries(machine), path => Assert.Equal($"{path} {(Directory.Exists(path) ? "700" : "600")}", $"{path} {Mode(path)}"));
    });

    private static async Task SignInRenewAndFailAsync(Machine machine, RunningAgent agent)
    {
        await agent.Tray.ChooseAsync("Sign in to corp");
        await machine.Browser.ApproveNextAsync();
        await agent.LogsAsync("Sign-in to corp ended: SignedIn");
        await agent.Tray.ChooseAsync("Renew corp");
        await machine.Browser.DenyNextAsync();
        await agent.LogsAsync("Sign-in to corp ended: Failed");
        await machine.SignInAsync();
    }

    /// <summary>All that is ours: the state folder, and the locks, tokens and registrations; the folders themselves too.</summary>
    private static List<string> Entries(Machine machine) =>
    [
        machine.Files.StateFolder,
        .. Directory.GetFileSystemEntries(machine.Files.StateFolder, "*", SearchOption.AllDirectories),
        SsoFolder(machine),
        .. Directory.GetFileSystemEntries(SsoFolder(machine), "*", SearchOption.AllDirectories),
    ];

    private static string SsoFolder(Machine machine) => Path.GetDirectoryName(machine.Files.Locks)!;

    private static string Mode(string path) => Convert.ToString((int)File.GetUnixFileMode(path), 8);
}
