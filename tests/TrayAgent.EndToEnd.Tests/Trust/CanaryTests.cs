using TrayAgent.EndToEnd.Tests.Desktop;
using TrayAgent.EndToEnd.Tests.Support;
using TrayAgent.EndToEnd.Tests.Support.Canaries;
using TrayAgent.Loopback;

namespace TrayAgent.EndToEnd.Tests.Trust;

/// <summary>
/// Everything that handles secrets, well and badly, at the most talkative level and under a witness of all that is started.
/// The search for leaks comes at the end of each test, as everywhere.
/// </summary>
public sealed class CanaryTests
{
    /// <summary>With answers of which the exceptions of the AWS SDK contain the body.</summary>
    private static readonly FaultKind[] Faults =
    [
        FaultKind.WrongTypes, FaultKind.CutMidBody, FaultKind.CutAfterHeaders, FaultKind.NotJson, FaultKind.MissingRefreshToken,
        FaultKind.HugeBody, FaultKind.GzipBomb, FaultKind.ExpiresIn, FaultKind.Throttle, FaultKind.ServerErrorAfterWork,
        FaultKind.InvalidGrant, FaultKind.Unauthorized,
    ];

    private static readonly HashSet<string> Results = ["Refreshed", "Refused", "ClientRefused", "Failing", "Unreachable"];

    private static readonly string[] Forms = ["process", "claude"];

    [Fact]
    public Task Refreshes_of_every_end() => Machine.WithoutDesktopAsync(async machine =>
    {
        await machine.SignInAsync();
        var good = await File.ReadAllTextAsync(machine.Files.SessionToken, TestContext.Current.CancellationToken);
        FaultKind?[] all = [null, .. Faults];
        for (var number = 0; number < all.Length; number++)
        {
            await DueAgainAsync(machine, good, TimeSpan.FromMinutes(17));
            machine.Centre.Faults.Clear();
            if (all[number] is { } kind)
            {
                machine.Centre.Faults.Set(Operation.CreateTokenByRefreshToken, kind);
            }

            var agent = new RunningAgent(machine.StartWitnessed("run", "--headless", "--verbose"), machine);
            await Until.TrueAsync(() => Ends(machine).Count > number, $"a refresh ends under {all[number]}");
            Assert.Equal(0, await agent.StopAsync());
        }

        Assert.Superset(Results, Ends(machine).ToHashSet());
        Assert.Contains(" DBG ", machine.Files.Log, StringComparison.Ordinal);
    });

    /// <summary>Those of them that nobody patiently tries again.</summary>
    private static readonly FaultKind[] QuickFaults =
        [FaultKind.WrongTypes, FaultKind.CutMidBody, FaultKind.NotJson, FaultKind.GzipBomb, FaultKind.InvalidGrant];

    [Fact]
    public Task Credentials_given_and_not() => Machine.WithoutDesktopAsync(async machine =>
    {
        await machine.SignInAsync();
        var good = await File.ReadAllTextAsync(machine.Files.SessionToken, TestContext.Current.CancellationToken);
        foreach (var form in Forms)
        {
            var given = await EndAsync(machine, "credentials", "--profile", "dev", "--format", form);
            Assert.Equal((0, ""), (given.ExitCode, given.Error));
            Assert.Contains(KnownSecret.MarkOf(SecretKind.SessionToken)!, given.Out, StringComparison.Ordinal);
        }

        foreach (var kind in QuickFaults)
        {
            machine.Centre.Faults.Set(Operation.GetRoleCredentials, kind, times: 1);
            await EndAsync(machine, "credentials", "--profile", "dev");
            machine.Centre.Faults.Clear();
            machine.Centre.Faults.Set(Operation.CreateTokenByRefreshToken, kind);
            await DueAgainAsync(machine, good, TimeSpan.FromMinutes(-1));
            var refused = await EndAsync(machine, "credentials", "--profile", "dev");
            Assert.True(refused.ExitCode is 0 or 1, $"{kind}: {refused.ExitCode} {refused.Error}");
            machine.Centre.Faults.Clear();
            await DueAgainAsync(machine, good, TimeSpan.FromMinutes(50));
        }
    });

    [Fact]
    public Task Auth_refresh_with_its_sign_in_behind_the_scenes() => Machine.WithoutDesktopAsync(async machine =>
    {
        var first = machine.StartWitnessed("auth-refresh", "--profile", "dev");
        await machine.Browser.ApproveNextAsync();
        Assert.Equal(0, (await Machine.EndOfAsync(first)).ExitCode);
        await Until.TrueAsync(
            () => machine.Started().Count(line => line.Contains("\"sso\", \"login\"", StringComparison.Ordinal)) == 1, "the AWS CLI signed in");
        Assert.Contains(machine.Started(), line => line.Contains("--for=auth-refresh", StringComparison.Ordinal));
        var good = await File.ReadAllTextAsync(machine.Files.SessionToken, TestContext.Current.CancellationToken);
        foreach (var kind in QuickFaults.Where(kind => kind is not FaultKind.InvalidGrant))
        {
            await DueAgainAsync(machine, good, TimeSpan.FromMinutes(-1));
            machine.Centre.Faults.Set(Operation.CreateTokenByRefreshToken, kind);
            await EndAsync(machine, "auth-refresh", "--profile", "dev");
        }
    });

    [Theory]
    [InlineData(Operation.CreateTokenByAuthorizationCode, SecretKind.CodeVerifier)]
    [InlineData(Operation.CreateTokenByDeviceCode, SecretKind.DeviceCode)]
    public Task Native_sign_ins_then_renewal_and_end(Operation operation, SecretKind expected) => Machine.WithoutDesktopAsync(async machine =>
    {
        machine.Files.WriteSettings("\"awsCli\": \"/nowhere/aws\"");
        string[] option = operation == Operation.CreateTokenByDeviceCode ? ["--device-code"] : [];
        foreach (var kind in new FaultKind?[] { FaultKind.WrongTypes, FaultKind.NotJson, FaultKind.Unauthorized, null })
        {
            machine.Centre.Faults.Clear();
            var login = machine.StartWitnessed(["login", "--session", "corp", .. option]);
            var page = await machine.Browser.NextAsync();
            if (kind is { } fault)
            {
                machine.Centre.Faults.Set(operation, fault, times: 1);
            }

            await machine.Browser.ApproveAsync(page);
            var end = await Machine.EndOfAsync(login);
            Assert.True(end.ExitCode is 0 or 1, end.Error);
        }

        var renew = machine.StartWitnessed("renew", "--session", "corp");
        await machine.Browser.ApproveNextAsync();
        Assert.Equal(0, (await Machine.EndOfAsync(renew)).ExitCode);
        foreach (var verb in new string[][] { ["status"], ["status", "--json"], ["check", "--profile", "dev"], ["logout", "--session", "corp"], ["status"] })
        {
            await EndAsync(machine, verb);
        }

        Assert.Contains(machine.Centre.Secrets, secret => secret.Kind == expected);
        Assert.Contains(machine.Started(), line => line.Contains("xdg-open", StringComparison.Ordinal));
    });

    /// <summary>What the AWS CLI says when an answer makes no sense to it may hold that answer, and we quote its last line.</summary>
    [Fact]
    public Task What_the_AWS_CLI_says_of_an_odd_answer() => Machine.WithoutDesktopAsync(async machine =>
    {
        foreach (var kind in new[] { FaultKind.WrongTypes, FaultKind.CutMidBody })
        {
            var login = machine.StartWitnessed("login", "--session", "corp", "--device-code");
            var page = await machine.Browser.NextAsync();
            machine.Centre.Faults.Set(Operation.CreateTokenByDeviceCode, kind);
            await machine.Browser.ApproveAsync(page);
            await Machine.EndOfAsync(login);
            machine.Centre.Faults.Clear();
        }
    });

    private static Task<VerbEnd> EndAsync(Machine machine, params string[] arguments) =>
        Machine.EndOfAsync(machine.StartWitnessed(arguments));

    /// <summary>The results so far, in order.</summary>
    private static IReadOnlyList<string> Ends(Machine machine) =>
    [
        .. machine.Files.Log.Split('\n')
            .Select(line => line.Split("Refresh of corp ended: "))
            .Where(parts => parts.Length == 2)
            .Select(parts => parts[1].Split('.')[0]),
    ];

    /// <summary>The same token again, and nobody remembers that it was tried a moment ago.</summary>
    private static async Task DueAgainAsync(Machine machine, string token, TimeSpan left)
    {
        await File.WriteAllTextAsync(machine.Files.SessionToken, token, TestContext.Current.CancellationToken);
        machine.Files.LetExpire(machine.Files.SessionToken, left);
        File.Delete(Path.Combine(machine.Files.Locks, $"{Path.GetFileName(machine.Files.SessionToken)}.refresh.attempt"));
        File.Delete(Path.Combine(machine.Files.StateFolder, "state.json"));
    }
}
