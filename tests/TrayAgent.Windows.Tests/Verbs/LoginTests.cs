using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.EndToEnd.Tests.Support;
using TrayAgent.Loopback.Browser;
using TrayAgent.Windows.Tests.Desktop;
using TrayAgent.Windows.Tests.Support;

namespace TrayAgent.Windows.Tests.Verbs;

/// <summary><c>trayagent login</c> on Windows: by itself with a code and with the browser, and with an AWS CLI.</summary>
[Collection(nameof(Taskbar))]
public sealed class LoginTests(Wine wine, Taskbar taskbar)
{
    private const string LoopbackAllowed = """{ "allowLoopbackEndpoints": true }""";

    private const string Browser = @"HKLM\Software\Classes\http\shell\open\command";

    [Fact]
    public async Task With_a_code()
    {
        await using var machine = await MachineAsync();

        var login = machine.Start("login", "--session", "corp", "--device-code", "--no-browser");
        await ApproveAsync(machine);
        var end = await WindowsMachine.EndOfAsync(login);

        Assert.True(end.ExitCode == 0, end.ToString());
        Assert.StartsWith("Signed in to 'corp'; it gives access to 2 accounts.", end.Out, StringComparison.Ordinal);
        Assert.Contains("\"refreshToken\"", File.ReadAllText(machine.InHome(Homes.Token)), StringComparison.Ordinal);
        Assert.Contains("valid", (await machine.RunAsync("status", "--json")).Out, StringComparison.Ordinal);
    }

    /// <summary>On the desktop: without one Wine looks for it for ten seconds before it shows a page.</summary>
    [Fact]
    public async Task With_the_browser_of_this_user()
    {
        await using var machine = await MachineAsync();
        var browser = await NativePrograms.BrowserAsync(wine);
        var page = Path.Combine(Path.GetDirectoryName(browser)!, "page");
        await wine.RegistryDefaultAsync(Browser, $"\"{wine.ToWindows(browser)}\" \"%1\"");

        var (output, exit) = (machine.InHome(".aws/output"), machine.InHome(".aws/exit"));
        machine.Write(
            ".aws/login.cmd",
            $"@{wine.ToWindows(WindowsProgram.Path)} login --profile dev > {wine.ToWindows(output)}\r\n@echo %errorlevel%> {wine.ToWindows(exit)}\r\n");
        taskbar.StartProgram(machine, "cmd", "/c", wine.ToWindows(machine.InHome(".aws/login.cmd")));
        await Until.TrueAsync(() => File.Exists(page) && File.ReadAllText(page).EndsWith('\n'), "the page is opened");
        using var person = new FormBrowser();
        await person.ApproveAsync(new Uri(File.ReadAllText(page).Trim()), TestContext.Current.CancellationToken);

        await Until.TrueAsync(() => File.Exists(exit) && File.ReadAllText(exit).EndsWith('\n'), "the verb ends");
        Assert.Equal("0", (await File.ReadAllTextAsync(exit, TestContext.Current.CancellationToken)).Trim());
        Assert.StartsWith(
            "Signed in to 'corp' as arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Developer_",
            await File.ReadAllTextAsync(output, TestContext.Current.CancellationToken),
            StringComparison.Ordinal);
        Assert.Contains("\"refreshToken\"", File.ReadAllText(machine.InHome(Homes.Token)), StringComparison.Ordinal);
    }

    /// <summary>It gets the token of a sign-in before, as if a person had approved this one. On Linux the same is said and written.</summary>
    [Fact]
    public async Task With_the_AWS_CLI_on_the_PATH()
    {
        await using var machine = await MachineAsync();
        using var twin = new LinuxTwin(machine.Environment);
        var first = machine.Start("login", "--session", "corp", "--device-code", "--no-browser");
        await ApproveAsync(machine);
        Assert.Equal(0, await first.EndAsync(TimeSpan.FromSeconds(60)));
        var aws = Path.GetDirectoryName(await NativePrograms.AwsAsync(wine))!;
        File.Move(machine.InHome(Homes.Token), Path.Combine(aws, "token"), overwrite: true);
        File.WriteAllText(Path.Combine(aws, "token-path"), wine.ToWindows(machine.InHome(Homes.Token)));
        File.WriteAllText(Path.Combine(aws, "says"), "Browser will not be automatically opened.\nPlease visit the following URL:\n\n"
            + $"{machine.Centre.BaseUrl}/device\n\nThen enter the code:\n\nABCD-EFGH\n\n");
        File.WriteAllText(Path.Combine(aws, "ends"), "Successfully logged into Start URL: https://d-1.awsapps.com/start\n");

        var login = machine.StartWith("PATH", wine.ToWindows(aws), "login", "--profile", "dev", "--no-browser");
        await ShowsCodeAsync(login);
        File.WriteAllText(Path.Combine(aws, "go"), "");
        var end = await WindowsMachine.EndOfAsync(login);

        Assert.True(end.ExitCode == 0, end.ToString());
        Assert.StartsWith(
            "Signed in to 'corp' as arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Developer_", end.Out, StringComparison.Ordinal);
        Assert.Equal(
            ["sso", "login"],
            File.ReadAllLines(Path.Combine(aws, "called")).Take(2));

        twin.Write(".aws/config", Homes.Config);
        var script = Path.Combine(aws, "aws");
        twin.Write(".config/trayagent/settings.json", $$"""{ "allowLoopbackEndpoints": true, "awsCli": "{{script}}" }""");
        File.WriteAllText(script, $"""
            #!/bin/sh
            cd "$(/usr/bin/dirname "$0")"
            if [ "$1" = --version ]; then echo "aws-cli/2.36.7 Python/3.13.0 Linux/6 exe/x86_64"; exit; fi
            /bin/cat says
            while [ ! -e go-on ]; do /bin/sleep 0.05; done
            /bin/mkdir -p {twin.Home}/.aws/sso/cache
            /bin/cp token {Path.Combine(twin.Home, Homes.Token)}
            /bin/cat ends
            """ + "\n");
        File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        await using var there = twin.Start("login", "--profile", "dev", "--no-browser");
        await ShowsCodeAsync(there);
        File.WriteAllText(Path.Combine(aws, "go-on"), "");
        Assert.Equal(
            Alike.Of(await WindowsMachine.EndOfAsync(there), twin.Home, AgentBinary.Path),
            Alike.Of(end, wine.ToWindows(machine.InHome("")).TrimEnd('\\'), wine.ToWindows(WindowsProgram.Path)));
        Assert.Equal(File.ReadAllText(Path.Combine(twin.Home, Homes.Token)), File.ReadAllText(machine.InHome(Homes.Token)));
    }

    private static Task ShowsCodeAsync(OwnedProcess login) => Until.TrueAsync(
        () => login.StandardError.Any(line => line.Contains("ABCD-EFGH", StringComparison.Ordinal)), "the code is shown");

    private async Task<WindowsMachine> MachineAsync()
    {
        var machine = await WindowsMachine.StartAsync(wine);
        machine.Write(".aws/config", Homes.Config);
        machine.Write("AppData/Roaming/TrayAgent/settings.json", LoopbackAllowed);
        return machine;
    }

    private static async Task ApproveAsync(WindowsMachine machine)
    {
        var pending = await machine.Centre.NextSignInAsync(TestContext.Current.CancellationToken);
        Assert.True(machine.Centre.Approve(pending.UserCode));
    }
}
