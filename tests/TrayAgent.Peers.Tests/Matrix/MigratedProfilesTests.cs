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
        sso_role_name  = Developer
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
        """;

    /// <summary>Debian's AWS CLI is slow, and reads lines with the botocore of Debian's Python.</summary>
    public static TheoryData<string, string> Cases => new(
        from name in AllPeers.Names.Select(row => row.Data)
        from lineEnd in name == AllPeers.AwsCli ? ["\n"] : (string[])["\n", "\r\n"]
        select (name, lineEnd));

    [Theory]
    [MemberData(nameof(Cases))]
    public Task Every_tool_uses_the_new_session(string name, string lineEnd) => Machine.WithoutDesktopAsync(async machine =>
    {
        machine.Files.WriteConfig(Legacy.ReplaceLineEndings(lineEnd));
        var session = await SignInAsync(machine);
        var end = await machine.RunAsync("migrate", "--yes");
        Assert.True(end.ExitCode == 0, end.ToString());

        // Started now: the JavaScript SDK reads the config once in its life.
        await using var peer = await AllPeers.StartAsync(machine, name);
        string[] profiles = ["default", "work"];
        foreach (var profile in profiles)
        {
            var answer = await peer.CredentialsAsync(profile);
            Assert.True(answer.IsGood, $"{peer.Name}, {profile}: {answer.Problem}");
        }

        Assert.Equal(profiles.Length, machine.Centre.Requests(Operation.GetRoleCredentials));

        // The chain by ourselves: AWS CLI 2.9 cannot go through an [sso-session] (https://github.com/aws/aws-cli/issues/7496),
        // and the programs on the SDKs here have no STS.
        var chain = await machine.RunAsync("credentials", "--profile", "admin");
        Assert.True(chain.ExitCode == 0, chain.Error);
        Assert.Equal(session.TokenFile, Assert.Single(Directory.GetFiles(machine.Files.Cache)));
    });

    /// <summary>Without the migration that token is nobody's, so what the test above sees is the migration.</summary>
    [Fact]
    public Task Before_the_migration_the_token_is_not_found() => Machine.WithoutDesktopAsync(async machine =>
    {
        machine.Files.WriteConfig(Legacy);
        await SignInAsync(machine);
        await using var peer = await AllPeers.StartAsync(machine, AllPeers.AwsCli);
        Assert.False((await peer.CredentialsAsync("work")).IsGood);
    });

    /// <summary>As 'aws sso login --sso-session d-10000' would: that is the name that the start URL gives.</summary>
    private static async Task<FleetSession> SignInAsync(Machine machine)
    {
        var session = new FleetSession(0, machine.Files.Cache, "d-10000");
        using var client = new SignInClient(machine.Centre);
        session.Write(await client.SignInAsync(session.StartUrl), TimeSpan.FromMinutes(50));
        return session;
    }
}
