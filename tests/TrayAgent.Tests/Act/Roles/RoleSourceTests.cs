using System.Collections.Immutable;
using TrayAgent.Act.Broker;
using TrayAgent.Act.Roles;
using TrayAgent.Cli;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Loopback;
using TrayAgent.Tests.Act.Broker;

namespace TrayAgent.Tests.Act.Roles;

/// <summary>Credentials of a profile without a person, from the identity centre and STS on this machine.</summary>
public sealed class RoleSourceTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(50);

    [Fact]
    public async Task A_profile_gets_the_credentials_of_its_role()
    {
        await using var home = await BrokerHome.SignedInAsync(Long);
        var keys = Assert.IsType<RoleAnswer.Given>(await AskAsync(home, Dev)).Keys;
        Assert.StartsWith("ASIA", keys.AccessKeyId, StringComparison.Ordinal);
        Assert.Equal("111122223333", keys.AccountId);
        Assert.Equal(DateTimeOffset.UtcNow.AddHours(1), keys.Expiration, TimeSpan.FromMinutes(1));
        Assert.Equal(0, home.Tokens.Asked);
    }

    [Fact]
    public async Task An_expired_token_is_refreshed_first()
    {
        await using var home = await BrokerHome.SignedInAsync(TimeSpan.FromMinutes(-5));
        Assert.IsType<RoleAnswer.Given>(await AskAsync(home, Dev));
        Assert.Equal(1, home.Tokens.Asked);
    }

    [Fact]
    public async Task Over_two_links_each_role_is_assumed_with_the_one_before()
    {
        await using var home = await BrokerHome.SignedInAsync(Long);
        var answer = await AskAsync(home, Link("top", "arn:aws:iam::444455556666:role/Top"), Link("middle", "arn:aws:iam::222233334444:role/Middle"), Dev);
        Assert.Equal("444455556666", Assert.IsType<RoleAnswer.Given>(answer).Keys.AccountId);
        Assert.Equal((1, 2), (home.Centre.Requests(Operation.GetRoleCredentials), home.Centre.Requests(Operation.AssumeRole)));
    }

    [Fact]
    public async Task What_can_never_work_is_said_before_anybody_is_asked()
    {
        await using var home = await BrokerHome.SignedInAsync(Long);
        var link = Link("top", "arn:aws:iam::444455556666:role/Top");
        Assert.Contains("asks for a code of an MFA device ('mfa_serial' in 'config', section in line 7)", await ReasonAsync(link with { MfaSerial = "arn:aws:iam::1:mfa/me" }));
        Assert.Contains("'duration_seconds' of profile 'top' is no number", await ReasonAsync(link with { DurationSeconds = "1h" }));
        Assert.Contains("'evil.example/' is no AWS region. Correct 'region' of profile 'top'", await ReasonAsync(link with { Region = "evil.example/" }));
        Assert.Contains("Profile 'top' has no 'role_arn'.", await ReasonAsync(link with { RoleArn = null }));
        Assert.Equal(0, home.Centre.Requests(Operation.GetRoleCredentials));

        async Task<string> ReasonAsync(Profile top) => Assert.IsType<RoleAnswer.NotGiven>(await AskAsync(home, top, Dev)).Text;
    }

    [Fact]
    public async Task A_duration_that_chaining_does_not_allow_is_explained()
    {
        await using var home = await BrokerHome.SignedInAsync(Long);
        var answer = await AskAsync(home, Link("top", "arn:aws:iam::444455556666:role/Top") with { DurationSeconds = "7200" }, Dev);
        Assert.Contains("'duration_seconds' (at most 3600", Assert.IsType<RoleAnswer.NotGiven>(answer).Text);
    }

    [Theory]
    [InlineData("111122223333", "Nobody")]
    [InlineData("999999999999", "Developer")]
    public async Task A_role_that_is_not_assigned_is_named_with_file_and_line(string account, string role)
    {
        await using var home = await BrokerHome.SignedInAsync(Long);
        var answer = await AskAsync(home, Dev with { AccountId = account, RoleName = role });
        Assert.Equal(
            new RoleAnswer.NotGiven($"Role '{role}' in account '{account}' (profile 'dev') is not assigned to you. "
                + "Check both in 'config', line 7, or ask your administrator.", RoleRefusal.NotPermitted),
            answer);
    }

    [Fact]
    public async Task A_token_that_the_portal_refuses_is_exchanged_and_asked_with_once_more()
    {
        await using var home = await BrokerHome.SignedInAsync(Long);
        home.Centre.Faults.Set(Operation.GetRoleCredentials, FaultKind.Unauthorized, times: 1);
        Assert.IsType<RoleAnswer.Given>(await AskAsync(home, Dev));
        Assert.Equal((1, 2), (home.Tokens.Asked, home.Centre.Requests(Operation.GetRoleCredentials)));
    }

    [Fact]
    public async Task After_the_end_of_the_session_a_person_is_needed()
    {
        await using var home = await BrokerHome.SignedInAsync(Long);
        home.Centre.RevokeSessions();
        Assert.Equal(
            new RoleAnswer.NotGiven("'corp' needs you to sign in: run 'trayagent login --session corp'.", RoleRefusal.SignInNeeded), await AskAsync(home, Dev));
        Assert.True(home.RemembersAsRefused(home.Tokens.Signed.AccessToken));
    }

    [Fact]
    public async Task Throttled_it_asks_again_and_not_for_ever()
    {
        await using var home = await BrokerHome.SignedInAsync(Long);
        home.Centre.Faults.Set(Operation.GetRoleCredentials, FaultKind.Throttle, times: 4);
        Assert.IsType<RoleAnswer.Given>(await AskAsync(home, Dev));
        home.Centre.Faults.Set(Operation.GetRoleCredentials, FaultKind.Throttle);
        Assert.Contains("AWS is throttling requests (429)", Assert.IsType<RoleAnswer.NotGiven>(await AskAsync(home, Dev)).Text);
    }

    [Fact]
    public void The_two_forms_are_as_their_readers_want_them()
    {
        var keys = new RoleKeys("ASIA1", "a/b+c", "t+t/=", new DateTimeOffset(2026, 11, 23, 12, 0, 0, TimeSpan.Zero)) { AccountId = "111122223333" };
        Assert.Equal(
            """{"Version":1,"AccessKeyId":"ASIA1","SecretAccessKey":"a/b+c","SessionToken":"t+t/=","Expiration":"2026-11-23T12:00:00Z","AccountId":"111122223333"}""",
            CredentialsJson.Of(keys, CredentialsForm.Process));
        Assert.Equal(
            """{"Credentials":{"AccessKeyId":"ASIA1","SecretAccessKey":"a/b+c","SessionToken":"t+t/=","Expiration":"2026-11-23T12:00:00Z"}}""",
            CredentialsJson.Of(keys, CredentialsForm.Claude));
        Assert.Equal("***", keys.ToString());
    }

    private static Profile Dev => new()
    {
        Name = "dev",
        Kind = ProfileKind.SsoSession,
        File = "config",
        Line = 7,
        Session = "corp",
        AccountId = "111122223333",
        RoleName = "Developer",
    };

    private static Profile Link(string name, string arn) =>
        Dev with { Name = name, Kind = ProfileKind.RoleChain, AccountId = null, RoleName = null, RoleArn = arn };

    private static Task<RoleAnswer> AskAsync(BrokerHome home, params ImmutableArray<Profile> links)
    {
        var machine = home.Machine;
        var silent = new SilentToken(
            machine.Aws,
            home.Tokens.Endpoints,
            home.Tokens.Session,
            new SessionLook(machine, home.Tokens.Session).JudgeAsync,
            machine.State,
            machine.Time);
        return home.WithTimeAsync(
            new RoleSource(home.Tokens.Endpoints, silent, home.Tokens.Session, links, machine.Time).GetAsync(TestContext.Current.CancellationToken));
    }
}
