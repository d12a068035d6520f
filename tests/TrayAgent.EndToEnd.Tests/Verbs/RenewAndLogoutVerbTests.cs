using TrayAgent.EndToEnd.Tests.Support;
using TrayAgent.Loopback;

namespace TrayAgent.EndToEnd.Tests.Verbs;

/// <summary><c>trayagent renew</c> and <c>trayagent logout</c>: exactly one session ends.</summary>
public sealed class RenewAndLogoutVerbTests
{
    [Theory]
    [InlineData(MachineFiles.Session)]
    [InlineData(MachineFiles.LegacySession)]
    public Task Renewing_ends_one_portal_session_and_begins_another(string session) => Machine.WithoutDesktopAsync(async machine =>
    {
        await machine.SignInAsync(session);
        var before = machine.Files.Tokens().Single();
        var renew = machine.Start("renew", "--session", session);
        await machine.Browser.ApproveNextAsync();
        var end = await Machine.EndOfAsync(renew);
        Assert.True(end.ExitCode == 0, end.ToString());
        Assert.StartsWith($"Signed in to '{session}'", end.Out);
        Assert.Contains($"Ending the present session of '{session}'.", end.Error);
        Assert.Equal(1, machine.Centre.Requests(Operation.Logout));
        Assert.Equal([SessionEnd.Logout, null], machine.Centre.Sessions.Select(it => it.EndedBy));
        var after = machine.Files.Tokens().Single();
        Assert.Equal(before.Key, after.Key);
        Assert.NotEqual(before.Value["accessToken"]!.ToString(), after.Value["accessToken"]!.ToString());
    });

    [Fact]
    public Task A_renewal_cancelled_after_the_logout_says_that_one_is_signed_out() => Machine.WithoutDesktopAsync(async machine =>
    {
        await machine.SignInAsync();
        var renew = machine.Start("renew", "--session", "corp");
        await machine.Browser.NextAsync();
        await renew.SignalAsync("INT");
        var end = await Machine.EndOfAsync(renew);
        Assert.Equal((4, ""), (end.ExitCode, end.Out));
        Assert.EndsWith("You are signed out of 'corp' now: sign in with 'trayagent login --session corp'.", end.Error);
        var status = await machine.RunAsync("status", "--profile", MachineFiles.SessionProfile);
        Assert.Equal(3, status.ExitCode);
        Assert.Contains("sign-in needed", status.Out, StringComparison.OrdinalIgnoreCase);
    });

    [Fact]
    public Task When_the_service_does_not_answer_nothing_is_ended() => Machine.WithoutDesktopAsync(async machine =>
    {
        await machine.SignInAsync();
        machine.Centre.Faults.Set(Operation.ListAccounts, FaultKind.ServerError);
        var end = await machine.RunAsync("renew", "--session", "corp");
        Assert.Equal((1, ""), (end.ExitCode, end.Out));
        Assert.Equal(0, machine.Centre.Requests(Operation.Logout));
        Assert.Single(machine.Centre.LiveSessions);
        Assert.Single(machine.Browser.Pages);
    });

    [Fact]
    public Task Signing_out_ends_one_session_and_leaves_everything_else() => Machine.WithoutDesktopAsync(async machine =>
    {
        await machine.SignInAsync();
        await machine.SignInAsync(MachineFiles.LegacySession);
        var foreign = Path.Combine(machine.Files.Cache, "kiro-auth-token.json");
        MachineFiles.Write(foreign, """{"accessToken":"aoa-kiro","refreshToken":"aor-kiro","expiresAt":"2030-01-01T00:00:00.000Z"}""");
        var others = Directory.GetFiles(machine.Files.Cache).Except([machine.Files.SessionToken]).ToDictionary(it => it, File.ReadAllText);
        var end = await machine.RunAsync("logout", "--session", "corp");
        Assert.Equal(0, end.ExitCode);
        Assert.StartsWith("Signed out of 'corp'.", end.Out);
        Assert.Equal(others, Directory.GetFiles(machine.Files.Cache).ToDictionary(it => it, File.ReadAllText));
        Assert.Equal("https://d-2.awsapps.com/start", machine.Centre.LiveSessions.Single().StartUrl);
        Assert.Equal("You were not signed in to 'corp'.", (await machine.RunAsync("logout", "--session", "corp")).Out);
    });
}
