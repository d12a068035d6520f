using System.Globalization;
using System.Text.Json.Nodes;
using TrayAgent.EndToEnd.Tests.Support;
using TrayAgent.Loopback;

namespace TrayAgent.EndToEnd.Tests.Lifetime;

/// <summary>The agent refreshes by itself, and its end does not come between the service's answer and the file.</summary>
public sealed class RefreshTests
{
    private static readonly CentreOptions Punishing = new() { RefreshTokenPolicy = RefreshTokenPolicy.Punishing };

    [Fact]
    public Task A_token_that_is_due_at_the_start_is_refreshed_at_once() => Machine.WithoutDesktopAsync(async machine =>
    {
        var before = await DueAsync(machine);
        var agent = await machine.StartAgentAsync("--headless");
        await agent.LogsAsync("Refresh of corp ended: Refreshed");
        Assert.NotEqual(before["refreshToken"]!.ToString(), Token(machine)["refreshToken"]!.ToString());
        Assert.True(ExpiresAt(machine) > DateTimeOffset.UtcNow.AddMinutes(55));
        Assert.Equal(0, (await machine.RunAsync("check", "--profile", "dev", "--for", "50m")).ExitCode);
        Assert.Single(machine.Centre.LiveSessions);
        Assert.Equal(0, await agent.StopAsync());
    }, Punishing);

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public Task The_end_waits_for_a_token_that_is_on_its_way(string signal) => Machine.WithoutDesktopAsync(async machine =>
    {
        var before = await DueAsync(machine);
        machine.Centre.Faults.Set(Operation.CreateTokenByRefreshToken, FaultKind.HangAnswer, times: 1);
        var agent = await machine.StartAgentAsync("--headless");
        await machine.Centre.UntilAsync(
            () => machine.Centre.Requests(Operation.CreateTokenByRefreshToken) == 1, TestContext.Current.CancellationToken);
        await agent.Process.SignalAsync(signal);
        await agent.LogsAsync("The agent ends");
        Assert.False(agent.Process.HasExited);
        machine.Centre.Faults.Clear();
        Assert.Equal(0, await agent.Process.EndAsync(TimeSpan.FromSeconds(15)));
        Assert.NotEqual(before["refreshToken"]!.ToString(), Token(machine)["refreshToken"]!.ToString());
        Assert.Equal(2, Directory.GetFiles(machine.Files.Cache).Length);
    }, Punishing);

    /// <summary>Signed in, and 18 minutes are left: earlier than any SDK begins.</summary>
    private static async Task<JsonObject> DueAsync(Machine machine)
    {
        await machine.SignInAsync();
        var token = Token(machine);
        token["expiresAt"] = DateTimeOffset.UtcNow.AddMinutes(18).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        await File.WriteAllTextAsync(machine.Files.SessionToken, token.ToJsonString(), TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(machine.Files.SessionToken, DateTime.UtcNow.AddMinutes(-42));
        return token;
    }

    private static DateTimeOffset ExpiresAt(Machine machine) =>
        DateTimeOffset.Parse(Token(machine)["expiresAt"]!.ToString(), CultureInfo.InvariantCulture);

    private static JsonObject Token(Machine machine) => machine.Files.Tokens()[machine.Files.SessionToken];
}
