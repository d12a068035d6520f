using System.Text.Json.Nodes;
using TrayAgent.EndToEnd.Tests.Support;

namespace TrayAgent.EndToEnd.Tests.Verbs;

/// <summary><c>trayagent credentials</c> in the hands of the tools that call it.</summary>
public sealed class CredentialsVerbTests
{
    private const string Chain = """
        [profile middle]
        role_arn = arn:aws:iam::222233334444:role/Middle
        source_profile = dev
        external_id = agreed
        role_session_name = somebody
        region = eu-central-1

        [profile top]
        role_arn = arn:aws:iam::444455556666:role/Top
        source_profile = middle
        duration_seconds = 900

        """;

    [Theory]
    [InlineData("dev", "arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Developer_")]
    [InlineData("middle", "arn:aws:sts::222233334444:assumed-role/Middle/somebody")]
    [InlineData("top", "arn:aws:sts::444455556666:assumed-role/Top/trayagent-")]
    public Task The_aws_cli_and_botocore_take_it_as_a_credential_process(string profile, string identity) => Machine.WithoutDesktopAsync(async machine =>
    {
        machine.Files.WriteConfig(machine.Files.Config + Chain
            + $"[profile through]\ncredential_process = {AgentBinary.Path} credentials --profile {profile}\nregion = eu-west-1\n");
        await machine.SignInAsync();
        var aws = await Machine.EndOfAsync(machine.StartProgram("aws", "sts", "get-caller-identity", "--profile", "through"));
        Assert.Equal((0, ""), (aws.ExitCode, aws.Error));
        Assert.StartsWith(identity, JsonNode.Parse(aws.Out)!["Arn"]!.GetValue<string>());
        await machine.PythonAsync("""
            import botocore.session
            keys = botocore.session.Session(profile='through').get_credentials()
            assert keys.method == 'custom-process' and keys.get_frozen_credentials().token, keys
            """);
    });

    [Fact]
    public Task Claude_code_gets_the_nested_form() => Machine.WithoutDesktopAsync(async machine =>
    {
        await machine.SignInAsync();
        var end = await machine.RunAsync("credentials", "--profile", "dev", "--format", "claude");
        Assert.Equal((0, ""), (end.ExitCode, end.Error));
        var keys = Assert.Single(JsonNode.Parse(end.Out)!.AsObject());
        Assert.Equal("Credentials", keys.Key);
        Assert.Equal(["AccessKeyId", "SecretAccessKey", "SessionToken", "Expiration"], keys.Value!.AsObject().Select(member => member.Key));
    });

    /// <summary>The SDK would report each call by UDP, and fails at that where it has no keys.</summary>
    [Fact]
    public Task Client_side_monitoring_is_not_for_us() => Machine.WithoutDesktopAsync(async machine =>
    {
        machine.Environment["AWS_CSM_ENABLED"] = "true";
        await machine.SignInAsync();
        machine.Files.ExpireSessionToken();
        var end = await machine.RunAsync("credentials", "--profile", "dev");
        Assert.Equal((0, ""), (end.ExitCode, end.Error));
    });

    [Fact]
    public Task It_refreshes_but_never_opens_a_browser() => Machine.WithoutDesktopAsync(async machine =>
    {
        await machine.SignInAsync();
        machine.Files.ExpireSessionToken();
        Assert.Equal(0, (await machine.RunAsync("credentials", "--profile", "dev")).ExitCode);
        machine.Centre.RevokeSessions();
        Assert.Equal(
            new VerbEnd(1, "", "'corp' needs you to sign in: run 'trayagent login --session corp'."),
            await machine.RunAsync("credentials", "--profile", "dev"));
        Assert.Single(machine.Browser.Pages);
    });

    [Theory]
    [InlineData("nobody", 2, "There is no profile 'nobody' in '")]
    [InlineData("keys", 2, "Profile 'keys' gives no credentials here: it has access keys of its own, which AWS tools read themselves.")]
    [InlineData("half", 1, "The profile 'half' gives no role credentials: it lacks ")]
    [InlineData("foreign", 1, "Role 'Nobody' in account '111122223333' (profile 'foreign') is not assigned to you. Check both in '")]
    [InlineData("secure", 1, "Profile 'secure' asks for a code of an MFA device")]
    public Task Where_there_are_none_it_says_why_and_stdout_stays_empty(string profile, int exitCode, string expected) => Machine.WithoutDesktopAsync(async machine =>
    {
        machine.Files.WriteConfig(machine.Files.Config
            + "[profile keys]\naws_access_key_id = AKIAEXAMPLE\naws_secret_access_key = x\n"
            + "[profile half]\nsso_session = corp\nsso_role_name = Developer\n"
            + "[profile foreign]\nsso_session = corp\nsso_account_id = 111122223333\nsso_role_name = Nobody\n"
            + "[profile secure]\nsource_profile = dev\nrole_arn = arn:aws:iam::222233334444:role/R\nmfa_serial = arn:aws:iam::1:mfa/me\n");
        await machine.SignInAsync();
        var end = await machine.RunAsync("credentials", "--profile", profile);
        Assert.Equal((exitCode, ""), (end.ExitCode, end.Out));
        Assert.StartsWith(expected, end.Error);
    });

    [Fact]
    public Task A_format_that_does_not_exist_is_2() => Machine.WithoutDesktopAsync(async machine => Assert.Equal(
        new VerbEnd(2, "", "There is no format 'xml'. Choose 'process' or 'claude'."),
        await machine.RunAsync("credentials", "--profile", "dev", "--format", "xml")));

    /// <summary>That they are nowhere else is looked at after each test.</summary>
    [Fact]
    public Task The_keys_are_on_stdout() => Machine.WithoutDesktopAsync(async machine =>
    {
        await machine.SignInAsync();
        var before = machine.Centre.Secrets.ToHashSet();
        var end = await machine.RunAsync("credentials", "--profile", "dev");
        Assert.Equal(2, machine.Centre.Secrets.Count(secret => !before.Contains(secret) && end.Out.Contains(secret.Value, StringComparison.Ordinal)));
        var closed = machine.WriteProgram("closed", "\"$1\" credentials --profile dev >&-");
        Assert.Equal(
            new VerbEnd(1, "", "The result could not be written: Bad file descriptor."),
            await Machine.EndOfAsync(machine.StartProgram(closed, AgentBinary.Path)));
    });
}
