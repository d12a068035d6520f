using TrayAgent.EndToEnd.Tests.Support;
using TrayAgent.Loopback;

namespace TrayAgent.EndToEnd.Tests.Verbs;

/// <summary>Signing in on a machine without the AWS CLI, and what other tools make of the files afterwards.</summary>
public sealed class LoginWithoutCliTests
{
    private const string Caller = "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Developer_";

    /// <summary>So short a life that whoever uses the token refreshes it first, with our registration.</summary>
    private static readonly CentreOptions Short = new() { AccessTokenLife = TimeSpan.FromMinutes(10) };

    [Theory]
    [InlineData("browser", "aws")]
    [InlineData("browser", "botocore")]
    [InlineData("code", "aws")]
    [InlineData("code", "botocore")]
    public Task Other_tools_use_and_refresh_the_token_as_if_they_had_made_it(string flow, string tool) => Machine.WithoutDesktopAsync(async machine =>
    {
        string[] option = flow == "code" ? ["--device-code"] : [];
        var end = await LoginAsync(machine, ["--session", "corp", .. option]);
        Assert.StartsWith("Signed in to 'corp'; it gives access to 2 accounts.", end.Out, StringComparison.Ordinal);
        Assert.Equal(flow == "code", end.Error.Contains("if it shows the code", StringComparison.Ordinal));
        var before = machine.Files.Tokens().Single();
        Assert.Equal(machine.Files.SessionToken, before.Key);

        Assert.Contains(Caller, await AskAsync(machine, tool, MachineFiles.SessionProfile), StringComparison.Ordinal);
        Assert.Equal(1, machine.Centre.Requests(Operation.CreateTokenByRefreshToken));
        var after = machine.Files.Tokens().Single();
        Assert.Equal(before.Value["clientId"]!.ToString(), after.Value["clientId"]!.ToString());
        Assert.NotEqual(before.Value["refreshToken"]!.ToString(), after.Value["refreshToken"]!.ToString());
        Assert.Equal(before.Value.Select(it => it.Key), after.Value.Select(it => it.Key));
        Assert.Equal(1, machine.Centre.Requests(Operation.RegisterClient));
    }, Short);

    [Theory]
    [InlineData("aws")]
    [InlineData("botocore")]
    public Task Other_tools_use_the_token_of_a_legacy_session(string tool) => Machine.WithoutDesktopAsync(async machine =>
    {
        await LoginAsync(machine, "--session", MachineFiles.LegacySession);
        Assert.Equal([machine.Files.LegacyToken], machine.Files.Tokens().Keys);
        Assert.Contains(
            "arn:aws:sts::444455556666:assumed-role/AWSReservedSSO_Auditor_",
            await AskAsync(machine, tool, MachineFiles.LegacyProfile),
            StringComparison.Ordinal);
    });

    [Theory]
    [InlineData(MachineFiles.Session)]
    [InlineData(MachineFiles.LegacySession)]
    public Task The_aws_cli_signs_in_with_our_registration(string session) => Machine.WithoutDesktopAsync(async machine =>
    {
        await LoginAsync(machine, "--session", session, "--device-code");
        string[] target = session == MachineFiles.Session ? ["--sso-session", session] : ["--profile", MachineFiles.LegacyProfile];
        var cli = machine.StartProgram("/usr/bin/aws", ["sso", "login", "--no-browser", .. target]);
        var pending = await machine.Centre.NextSignInAsync(TestContext.Current.CancellationToken);
        Assert.True(machine.Centre.Approve(pending.UserCode));
        Assert.Contains("Successfully logged into Start URL", (await Machine.EndOfAsync(cli)).Out, StringComparison.Ordinal);
        Assert.Equal(1, machine.Centre.Requests(Operation.RegisterClient));
    });

    [Fact]
    public Task We_sign_in_with_the_registration_of_the_aws_cli() => Machine.WithoutDesktopAsync(async machine =>
    {
        await machine.SignInAsync();
        await LoginAsync(machine, "--session", "corp", "--device-code");
        Assert.Equal(1, machine.Centre.Requests(Operation.RegisterClient));
    });

    [Fact]
    public Task The_page_with_its_parameters_is_not_shown() => Machine.WithoutDesktopAsync(async machine =>
    {
        foreach (var option in new string[][] { [], ["--device-code"] })
        {
            await LoginAsync(machine, ["--session", "corp", .. option]);
        }

        // That nothing secret is elsewhere is looked for at the end of every test.
        Assert.DoesNotContain(machine.Processes.SelectMany(process => process.Output), line => line.Contains("/authorize", StringComparison.Ordinal));
    });

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public Task Cancelled_it_writes_no_token(string signal) => Machine.WithoutDesktopAsync(async machine =>
    {
        WithoutCli(machine);
        var login = machine.Start("login", "--session", "corp");
        await machine.Browser.NextAsync();
        await login.SignalAsync(signal);
        var end = await Machine.EndOfAsync(login);
        Assert.Equal((4, ""), (end.ExitCode, end.Out));
        Assert.EndsWith("The sign-in to 'corp' was cancelled.", end.Error, StringComparison.Ordinal);
        Assert.Empty(machine.Files.Tokens());
    });

    [Fact]
    public Task A_renewal_ends_one_portal_session_and_begins_another() => Machine.WithoutDesktopAsync(async machine =>
    {
        await LoginAsync(machine, "--session", "corp");
        var renew = machine.Start("renew", "--session", "corp");
        await machine.Browser.ApproveNextAsync();
        Assert.Equal(0, (await Machine.EndOfAsync(renew)).ExitCode);
        Assert.Equal([SessionEnd.Logout, null], machine.Centre.Sessions.Select(it => it.EndedBy));
    });

    private static async Task<VerbEnd> LoginAsync(Machine machine, params string[] arguments)
    {
        WithoutCli(machine);
        var login = machine.Start(["login", .. arguments]);
        await machine.Browser.ApproveNextAsync();
        var end = await Machine.EndOfAsync(login);
        Assert.True(end.ExitCode == 0, end.ToString());
        return end;
    }

    /// <summary>One that is installed is also found outside the PATH, so the settings name one that is not there.</summary>
    /// <summary>.NET itself would abort. strace stands in for a machine without the library.</summary>
    [Fact]
    public Task Without_OpenSSL_it_says_what_to_install() => Machine.WithoutDesktopAsync(async machine =>
    {
        WithoutCli(machine);
        var path = (await Machine.EndOfAsync(machine.StartProgram("/bin/sh", "-c", "realpath $(/sbin/ldconfig -p | sed -n 's/.*libssl.so.3 .*=> //p')"))).Out;
        Assert.NotEmpty(path);
        string[] hidden = [path, path.StartsWith("/usr", StringComparison.Ordinal) ? path["/usr".Length..] : $"/usr{path}"];

        var end = await Machine.EndOfAsync(machine.StartProgram(
            "strace",
            [
                "-f", "-qqq", "-o", "/dev/null", .. hidden.SelectMany(file => new[] { "-P", file }), "-e", "trace=openat", "-e", "inject=openat:error=ENOENT",
                AgentBinary.Path, "login", "--session", MachineFiles.Session,
            ]));

        Assert.Equal(1, end.ExitCode);
        Assert.EndsWith(
            "OpenSSL, which connections to AWS need, is not installed. Install it ('sudo apt install libssl3' on Debian and Ubuntu), then try again.",
            end.Error,
            StringComparison.Ordinal);
    });

    private static void WithoutCli(Machine machine) => machine.Files.WriteSettings("\"awsCli\": \"/nowhere/aws\"");

    private static async Task<string> AskAsync(Machine machine, string tool, string profile)
    {
        var asked = tool == "aws"
            ? machine.StartProgram("/usr/bin/aws", "sts", "get-caller-identity", "--profile", profile)
            : machine.StartProgram(
                Botocore.Python,
                "-c",
                "import sys, botocore.session; print(botocore.session.Session(profile=sys.argv[1]).create_client('sts').get_caller_identity()['Arn'])",
                profile);
        var end = await Machine.EndOfAsync(asked);
        Assert.True(end.ExitCode == 0, end.ToString());
        return end.Out;
    }
}
