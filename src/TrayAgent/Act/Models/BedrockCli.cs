using System.Collections.Immutable;
using TrayAgent.Act.Broker;
using TrayAgent.Act.ByCli;
using TrayAgent.Act.Children;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Files;
using TrayAgent.Settings;

namespace TrayAgent.Act.Models;

/// <summary>Runs commands of <c>aws bedrock</c> that only read, as a profile; never opens a browser.</summary>
internal sealed class BedrockCli(AwsPaths paths, ProcessEnvironment environment, AgentSettings settings, TimeProvider time)
{
    /// <summary>A hundred profiles with five models each are about this much.</summary>
    private const int MostOutput = 1024 * 1024;

    /// <param name="known">The AWS CLI, as far as files tell.</param>
    /// <param name="profile">Who asks.</param>
    /// <param name="token">Of its session; null when it has none.</param>
    /// <param name="need">What is to be run.</param>
    /// <param name="stop">Cancels.</param>
    public async Task<BedrockDoor> OpenAsync(AwsCli known, Profile profile, SilentToken? token, CliNeed need, CancellationToken stop) =>
        ObstacleOf(profile) is { } obstacle
            ? obstacle
            : await FindAsync(known, need, stop) switch
            {
                CliCheck.Usable usable => await WithTokenAsync(usable, profile, token, stop),
                CliCheck.Unusable { Fault: CliFault.Missing } missing => new BedrockDoor.Shut(ListObstacle.CliMissing, missing.Text),
                CliCheck.Unusable { Fault: CliFault.TooOld } old => new BedrockDoor.Shut(ListObstacle.CliTooOld, old.Text),
                CliCheck.Unusable broken => new BedrockDoor.Shut(ListObstacle.Failed, broken.Text),
                _ => throw new System.Diagnostics.UnreachableException(),
            };

    public Task<ChildEnd> RunAsync(
        BedrockDoor.Open door, string region, string command, ImmutableArray<string> options, CancellationToken stop)
    {
        ImmutableArray<string> arguments =
            ["bedrock", command, "--region", region, .. options, "--output", "json", "--profile", door.Profile];
        var child = new ChildProcess(door.Cli, arguments, ChildEnvironment.Of(environment, settings), paths.Home, time)
        {
            KeptPerStream = MostOutput,
        };
        return child.RunAsync(_ => { }, stop);
    }

    /// <summary>Whatever would run a program of the user's, or ask for a code, is not done for a list.</summary>
    private static BedrockDoor.Shut? ObstacleOf(Profile profile) =>
        profile.Kind is not (ProfileKind.SsoSession or ProfileKind.LegacySso or ProfileKind.RoleChain or ProfileKind.Static)
            || profile.MfaSerial is not null || profile.HasCredentialProcess || !ChildArgument.IsSafe(profile.Name)
            ? new BedrockDoor.Shut(
                ListObstacle.NoProfile, $"AWS is asked only with profiles of AWS SSO or with access keys, and '{profile.Name}' is none.")
            : null;

    private async Task<CliCheck> FindAsync(AwsCli known, CliNeed need, CancellationToken stop)
    {
        if (known is AwsCli.Found { Version: { } version } found && version < need.Since)
        {
            return TooOld(found.Path, version, need);
        }

        var check = await new InstalledCli(paths, environment, settings, time).FindAsync(known, SessionKind.Legacy, stop);
        return check is CliCheck.Usable usable && usable.Version < need.Since ? TooOld(usable.Path, usable.Version, need) : check;
    }

    private static CliCheck.Unusable TooOld(string path, Version version, CliNeed need) =>
        new(CliFault.TooOld, need.TooOld($"'{path}' is AWS CLI {version}, which"));

    /// <summary>The CLI would refresh an old token itself, without our lock.</summary>
    private static async Task<BedrockDoor> WithTokenAsync(CliCheck.Usable cli, Profile profile, SilentToken? token, CancellationToken stop) =>
        (token is null ? null : await token.GetAsync(stop)) switch
        {
            TokenStanding.NeedsPerson person => new BedrockDoor.Shut(ListObstacle.SignInNeeded, person.Text),
            TokenStanding.Failed failed => new BedrockDoor.Shut(ListObstacle.Offline, failed.Text),
            _ => new BedrockDoor.Open(cli.Path, profile.Name),
        };
}
