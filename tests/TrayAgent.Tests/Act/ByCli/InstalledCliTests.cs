using Microsoft.Extensions.Time.Testing;
using TrayAgent.Act.ByCli;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;

namespace TrayAgent.Tests.Act.ByCli;

public sealed class InstalledCliTests : IAsyncLifetime
{
    private readonly SignInHome _home = new();

    public InstalledCliTests() => _home.Variables = _home.Variables.SetItem("PATH", "");

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _home.DisposeAsync();

    [Theory]
    [InlineData("aws-cli/2.36.7 Python/3.13.0 Linux/6.1 exe/x86_64", SessionKind.SsoSession, "usable 2.36.7")]
    [InlineData("aws-cli/2.9.19 Python/3.11.2 Linux/6.1 source/x86_64.debian.12 prompt/off", SessionKind.SsoSession, "usable 2.9.19")]
    [InlineData("aws-cli/2.8.13 Python/3.9", SessionKind.Legacy, "usable 2.8.13")]
    [InlineData("aws-cli/2.8.13 Python/3.9", SessionKind.SsoSession, "TooOld '{aws}' is AWS CLI 2.8.13, which does not know [sso-session] sections; they need 2.9 or later.")]
    [InlineData("aws-cli/2.4.24 Python/3.8", SessionKind.Legacy, "TooOld '{aws}' is AWS CLI 2.4.24; signing in needs 2.4.25 or later.")]
    [InlineData("aws-cli/1.45.11 Python/3.11.7 Linux/6.1 botocore/1.43.11", SessionKind.Legacy, "TooOld '{aws}' is AWS CLI 1.45.11, which cannot sign in to AWS SSO.")]
    [InlineData("pyenv: aws: command not found", SessionKind.Legacy, "Broken '{aws} --version' does not answer as an AWS CLI does.")]
    [InlineData("", SessionKind.Legacy, "Broken '{aws} --version' does not answer as an AWS CLI does.")]
    public Task Its_version_decides(string version, SessionKind kind, string expected)
    {
        _home.Says("version", version);
        return CheckAsync(new AwsCli.Found(SignInHome.Aws, null), kind, expected.Replace("{aws}", SignInHome.Aws, StringComparison.Ordinal));
    }

    [Fact]
    public Task None_is_said() =>
        CheckAsync(new AwsCli.Missing(), SessionKind.SsoSession, "Missing AWS CLI v2 was not found.");

    [Fact]
    public Task One_that_is_gone_is_named()
    {
        _home.Settings = _home.Settings with { AwsCli = "/nowhere/aws" };
        return CheckAsync(
            new AwsCli.Found(SignInHome.Aws, null), SessionKind.SsoSession, "Missing The AWS CLI '/nowhere/aws' does not exist.");
    }

    [Fact]
    public Task The_current_directory_is_never_searched()
    {
        _home.Variables = _home.Variables.SetItem("PATH", "." + Path.PathSeparator + Path.GetRelativePath(".", AppContext.BaseDirectory));
        return CheckAsync(new AwsCli.Found("aws", null), SessionKind.SsoSession, "Broken 'aws' is not a full path.");
    }

    [Fact]
    public Task A_good_one_further_down_the_path_is_found()
    {
        _home.Variables = _home.Variables.SetItem("PATH", AppContext.BaseDirectory);
        return CheckAsync(new AwsCli.Found("/bin/true", null), SessionKind.SsoSession, "usable 2.36.7");
    }

    [Fact]
    public Task What_cannot_be_started_is_said_with_the_reason()
    {
        var file = Path.Combine(_home.Script, "not-executable");
        _home.Says("not-executable", "no program");
        return CheckAsync(
            new AwsCli.Found(file, null), SessionKind.SsoSession, $"Broken '{file}' could not be started: Permission denied.");
    }

    [Fact]
    public async Task One_that_does_not_answer_is_given_up_after_ten_seconds()
    {
        _home.Says("version-hangs", "");
        var time = new FakeTimeProvider();
        var finding = FindAsync(new AwsCli.Found(SignInHome.Aws, null), SessionKind.SsoSession, time);
        await Wait.UntilAsync(() => File.Exists(Path.Combine(_home.Script, "version-asked")));
        time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(
            $"Broken '{SignInHome.Aws} --version' did not answer within 10 seconds.", Text(await finding));
    }

    private async Task CheckAsync(AwsCli known, SessionKind kind, string expected) =>
        Assert.Equal(expected, Text(await FindAsync(known, kind, TimeProvider.System)));

    private Task<CliCheck> FindAsync(AwsCli known, SessionKind kind, TimeProvider time) =>
        new InstalledCli(_home.Paths, new ProcessEnvironment(_home.Variables), _home.Settings, time)
            .FindAsync(known, kind, TestContext.Current.CancellationToken);

    private static string Text(CliCheck check) => check switch
    {
        CliCheck.Usable usable => $"usable {usable.Version}",
        CliCheck.Unusable unusable => $"{unusable.Fault} {unusable.Text}",
        _ => "",
    };
}
