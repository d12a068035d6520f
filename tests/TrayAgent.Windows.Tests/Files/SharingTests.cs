using System.Text.Json.Nodes;
using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.EndToEnd.Tests.Support;
using TrayAgent.Loopback;
using TrayAgent.Windows.Tests.Support;

namespace TrayAgent.Windows.Tests.Files;

/// <summary>Somebody has the file open that is to be written.</summary>
public sealed class SharingTests(Wine wine)
{
    private const string ForReaders = "1";
    private const string ForNobody = "0";

    private const string Settings = ".claude/settings.json";

    /// <summary>AWS does not know it, so its session is over.</summary>
    private const string Token = """
        {"startUrl": "https://d-1.awsapps.com/start", "region": "eu-west-1", "accessToken": "t", "expiresAt": "2099-01-01T00:00:00Z"}
        """;

    /// <summary>Credentials of the role 'Developer' of 'corp', named as the AWS CLI names them.</summary>
    private const string Role = ".aws/cli/cache/6b17aaa4b7ddc1fd491e01d5f64d4b66d9e2b04c.json";

    /// <summary>Held for up to twice as long as the writer is patient, in each way to share, by who reads and by who writes.</summary>
    [Fact]
    public async Task Two_hundred_rounds_lose_nothing_and_leave_nothing()
    {
        Assert.Matches("^[1-9][0-9]* written, [1-9][0-9]* kept, [1-9][0-9]* refused, 0 broken$", await CourseAsync("held", "200", "25"));
    }

    /// <summary>For 50 ms each, the temporary ones too.</summary>
    [Fact]
    public async Task A_scanner_that_opens_every_new_file_delays_writes_and_loses_none()
    {
        Assert.Matches("^[1-9][0-9]* written, [12][0-9] opened$", await CourseAsync("scanned", "10"));
    }

    [Fact]
    public async Task Who_is_ended_while_it_writes_leaves_the_old_or_the_new_file_and_what_else_it_leaves_is_swept()
    {
        Assert.Matches("^10 ended, [1-9][0-9]* temporary files swept, 0 broken$", await CourseAsync("killed", "10"));
    }

    /// <summary>Two verbs at once, because each waits for seconds: one replaces, one removes.</summary>
    [Fact]
    public async Task Who_lets_go_in_time_is_waited_for()
    {
        await using var machine = await WithSettingsAsync();
        var holders = await BothHeldAsync(machine, 3000);

        var (fix, logout) = await FixAndLogoutAsync(machine);

        Assert.Equal((0, ""), (fix.ExitCode, fix.Error));
        Assert.Equal((0, "The session 'corp' was already over.", ""), (logout.ExitCode, logout.Out, logout.Error));
        Assert.All(await Task.WhenAll(holders.Select(holder => holder.EndAsync(TimeSpan.FromSeconds(30)))), end => Assert.Equal(0, end));
        Assert.Contains("eu.anthropic.claude-opus-4-8", File.ReadAllText(machine.InHome(Settings)), StringComparison.Ordinal);
        Assert.Equal(["settings.json"], Directory.GetFiles(machine.InHome(".claude")).Select(Path.GetFileName));
        Assert.Empty(Directory.GetFiles(machine.InHome(".aws/sso/cache")));
        Assert.False(File.Exists(machine.InHome(Role)));
    }

    [Fact]
    public async Task Who_does_not_let_go_is_named_and_nothing_is_lost()
    {
        await using var machine = await WithSettingsAsync();
        await BothHeldAsync(machine, 30_000);

        var (fix, logout) = await FixAndLogoutAsync(machine);

        Assert.Equal(1, fix.ExitCode);
        Assert.EndsWith(
            "settings.json' could not be written: another program held it for 5 s. Close that program, then try again.",
            fix.Error,
            StringComparison.Ordinal);
        Assert.Equal(Homes.Corp[Settings].ReplaceLineEndings("\n"), File.ReadAllText(machine.InHome(Settings)));
        Assert.Equal(["settings.json"], Directory.GetFiles(machine.InHome(".claude")).Select(Path.GetFileName));

        Assert.Equal((1, ""), (logout.ExitCode, logout.Out));
        Assert.Equal(
            "The session 'corp' was already over. But not all of its files could be removed: "
            + $"'{wine.ToWindows(machine.InHome(Homes.Token))}' could not be removed: another program held it for 5 s. "
            + "Close that program, then try again.",
            logout.Error);
        Assert.Equal(Token, File.ReadAllText(machine.InHome(Homes.Token)));
        Assert.Single(Directory.GetFiles(machine.InHome(".aws/sso/cache")));
        Assert.False(File.Exists(machine.InHome(Role)));
        Assert.Contains("\"state\": \"sign-in-needed\"", (await machine.RunAsync("status", "--json")).Out, StringComparison.Ordinal);
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

    [Fact]
    public async Task Hidden_settings_stay_hidden()
    {
        await using var machine = await WithSettingsAsync();
        await machine.RunToEndAsync("attrib", "+h", wine.ToWindows(machine.InHome(Settings)));

        Assert.Equal(0, (await machine.RunAsync("claude", "fix", "--yes")).ExitCode);

        var shown = await WindowsMachine.EndOfAsync(machine.StartProgram("attrib", wine.ToWindows(machine.InHome(Settings))));
        Assert.Contains("H ", shown.Out.Split("C:")[0], StringComparison.Ordinal);
    }

    /// <summary>In a folder whose path is longer than Windows allowed until 2016.</summary>
    private async Task<string> CourseAsync(string name, params string[] arguments)
    {
        await using var machine = await WindowsMachine.StartAsync(wine);
        var folder = Directory.CreateDirectory(machine.InHome($".claude/{new string('x', 130)}/{new string('y', 130)}")).FullName;
        var end = await WindowsMachine.EndOfAsync(machine.StartProgram([SharingProgram.Path, name, wine.ToWindows(folder), .. arguments]));
        Assert.Equal("", end.Error);
        return end.Out;
    }

    private async Task<WindowsMachine> WithSettingsAsync()
    {
        var machine = await WindowsMachine.StartAsync(wine);
        Homes.Write(Homes.Corp, machine.Write);
        machine.Write(Homes.Token, Token);
        machine.Write(Role, "{}");
        machine.Write("AppData/Roaming/TrayAgent/settings.json", """{ "allowLoopbackEndpoints": true }""");
        return machine;
    }

    private static async Task<(VerbEnd Fix, VerbEnd Logout)> FixAndLogoutAsync(WindowsMachine machine)
    {
        var fix = machine.RunAsync("claude", "fix", "--yes");
        var logout = machine.RunAsync("logout", "--session", "corp");
        return (await fix, await logout);
    }

    private async Task<OwnedProcess[]> BothHeldAsync(WindowsMachine machine, int milliseconds) =>
        [await HeldAsync(machine, ForReaders, milliseconds), await HeldAsync(machine, ForReaders, milliseconds, Homes.Token)];

    private async Task<OwnedProcess> HeldAsync(
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
