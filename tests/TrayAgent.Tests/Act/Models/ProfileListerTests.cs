using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using TrayAgent.Act.Aws;
using TrayAgent.Act.Broker;
using TrayAgent.Act.Models;
using TrayAgent.Core.Assess;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;

namespace TrayAgent.Tests.Act.Models;

public sealed class ProfileListerTests : IAsyncDisposable
{
    private const string System = """
        {"inferenceProfileSummaries": [{"inferenceProfileId": "us.anthropic.claude-opus-4-8", "inferenceProfileArn": "arn:1", "status": "ACTIVE", "type": "SYSTEM_DEFINED"}]}
        """;

    private const string Own = """
        {"inferenceProfileSummaries": [{"inferenceProfileId": "a1", "inferenceProfileArn": "arn:2", "status": "ACTIVE", "type": "APPLICATION",
          "models": [{"modelArn": "arn:aws:bedrock:us-west-2::foundation-model/anthropic.claude-opus-4-8"}]}]}
        """;

    private readonly SignInHome _home = new();

    public ValueTask DisposeAsync() => _home.DisposeAsync();

    [Fact]
    public async Task Both_kinds_of_profiles_are_listed_with_the_profile_and_region_asked_for()
    {
        Says(System, Own);
        _home.Variables = _home.Variables.SetItem("AWS_PROFILE", "other").SetItem("AWS_BEARER_TOKEN_BEDROCK", "key").SetItem("AWS_REGION", "eu-west-1");
        Assert.Equal("us-west-2: us.anthropic.claude-opus-4-8, a1", await AskAsync());
        Assert.Equal(
            [
                "bedrock list-inference-profiles --region us-west-2 --type-equals APPLICATION --output json --profile dev",
                "bedrock list-inference-profiles --region us-west-2 --type-equals SYSTEM_DEFINED --output json --profile dev",
            ],
            _home.Calls().Select(call => string.Join(' ', call.Where(line => line.StartsWith("arg ", StringComparison.Ordinal)).Select(line => line[4..])))
                .Order(StringComparer.Ordinal));
        Assert.All(_home.Calls(), call => Assert.DoesNotContain(call, line =>
            line.StartsWith("AWS_PROFILE=", StringComparison.Ordinal) || line.StartsWith("AWS_BEARER_TOKEN_BEDROCK=", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Profiles_of_the_organisation_may_be_forbidden()
    {
        Says(System, null);
        _home.Says("list-exit-APPLICATION", "254");
        Assert.Equal("us-west-2: us.anthropic.claude-opus-4-8", await AskAsync());
    }

    [Fact]
    public async Task A_long_list_is_read_whole()
    {
        var many = string.Join(',', Enumerable.Range(0, 2000).Select(number => string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"inferenceProfileId": "us.anthropic.claude-opus-{{number}}", "inferenceProfileArn": "arn:{{number}}", "description": "{{new string('x', 100)}}"}""")));
        Says($$"""{"inferenceProfileSummaries": [{{many}}]}""", null);
        var listed = Assert.IsType<ProfileListing.Listed>(await ListAsync());
        Assert.Equal(2000, listed.Profiles.Profiles.Length);
    }

    [Theory]
    [InlineData(252, "aws: error: argument operation: Invalid choice, valid choices are:\n\nbatch-delete | help", "CliTooOld")]
    [InlineData(254, "An error occurred (AccessDeniedException) when calling the ListInferenceProfiles operation: User: arn:aws:sts::1:assumed-role/x is not authorized to perform: bedrock:ListInferenceProfiles", "Denied")]
    [InlineData(254, "An error occurred (AccessDeniedException) when calling the ListInferenceProfiles operation: ... with an explicit deny in a service control policy", "Forbidden")]
    [InlineData(254, "An error occurred (ForbiddenException) when calling the GetRoleCredentials operation: No access", "Denied")]
    [InlineData(254, "An error occurred (UnauthorizedException) when calling the GetRoleCredentials operation: Session token not found or invalid", "SignInNeeded")]
    [InlineData(254, "An error occurred (ExpiredTokenException) when calling the ListInferenceProfiles operation: The security token included in the request is expired", "SignInNeeded")]
    [InlineData(255, "Error when retrieving token from sso: Token has expired and refresh failed", "SignInNeeded")]
    [InlineData(254, "An error occurred (UnrecognizedClientException) when calling the ListInferenceProfiles operation: The security token included in the request is invalid.", "NotInRegion")]
    [InlineData(255, "Could not connect to the endpoint URL: \"https://bedrock.us-west-2.amazonaws.com/inference-profiles\"", "Offline")]
    [InlineData(255, "Connect timeout on endpoint URL: \"https://bedrock.us-west-2.amazonaws.com/inference-profiles\"", "Offline")]
    [InlineData(255, "SSL validation failed for https://bedrock.us-west-2.amazonaws.com", "Offline")]
    [InlineData(255, "The config profile (dev) could not be found", "NoProfile")]
    [InlineData(255, "Something else happened.", "Failed The AWS CLI could not list the inference profiles of 'us-west-2': Something else happened.")]
    [InlineData(255, "", "Failed The AWS CLI ended with 255 and said nothing when it was asked for the inference profiles of 'us-west-2'.")]
    public async Task A_failure_is_told_for_what_it_is(int exit, string error, string expected)
    {
        _home.Says("list-exit-SYSTEM_DEFINED", exit.ToString(CultureInfo.InvariantCulture));
        _home.Says("list-stderr-SYSTEM_DEFINED", "\n" + error + "\n");
        Assert.StartsWith(expected, await AskAsync());
        Assert.Single(_home.Calls());
    }

    [Fact]
    public async Task A_region_that_nobody_knows_does_not_mean_that_the_network_is_gone()
    {
        _home.Says("list-exit-SYSTEM_DEFINED", "255");
        _home.Says("list-stderr-SYSTEM_DEFINED", "Could not connect to the endpoint URL: \"https://bedrock.xx-west-9.amazonaws.com/inference-profiles\"");
        Assert.StartsWith("NotInRegion Bedrock does not answer in 'xx-west-9'", await AskAsync(region: "xx-west-9"));
    }

    [Fact]
    public async Task What_is_no_list_is_said()
    {
        Says("<html>", null);
        Assert.Equal("Failed The AWS CLI answered something that is no list of the inference profiles of 'us-west-2'.", await AskAsync());
    }

    /// <summary>As a list it would overrule ours for a week.</summary>
    [Fact]
    public async Task An_empty_list_is_none()
    {
        Says("""{"inferenceProfileSummaries": []}""", Own);
        Assert.Equal("Failed AWS listed no inference profile for 'us-west-2', which does not say that there is none to be called.", await AskAsync());
    }

    [Theory]
    [InlineData("2.9.19")]
    [InlineData("2.18.16")]
    public async Task An_old_AWS_CLI_is_not_started(string version)
    {
        Assert.Equal(
            $"CliTooOld '{SignInHome.Aws}' is AWS CLI {version}, which is too old to list inference profiles; that needs 2.18.17 or later.",
            await AskAsync(new AwsCli.Found(SignInHome.Aws, new Version(version))));
        Assert.Empty(_home.Calls());
    }

    [Fact]
    public async Task One_of_unknown_version_is_asked_for_it()
    {
        _home.Says("version", "aws-cli/2.9.19 Python/3.11.2 Linux/6.1 source/x86_64.debian.12 prompt/off");
        Assert.Equal(
            $"CliTooOld '{SignInHome.Aws}' is AWS CLI 2.9.19, which is too old to list inference profiles; that needs 2.18.17 or later.",
            await AskAsync());
    }

    [Fact]
    public async Task None_at_all()
    {
        _home.Variables = _home.Variables.SetItem("PATH", "");
        Assert.Equal("CliMissing AWS CLI v2 was not found.", await AskAsync(new AwsCli.Missing()));
    }

    [Theory]
    [InlineData(ProfileKind.CredentialProcess)]
    [InlineData(ProfileKind.AwsLogin)]
    [InlineData(ProfileKind.Broken)]
    public async Task Nobodys_program_is_run_for_a_list(ProfileKind kind)
    {
        _home.Profiles = [_home.Profile("dev", kind)];
        Assert.StartsWith("NoProfile", await AskAsync());
        Assert.Empty(_home.Calls());
    }

    [Fact]
    public async Task A_name_that_would_be_an_option_is_not_handed_on()
    {
        _home.Profiles = [_home.Profile("--debug", ProfileKind.SsoSession)];
        Assert.StartsWith("NoProfile", await AskAsync());
        Assert.Empty(_home.Calls());
    }

    [Fact]
    public async Task A_session_that_needs_a_person_ends_it_before_anything_is_started()
    {
        Says(System, Own);
        Assert.Equal("SignInNeeded 'corp' needs you to sign in: run 'trayagent login --session corp'.", await AskAsync(token: Token()));
        Assert.Empty(_home.Calls());
    }

    [Fact]
    public async Task One_that_hangs_is_ended_after_fifteen_seconds()
    {
        _home.Says("list-hangs", "");
        var time = new FakeTimeProvider();
        var asking = AskAsync(time: time);
        await Wait.UntilAsync(() => File.Exists(Path.Combine(_home.Script, "list-asked")));
        time.Advance(TimeSpan.FromSeconds(15));
        Assert.Equal("TimedOut AWS did not list the inference profiles of 'us-west-2' within 15 seconds.", await asking);
        Assert.All(_home.Calls(), call => Assert.False(SignInHome.IsRunning(call)));
    }

    private void Says(string system, string? own)
    {
        _home.Says("list-SYSTEM_DEFINED", system);
        _home.Says("list-APPLICATION", own ?? "");
    }

    /// <summary>Of a session without a token.</summary>
    private SilentToken Token() => new(
        _home.Paths,
        new Endpoints(new ProcessEnvironment(_home.Variables), _home.Settings),
        _home.Session,
        _ => Task.FromResult(new SessionStatus
        {
            Session = _home.Session,
            State = SessionState.SignedOut,
            IsRefreshable = false,
            Matters = true,
            IsUsedByClaude = true,
        }),
        _home.State,
        TimeProvider.System);

    private async Task<string> AskAsync(
        AwsCli? cli = null, SilentToken? token = null, string region = "us-west-2", TimeProvider? time = null) =>
        await ListAsync(cli, token, region, time) switch
        {
            ProfileListing.Listed(var list) => $"{list.Region}: {string.Join(", ", list.Profiles.Select(profile => profile.Id))}",
            ProfileListing.NotListed(var obstacle, var text) => $"{obstacle} {text}",
            _ => "",
        };

    private Task<ProfileListing> ListAsync(
        AwsCli? cli = null, SilentToken? token = null, string region = "us-west-2", TimeProvider? time = null) =>
        new ProfileLister(_home.Paths, new ProcessEnvironment(_home.Variables), _home.Settings, time ?? TimeProvider.System)
            .ListAsync(cli ?? new AwsCli.Found(SignInHome.Aws, null), _home.Profiles[0], token, region, TestContext.Current.CancellationToken);
}
