using TrayAgent.Loopback;
using TrayAgent.Peers.Tests.Peers;
using TrayAgent.Peers.Tests.Support;

namespace TrayAgent.Peers.Tests.Matrix;

/// <summary>After <c>trayagent migrate</c> every tool takes the same profile's credentials by the new session's token.</summary>
public sealed class MigratedProfilesTests
{
    private const string Legacy = """
        # what everybody here has
        [default]
        sso_start_url  = https://d-10000.awsapps.com/start
        sso_region     = eu-west-1
        sso_account_id = 111122223333
        sso_role_name  = ReadOnly
        region         = eu-west-1

        [profile work]
        region = eu-west-1
        # the portal
        sso_start_url = https://d-10000.awsapps.com/start#/
        sso_region = eu-west-1

        ; who I am
        sso_account_id = 111122223333
        sso_role_name = Developer

        [profile admin]
        role_arn = arn:aws:iam::111122223333:role/Admin
        source_profile = work
        region = eu-west-1

        [profile audit]
        role_arn = arn:aws:iam::444455556666:role/Audit
        source_profile = hub
        region = eu-west-1

        [profile hub]
        role_arn = arn:aws:iam::111122223333:role/Hub
        source_profile = default
        region = eu-west-1

        """;

    private const string Mixed = """
        [profile mixed]
        role_arn = arn:aws:iam::111122223333:role/Mixed
        source_profile = work
        sso_start_url = https://nobody.awsapps.com/start
        sso_region = eu-west-1
        sso_account_id = 111122223333
        sso_role_name = ReadOnly
        region = eu-west-1

        """;

    private const string Advice =
        "'admin', 'audit' and 'hub' assume their roles from there: AWS CLI 2.9 and botocore 1.29 can do that only where "
        + "they repeat the 'sso_session' line of their source, current ones always.";

    private static readonly ProfileUse[] Plain =
    [
        new("default", "111122223333:assumed-role/AWSReservedSSO_ReadOnly_", Operation.GetRoleCredentials),
        new("work", "111122223333:assumed-role/AWSReservedSSO_Developer_", Operation.GetRoleCredentials),
    ];

    private static readonly ProfileUse[] Chains =
    [
        new("admin", "111122223333:assumed-role/Admin/", Operation.GetRoleCredentials, Operation.AssumeRole),
        new("audit", "444455556666:assumed-role/Audit/", Operation.GetRoleCredentials, Operation.AssumeRole, Operation.AssumeRole),
    ];

    /// <summary>Those of 2022 look for the token of the profile that assumes the role: https://github.com/aws/aws-cli/issues/7496.</summary>
    private static readonly string[] WithoutChains = ["AWS CLI 2.9.19", "botocore 1.29.27"];

    /// <summary>An AWS CLI is slow, and reads lines with a botocore that is here by itself, too.</summary>
    public static TheoryData<string, string> Cases => new(
        from name in AllPeers.WithAwsCli1.Select(row => row.Data)
        from lineEnd in name is AllPeers.AwsCli or AllPeers.AwsCli1 ? ["\n"] : (string[])["\n", "\r\n"]
        select (name, lineEnd));

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Every_tool_uses_the_new_session(string name, string lineEnd) => MigratedAsync(
        Legacy.ReplaceLineEndings(lineEnd),
        async (machine, said) =>
        {
            await using var peer = await AllPeers.StartAsync(machine, name);
            await AllWorkAsync(machine, peer, Plain);
            if (WithoutChains.Contains(peer.Name))
            {
                Assert.Contains(Advice, said);
                await NoRoleIsAssumedAsync(machine, peer);
            }
            else
            {
                await AllWorkAsync(machine, peer, Chains);
            }

            if (lineEnd == "\n")
            {
                FollowAdvice(machine);
                await using var later = await AllPeers.StartAsync(machine, name);
                await AllWorkAsync(machine, later, Chains[^1]);
            }
        });

    /// <summary>Without the migration that token is nobody's, so what the test above sees is the migration.</summary>
    [Fact]
    public Task Before_the_migration_the_token_is_not_found() => Machine.WithoutDesktopAsync(async machine =>
    {
        machine.Files.WriteConfig(Legacy);
        await SignInAsync(machine);
        await using var peer = await AllPeers.StartAsync(machine, AllPeers.AwsCli);
        Assert.False((await peer.IdentityAsync("work")).IsGood);
    });

    [Fact]
    public Task We_assume_the_same_roles() => MigratedAsync(Legacy, async (machine, _) =>
    {
        foreach (var use in Chains)
        {
            var before = machine.Centre.Events.Count;
            var end = await machine.RunAsync("credentials", "--profile", use.Profile);
            Assert.True(end.ExitCode == 0, end.Error);
            Assert.Equal(use.Asks, machine.Centre.Events.Skip(before).Select(it => it.Operation));
        }
    });

    /// <summary>Nobody has signed in to the portal of its own start URL.</summary>
    [Fact]
    public Task A_role_beside_a_start_url_stays_for_it_is_one_for_some_tools_and_the_other_for_others() => MigratedAsync(
        Legacy + Mixed,
        async (machine, said) =>
        {
            Assert.Contains("'mixed' was left as it is: it assumes a role for most tools and uses its start URL for others.", said);
            await using var most = await AllPeers.StartAsync(machine, AllPeers.JavaScript);
            await AllWorkAsync(machine, most, new ProfileUse(
                "mixed", "111122223333:assumed-role/Mixed/", Operation.GetRoleCredentials, Operation.AssumeRole));
            await using var other = await AllPeers.StartAsync(machine, AllPeers.DotNet);
            Assert.Equal(
                new PeerAnswer(false, "", "", "AmazonClientException: No valid SSO Token could be found."), await other.IdentityAsync("mixed"));
        });

    private static Task MigratedAsync(string config, Func<Machine, string, Task> test) => Machine.WithoutDesktopAsync(async machine =>
    {
        machine.Files.WriteConfig(config);
        var session = await SignInAsync(machine);
        var end = await machine.RunAsync("migrate", "--yes");
        Assert.True(end.ExitCode == 0, end.ToString());

        // The peers start now: the JavaScript SDK reads the config once in its life.
        await test(machine, end.Error);
        Assert.Equal(session.TokenFile, Assert.Single(Directory.GetFiles(machine.Files.Cache)));
        Assert.Single(machine.Centre.Sessions);
    });

    private static async Task AllWorkAsync(Machine machine, IPeer peer, params ProfileUse[] uses)
    {
        foreach (var use in uses)
        {
            var before = machine.Centre.Events.Count;
            var answer = await peer.IdentityAsync(use.Profile);
            Assert.True(answer.IsGood, $"{peer.Name}, {use.Profile}: {answer.Problem}");
            Assert.StartsWith($"arn:aws:sts::{use.Role}", answer.Arn);
            Assert.Equal(
                [.. use.Asks.Append(Operation.GetCallerIdentity).Select(operation => (operation, "ok"))],
                machine.Centre.Events.Skip(before).Select(it => (it.Operation, it.Outcome)));
        }
    }

    private static async Task NoRoleIsAssumedAsync(Machine machine, IPeer peer)
    {
        var before = machine.Centre.Events.Count;
        var answer = await peer.IdentityAsync(Chains[0].Profile);
        Assert.False(answer.IsGood, $"{peer.Name} assumes roles through an [sso-session]: it is to be like the others here.");
        Assert.Contains("'NoneType' object has no attribute 'get_frozen_token'", answer.Problem);
        Assert.Equal(before, machine.Centre.Events.Count);
    }

    private static void FollowAdvice(Machine machine) => machine.Files.WriteConfig(
        File.ReadAllText(machine.Files.ConfigFile).Replace("source_profile", "sso_session = d-10000\nsource_profile", StringComparison.Ordinal));

    /// <summary>As 'aws sso login --sso-session d-10000' would: that is the name that the start URL gives.</summary>
    private static async Task<FleetSession> SignInAsync(Machine machine)
    {
        var session = new FleetSession(0, machine.Files.Cache, "d-10000");
        using var client = new SignInClient(machine.Centre);
        session.Write(await client.SignInAsync(session.StartUrl), TimeSpan.FromMinutes(50));
        return session;
    }

    /// <summary>Whom a profile makes one, and what is asked of the identity centre for that.</summary>
    private sealed record ProfileUse(string Profile, string Role, params Operation[] Asks);
}
