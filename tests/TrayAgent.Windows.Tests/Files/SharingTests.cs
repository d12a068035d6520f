using System.Text.Json.Nodes;
using TrayAgent.Loopback;
using TrayAgent.Windows.Tests.Support;

namespace TrayAgent.Windows.Tests.Files;

/// <summary>Somebody has the file open that is to be written.</summary>
public sealed class SharingTests(Wine wine)
{
    private const string ForReaders = "1";
    private const string ForNobody = "0";

    private const UnixFileMode Others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;

    private const string Settings = ".claude/settings.json";

    /// <summary>Held for up to twice as long as the writer is patient, in each way to share, by who reads and by who writes.</summary>
    [Fact]
    public async Task Two_hundred_rounds_lose_nothing_and_leave_nothing()
    {
        await using var machine = await WindowsMachine.StartAsync(wine);
        Directory.CreateDirectory(machine.InHome(".claude"));

        var end = await WindowsMachine.EndOfAsync(
            machine.StartProgram(SharingProgram.Path, wine.ToWindows(machine.InHome(".claude")), "200", "40"));

        Assert.Equal("", end.Error);
        Assert.Matches("^[1-9][0-9]* written, [1-9][0-9]* kept, [1-9][0-9]* refused, 0 broken$", end.Out);
    }

    [Fact]
    public async Task Who_lets_go_in_time_is_waited_for()
    {
        await using var machine = await WithSettingsAsync();
        var holder = await HeldAsync(machine, ForReaders, 2500);

        var end = await machine.RunAsync("claude", "fix", "--yes");

        Assert.Equal((0, ""), (end.ExitCode, end.Error));
        Assert.Equal(0, await holder.EndAsync(TimeSpan.FromSeconds(30)));
        Assert.Contains("eu.anthropic.claude-opus-4-8", File.ReadAllText(machine.InHome(Settings)), StringComparison.Ordinal);
        Assert.Equal(["settings.json"], Directory.GetFiles(machine.InHome(".claude")).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Who_does_not_let_go_is_named_and_nothing_has_changed()
    {
        await using var machine = await WithSettingsAsync();
        await HeldAsync(machine, ForReaders, 30_000);

        var end = await machine.RunAsync("claude", "fix", "--yes");

        Assert.Equal(1, end.ExitCode);
        Assert.EndsWith(
            "settings.json' could not be written: another program held it for 5 s. Close that program, then try again.",
            end.Error,
            StringComparison.Ordinal);
        Assert.Equal(Homes.Corp[Settings].ReplaceLineEndings("\n"), File.ReadAllText(machine.InHome(Settings)));
        Assert.Equal(["settings.json"], Directory.GetFiles(machine.InHome(".claude")).Select(Path.GetFileName));
    }

    /// <summary>AWS has spent the old token by then, so only this process has the new one.</summary>
    [Fact]
    public async Task A_refreshed_token_waits_for_who_reads_the_old_one()
    {
        await using var machine = await WindowsMachine.StartAsync(wine);
        machine.Write(".aws/config", Homes.Config);
        machine.Write("AppData/Roaming/TrayAgent/settings.json", """{ "allowLoopbackEndpoints": true }""");
        var login = machine.Start("login", "--session", "corp", "--device-code", "--no-browser");
        var pending = await machine.Centre.NextSignInAsync(TestContext.Current.CancellationToken);
        Assert.True(machine.Centre.Approve(pending.UserCode));
        Assert.Equal(0, await login.EndAsync(TimeSpan.FromSeconds(60)));
        var old = JsonNode.Parse(File.ReadAllText(machine.InHome(Homes.Token)))!;
        old["expiresAt"] = "2026-01-01T00:00:00Z";
        machine.Write(Homes.Token, old.ToJsonString());
        var holder = await HeldAsync(machine, ForReaders, 2500, Homes.Token);

        var end = await machine.RunAsync("auth-refresh", "--profile", "dev");

        Assert.Equal((0, ""), (end.ExitCode, end.Error));
        Assert.Equal(0, await holder.EndAsync(TimeSpan.FromSeconds(30)));
        var now = JsonNode.Parse(File.ReadAllText(machine.InHome(Homes.Token)))!;
        Assert.NotEqual(old["refreshToken"]!.ToString(), now["refreshToken"]!.ToString());
        Assert.Equal(1, machine.Centre.Requests(Operation.CreateTokenByRefreshToken));
        Assert.DoesNotContain(Directory.GetFiles(machine.InHome(".aws/sso/cache")), file => !file.EndsWith(".json", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_that_nobody_else_may_read_is_unknown_and_not_signed_out()
    {
        await using var machine = await WithSettingsAsync();
        await HeldAsync(machine, ForNobody, 30_000, Homes.Token);

        var end = await machine.RunAsync("status");

        Assert.Contains("The state of a session is unknown at the moment.", end.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("corp is signed out", end.Out, StringComparison.Ordinal);
    }

    /// <summary>Wine makes a mode of the list of who may open a file, and of the group it makes its own. A new file would be open to all.</summary>
    [Fact]
    public async Task Settings_that_nobody_else_may_open_are_closed_to_others_afterwards()
    {
        await using var machine = await WithSettingsAsync();
        File.SetUnixFileMode(machine.InHome(Settings), UnixFileMode.UserRead | UnixFileMode.UserWrite);

        Assert.Equal(0, (await machine.RunAsync("claude", "fix", "--yes")).ExitCode);

        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(machine.InHome(Settings)) & Others);
    }

    [Fact]
    public async Task Hidden_settings_stay_hidden()
    {
        await using var machine = await WithSettingsAsync();
        await machine.RunToEndAsync("attrib", "+h", wine.ToWindows(machine.InHome(Settings)));

        Assert.Equal(0, (await machine.RunAsync("claude", "fix", "--yes")).ExitCode);

        var shown = await WindowsMachine.EndOfAsync(machine.StartProgram("attrib", wine.ToWindows(machine.InHome(Settings))));
        Assert.Contains("H ", shown.Out.Split("C:")[0], StringComparison.Ordinal);
    }

    private async Task<WindowsMachine> WithSettingsAsync()
    {
        var machine = await WindowsMachine.StartAsync(wine);
        Homes.Write(Homes.Corp, machine.Write);
        return machine;
    }

    private async Task<EndToEnd.Tests.Desktop.OwnedProcess> HeldAsync(
        WindowsMachine machine, string share, int milliseconds, string file = Settings)
    {
        var holder = machine.StartProgram(
            await NativePrograms.HoldAsync(wine),
            wine.ToWindows(machine.InHome(file)),
            share,
            milliseconds.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal("held", (await holder.FirstLineAsync()).TrimEnd('\r'));
        return holder;
    }
}
