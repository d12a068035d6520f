using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.EndToEnd.Tests.Support;
using TrayAgent.Loopback;

namespace TrayAgent.EndToEnd.Tests.Verbs;

/// <summary><c>trayagent login</c> with Debian's AWS CLI.</summary>
public sealed class LoginVerbTests
{
    [Fact]
    public Task Approved_it_names_the_identity() => Machine.WithoutDesktopAsync(async machine =>
    {
        var login = machine.Start("login", "--profile", MachineFiles.SessionProfile);
        await machine.Browser.ApproveNextAsync();
        var end = await Machine.EndOfAsync(login);
        Assert.StartsWith(
            "Signed in to 'corp' as arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Developer_", end.Out);
        Assert.Equal(0, end.ExitCode);
        Assert.Matches("Approve in your browser at '127.0.0.1', if it shows the code [A-Z]{4}-[A-Z]{4}", end.Error);
        Assert.DoesNotContain("user_code=", end.Error + end.Out);
        Assert.Equal([machine.Files.SessionToken], machine.Files.Tokens().Keys);
        Assert.Equal(
            (1, 1, 0),
            (Asked(machine, Operation.GetRoleCredentials), Asked(machine, Operation.GetCallerIdentity), Asked(machine, Operation.Logout)));
    });

    [Fact]
    public Task While_the_session_lives_it_says_what_renews_it() => Machine.WithoutDesktopAsync(async machine =>
    {
        await machine.SignInAsync();
        var second = await machine.SignInAsync();
        Assert.Contains("'trayagent renew --session corp' gives one of full length.", second.Out);
        Assert.Single(machine.Centre.Sessions);
    });

    [Fact]
    public Task Denied_it_says_so() => Machine.WithoutDesktopAsync(async machine =>
    {
        var login = machine.Start("login", "--session", "corp");
        await machine.Browser.DenyNextAsync();
        var end = await Machine.EndOfAsync(login);
        Assert.Equal((1, ""), (end.ExitCode, end.Out));
        Assert.EndsWith("The sign-in to 'corp' was denied on the page.", end.Error);
    });

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public Task Cancelled_it_leaves_no_child(string signal) => Machine.WithoutDesktopAsync(async machine =>
    {
        var login = machine.Start("login", "--session", "corp");
        await machine.Browser.NextAsync();
        var children = ProcessTree.Below(login.Id);
        Assert.Contains(children, child => ProcessTree.CommandLine(child).Contains("sso login", StringComparison.Ordinal));
        await login.SignalAsync(signal);
        var end = await Machine.EndOfAsync(login);
        Assert.Equal((4, ""), (end.ExitCode, end.Out));
        Assert.EndsWith("The sign-in to 'corp' was cancelled.", end.Error);
        Assert.DoesNotContain(children, ProcessTree.IsAlive);
        Assert.Empty(machine.Files.Tokens());
    });

    [Fact]
    public Task Two_at_once_are_one_sign_in_for_both() => Machine.WithoutDesktopAsync(async machine =>
    {
        var first = machine.Start("login", "--session", "corp");
        var page = await machine.Browser.NextAsync();
        var second = machine.Start("login", "--session", "corp");
        await Until.TrueAsync(
            () => second.StandardError.Any(line => line.Contains("if it shows the code", StringComparison.Ordinal)),
            "the second one shows the code of the first one");
        Assert.Empty(ProcessTree.Below(second.Id));
        await machine.Browser.ApproveAsync(page);
        Assert.Equal(0, (await Machine.EndOfAsync(first)).ExitCode);
        var end = await Machine.EndOfAsync(second);
        Assert.Equal(0, end.ExitCode);
        Assert.StartsWith("Another TrayAgent process reports: Signed in to 'corp'", end.Out);
        Assert.Single(machine.Browser.Pages);
        Assert.Equal(1, Asked(machine, Operation.StartDeviceAuthorization));
    });

    [Fact]
    public Task Without_a_browser_it_shows_page_and_code() => Machine.WithoutDesktopAsync(async machine =>
    {
        var login = machine.Start("login", "--session", "corp", "--no-browser");
        var pending = await machine.Centre.NextSignInAsync(TestContext.Current.CancellationToken);
        await Until.TrueAsync(
            () => login.StandardError.Any(line => line.Contains(
                $"Open {machine.Centre.BaseUrl}/device in a browser and enter the code {pending.UserCode}", StringComparison.Ordinal)),
            "page and code are shown");
        Assert.True(machine.Centre.Approve(pending.UserCode));
        Assert.Equal(0, (await Machine.EndOfAsync(login)).ExitCode);
        Assert.Empty(machine.Browser.Pages);
    });

    [Fact]
    public Task Without_a_target_it_names_the_choices() => Machine.WithoutDesktopAsync(async machine =>
    {
        var end = await machine.RunAsync("login");
        Assert.Equal((2, ""), (end.ExitCode, end.Out));
        Assert.Equal(
            "There are several sessions, so name one with '--session' or '--profile'. "
            + "The sessions are 'corp', 'https://d-2.awsapps.com/start'.",
            end.Error);
    });

    [Fact]
    public Task An_aws_cli_that_was_chosen_but_will_not_do_is_named() => Machine.WithoutDesktopAsync(async machine =>
    {
        var old = machine.WriteProgram("aws", "echo 'aws-cli/1.45.11 Python/3.11.7 Linux/6.1 botocore/1.43.11'");
        machine.Files.WriteSettings($"\"awsCli\": \"{old}\"");
        Assert.EndsWith(
            $". '{old}' is AWS CLI 1.45.11, which cannot sign in to AWS SSO. So TrayAgent signed in by itself; correct 'awsCli' in its settings.",
            (await machine.SignInAsync()).Out);
    });

    [Fact]
    public Task Version_1_first_on_the_path_does_not_hide_version_2() => Machine.WithoutDesktopAsync(async machine =>
    {
        var old = machine.WriteProgram("aws", "echo 'aws-cli/1.45.11 Python/3.11.7 Linux/6.1 botocore/1.43.11'");
        machine.Environment["PATH"] = $"{Path.GetDirectoryName(old)}:/usr/bin:/bin";
        await machine.SignInAsync();
    });

    private static int Asked(Machine machine, Operation operation) => machine.Centre.Requests(operation);
}
