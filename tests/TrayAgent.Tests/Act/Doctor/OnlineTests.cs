using TrayAgent.Core.Assess;
using TrayAgent.Core.Assess.Doctor;
using TrayAgent.Loopback;

namespace TrayAgent.Tests.Act.Doctor;

/// <summary>What the doctor learns from AWS, and that it tells "expired" from "denied".</summary>
public sealed class OnlineTests
{
    private const string Fine = """
        skipped proxy
        ok portal
        skipped tls
        ok clock
        ok token
        ok role
        ok identity
        ok region
        ok models
        ok form
        skipped access
        skipped call
        """;

    [Fact]
    public async Task All_is_well()
    {
        await using var home = await DoctorHome.SignedInAsync();
        var diagnosis = await home.ExamineAsync();
        Assert.True(DoctorHome.Results(diagnosis) == Fine, string.Join("\n", diagnosis.Checks));
        Assert.Empty(DoctorHome.Found(diagnosis));
        Assert.Equal("AWS accepts the token of 'corp'.", DoctorHome.Note(diagnosis, "online.token"));
        Assert.Matches(
            "^The profile 'dev' is arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Developer_[a-z0-9]{16}/.+\\.$",
            DoctorHome.Note(diagnosis, "online.identity"));
        Assert.Equal("1 inference profiles of Claude models can be called from 'eu-west-1'.", DoctorHome.Note(diagnosis, "online.models"));
        Assert.Single(home.Machine.LiveProfiles.Read());
        Assert.Equal(CheckResult.Ok, diagnosis.Checks.Single(check => check.Code == FindingCodes.ClockSkew).Result);
        Assert.Equal((0, 0), (home.Browsers, home.Tokens.Asked));
    }

    [Fact]
    public async Task A_token_that_has_expired_is_refreshed_first()
    {
        await using var home = await DoctorHome.SignedInAsync(minutesLeft: -5);
        Assert.Equal(Fine, DoctorHome.Results(await home.ExamineAsync()));
        Assert.Equal((0, 1), (home.Browsers, home.Tokens.Asked));
    }

    [Fact]
    public async Task A_session_that_is_over_is_one_finding_and_nobody_asks_further()
    {
        await using var home = await DoctorHome.SignedInAsync();
        home.Centre.RevokeSessions();
        var diagnosis = await home.ExamineAsync();
        Assert.StartsWith("aws.token.sign-in-needed: The session 'corp' was refused by AWS", Assert.Single(DoctorHome.Found(diagnosis)));
        Assert.Contains("finding token\nfinding role\nskipped identity\nok region\nskipped models", DoctorHome.Results(diagnosis));
        Assert.Equal((0, 0), (home.Browsers, home.Centre.Requests(Operation.GetRoleCredentials)));
    }

    [Fact]
    public async Task A_role_that_is_not_assigned_is_no_matter_of_signing_in()
    {
        await using var home = await DoctorHome.SignedInAsync(role: "Nobody");
        var diagnosis = await home.ExamineAsync();
        Assert.StartsWith(
            "aws.role.unavailable: Role 'Nobody' in account '111122223333' (profile 'dev') is not assigned to you.",
            Assert.Single(DoctorHome.Found(diagnosis)));
        Assert.Contains("ok token\nfinding role\nskipped identity\nok region\nskipped models", DoctorHome.Results(diagnosis));
    }

    [Theory]
    [InlineData("is not authorized to perform: bedrock:ListInferenceProfiles", "aws.permission.missing: The role of 'dev' may not list inference profiles.")]
    [InlineData("... with an explicit deny in a service control policy", "aws.permission.forbidden: Your organisation forbids Bedrock in 'eu-west-1'")]
    public async Task What_is_not_permitted_is_told_from_what_has_expired(string answer, string expected)
    {
        await using var home = await DoctorHome.SignedInAsync();
        home.Says("list-exit-SYSTEM_DEFINED", "254");
        home.Says("list-stderr-SYSTEM_DEFINED", $"An error occurred (AccessDeniedException) when calling the ListInferenceProfiles operation: {answer}");
        var diagnosis = await home.ExamineAsync();
        Assert.StartsWith(expected, Assert.Single(DoctorHome.Found(diagnosis)));
        Assert.Contains("ok token\nok role\nok identity\nok region\nfinding models", DoctorHome.Results(diagnosis));
    }

    [Fact]
    public async Task An_AWS_CLI_that_is_too_old_for_the_list_is_said()
    {
        await using var home = await DoctorHome.SignedInAsync();
        home.Says("version", "aws-cli/2.9.19 Python/3.11.2 Linux/6.1 source/x86_64.debian.12 prompt/off");
        var diagnosis = await home.ExamineAsync();
        Assert.EndsWith("skipped models\nskipped form\nskipped access\nskipped call", DoctorHome.Results(diagnosis));
        Assert.EndsWith("is too old to list inference profiles; that needs 2.18.17 or later.", DoctorHome.Note(diagnosis, "online.models"));
    }

    [Fact]
    public async Task A_wrong_clock_is_found_by_the_date_of_an_answer()
    {
        await using var home = await DoctorHome.SignedInAsync();
        home.Centre.Faults.DateSkew = TimeSpan.FromMinutes(9.5);
        var diagnosis = await home.ExamineAsync();
        Assert.Contains("finding clock", DoctorHome.Results(diagnosis));
        Assert.StartsWith("aws.clock.skew: The 'clock' of this machine was 9 min slow", Assert.Single(DoctorHome.Found(diagnosis)));
    }

    [Fact]
    public async Task Nobody_there_is_one_finding_per_host_and_nobody_asks_further()
    {
        await using var home = await DoctorHome.SignedInAsync();
        home.Variables = home.Variables.SetItem("AWS_ENDPOINT_URL", "http://127.0.0.1:9/");
        var diagnosis = await home.ExamineAsync();
        Assert.Equal(
            """
            skipped proxy
            finding portal
            skipped tls
            skipped clock
            skipped token
            skipped role
            skipped identity
            finding region
            skipped models
            skipped form
            skipped access
            skipped call
            """,
            DoctorHome.Results(diagnosis));
        Assert.Contains("aws.network.unreachable: The portal of 'corp' ('127.0.0.1') could not be reached.", DoctorHome.Found(diagnosis));
    }

    [Fact]
    public async Task A_service_that_fails_proves_nothing()
    {
        await using var home = await DoctorHome.SignedInAsync();
        home.Centre.Faults.Set(Operation.ListAccounts, FaultKind.ServerError);
        var diagnosis = await home.ExamineAsync();
        Assert.Contains("skipped token\nskipped role\nskipped identity\nok region\nskipped models", DoctorHome.Results(diagnosis));
        Assert.Empty(DoctorHome.Found(diagnosis));
    }

    [Fact]
    public async Task Without_Bedrock_only_the_sessions_are_asked_about()
    {
        await using var home = await DoctorHome.SignedInAsync();
        home.Claude("\"AWS_PROFILE\": \"dev\"");
        var diagnosis = await home.ExamineAsync();
        Assert.EndsWith("ok token\nskipped role\nskipped identity\nskipped region\nskipped models\nskipped form\nskipped access\nskipped call", DoctorHome.Results(diagnosis));
        Assert.Equal("Claude Code does not call Bedrock at AWS here.", DoctorHome.Note(diagnosis, "online.models"));
    }

    [Fact]
    public async Task A_bearer_key_is_not_tried()
    {
        await using var home = await DoctorHome.SignedInAsync();
        home.Claude("\"CLAUDE_CODE_USE_BEDROCK\": \"1\", \"AWS_PROFILE\": \"dev\", \"AWS_BEARER_TOKEN_BEDROCK\": \"x\"");
        var diagnosis = await home.ExamineAsync();
        Assert.Equal("Claude Code uses a Bedrock API key and no profile.", DoctorHome.Note(diagnosis, "online.role"));
    }

    [Fact]
    public async Task A_proxy_is_named_without_its_password()
    {
        await using var home = await DoctorHome.SignedInAsync();
        home.Variables = home.Variables.SetItem("HTTPS_PROXY", "http://ann:hunter2@proxy.corp:3128");
        Assert.Equal(
            "Requests go through 'http://***@proxy.corp:3128' ('HTTPS_PROXY'); Claude Code and the AWS CLI take it from their own environment.",
            DoctorHome.Note(await home.ExamineAsync(), "online.proxy"));
    }
}
