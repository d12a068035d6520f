using System.Text.Json.Nodes;
using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.EndToEnd.Tests.Support;
using TrayAgent.Loopback;

namespace TrayAgent.EndToEnd.Tests.Verbs;

/// <summary>kill -9 at each stage of a renewal: what 'trayagent status' says afterwards is true.</summary>
public sealed class KilledRenewalTests
{
    [Fact]
    public Task While_the_token_is_refreshed_first() => Machine.WithoutDesktopAsync(async machine =>
    {
        await machine.SignInAsync();
        machine.Files.LetExpire(machine.Files.SessionToken, TimeSpan.FromMinutes(-5));
        machine.Centre.Faults.Set(Operation.CreateTokenByRefreshToken, FaultKind.HangAnswer);
        var renew = machine.Start("renew", "--profile", MachineFiles.SessionProfile);
        await AskedAsync(machine, Operation.CreateTokenByRefreshToken);
        await KillAsync(renew);
        Assert.Single(machine.Centre.LiveSessions);
        Assert.Equal("refreshable", await StateAsync(machine));
    });

    [Fact]
    public Task Before_the_answer_to_the_logout_is_there() => Machine.WithoutDesktopAsync(async machine =>
    {
        await machine.SignInAsync();
        machine.Centre.Faults.Set(Operation.Logout, FaultKind.HangAnswer);
        var renew = machine.Start("renew", "--profile", MachineFiles.SessionProfile);
        await machine.Centre.UntilAsync(() => machine.Centre.LiveSessions.Count == 0, TestContext.Current.CancellationToken);
        await KillAsync(renew);
        Assert.Equal("unknown", await StateAsync(machine));

        // Who goes on from there finds out.
        machine.Centre.Faults.Clear();
        await machine.RenewAsync(MachineFiles.Session);
        Assert.Equal("valid", await StateAsync(machine));
    });

    [Fact]
    public Task While_a_person_is_asked_to_sign_in_anew() => Machine.WithoutDesktopAsync(async machine =>
    {
        await machine.SignInAsync();
        var renew = machine.Start("renew", "--profile", MachineFiles.SessionProfile);
        await machine.Browser.NextAsync();
        await KillAsync(renew);
        Assert.Empty(machine.Centre.LiveSessions);
        Assert.Equal("sign-in-needed", await StateAsync(machine));
    });

    [Fact]
    public Task After_the_sign_in_and_before_its_proof() => Machine.WithoutDesktopAsync(async machine =>
    {
        await machine.SignInAsync();
        machine.Centre.Faults.Set(Operation.GetRoleCredentials, FaultKind.Hang);
        var renew = machine.Start("renew", "--profile", MachineFiles.SessionProfile);
        await machine.Browser.ApproveNextAsync();
        await AskedAsync(machine, Operation.GetRoleCredentials);
        await KillAsync(renew);
        Assert.Single(machine.Centre.LiveSessions);
        Assert.Equal("valid", await StateAsync(machine));
    });

    private static Task AskedAsync(Machine machine, Operation operation) =>
        machine.Centre.UntilAsync(() => machine.Centre.Requests(operation) > 0, TestContext.Current.CancellationToken);

    /// <summary>With the AWS CLI that it started: what a killed process cannot end itself.</summary>
    private static async Task KillAsync(OwnedProcess verb)
    {
        var children = ProcessTree.Below(verb.Id);
        await verb.SignalAsync("KILL");
        await verb.EndAsync(TimeSpan.FromSeconds(10));
        foreach (var child in children.Where(ProcessTree.IsAlive))
        {
            using var process = System.Diagnostics.Process.GetProcessById(child);
            process.Kill();
        }
    }

    private static async Task<string> StateAsync(Machine machine)
    {
        var status = JsonNode.Parse((await machine.RunAsync("status", "--json")).Out)!;
        return status["sessions"]!.AsArray().Single(it => (string)it!["name"]! == MachineFiles.Session)!["state"]!.ToString();
    }
}
