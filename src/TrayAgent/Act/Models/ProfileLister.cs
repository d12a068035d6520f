using System.Collections.Immutable;
using TrayAgent.Act.Broker;
using TrayAgent.Act.ByCli;
using TrayAgent.Act.Children;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Models;
using TrayAgent.Files;
using TrayAgent.Settings;

namespace TrayAgent.Act.Models;

/// <summary>Asks AWS which inference profiles can be called from a region, through the AWS CLI; never opens a browser.</summary>
internal sealed class ProfileLister(AwsPaths paths, ProcessEnvironment environment, AgentSettings settings, TimeProvider time)
{
    /// <summary>With the options that are used here; the command itself came with 2.17.39.</summary>
    /// <remarks>https://github.com/aws/aws-cli/blob/v2/.changes/2.18.17.json</remarks>
    private static readonly Version First = new(2, 18, 17);

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    /// <summary>A hundred profiles with five models each are about this much.</summary>
    private const int MostOutput = 1024 * 1024;

    /// <param name="known">The AWS CLI, as far as files tell.</param>
    /// <param name="profile">Who asks.</param>
    /// <param name="token">Of its session; null when it has none.</param>
    /// <param name="region">From where it is to be called.</param>
    /// <param name="stop">Cancels.</param>
    public async Task<ProfileListing> ListAsync(
        AwsCli known, Profile profile, SilentToken? token, string region, CancellationToken stop)
    {
        if (ObstacleOf(profile) is { } obstacle)
        {
            return obstacle;
        }

        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            return await FindAsync(known, either.Token) switch
            {
                CliCheck.Usable usable => await WithTokenAsync(usable, profile, token, region, either.Token),
                CliCheck.Unusable { Fault: CliFault.Missing } missing => new ProfileListing.NotListed(ListObstacle.CliMissing, missing.Text),
                CliCheck.Unusable { Fault: CliFault.TooOld } old => new ProfileListing.NotListed(ListObstacle.CliTooOld, old.Text),
                CliCheck.Unusable broken => new ProfileListing.NotListed(ListObstacle.Failed, broken.Text),
                _ => throw new System.Diagnostics.UnreachableException(),
            };
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new ProfileListing.NotListed(
                ListObstacle.TimedOut, $"AWS did not list the inference profiles of '{region}' within {Limit.TotalSeconds} seconds.");
        }
        catch (ChildException e)
        {
            return new ProfileListing.NotListed(ListObstacle.Failed, e.Message);
        }
    }

    internal static string TooOldSentence(string cli) => $"{cli} is too old to list inference profiles; that needs {First} or later.";

    /// <summary>Whatever would run a program of the user's, or ask for a code, is not done for a list.</summary>
    private static ProfileListing.NotListed? ObstacleOf(Profile profile) =>
        profile.Kind is not (ProfileKind.SsoSession or ProfileKind.LegacySso or ProfileKind.RoleChain or ProfileKind.Static)
            || profile.MfaSerial is not null || profile.HasCredentialProcess || !ChildArgument.IsSafe(profile.Name)
            ? new ProfileListing.NotListed(
                ListObstacle.NoProfile, $"AWS is asked only with profiles of AWS SSO or with access keys, and '{profile.Name}' is none.")
            : null;

    private async Task<CliCheck> FindAsync(AwsCli known, CancellationToken stop)
    {
        if (known is AwsCli.Found { Version: { } version } found && version < First)
        {
            return TooOld(found.Path, version);
        }

        var check = await new InstalledCli(paths, environment, settings, time).FindAsync(known, SessionKind.Legacy, stop);
        return check is CliCheck.Usable usable && usable.Version < First ? TooOld(usable.Path, usable.Version) : check;
    }

    private static CliCheck.Unusable TooOld(string path, Version version) =>
        new(CliFault.TooOld, TooOldSentence($"'{path}' is AWS CLI {version}, which"));

    /// <summary>The CLI would refresh an old token itself, without our lock.</summary>
    private async Task<ProfileListing> WithTokenAsync(
        CliCheck.Usable cli, Profile profile, SilentToken? token, string region, CancellationToken stop) =>
        (token is null ? null : await token.GetAsync(stop)) switch
        {
            TokenStanding.NeedsPerson person => new ProfileListing.NotListed(ListObstacle.SignInNeeded, person.Text),
            TokenStanding.Failed failed => new ProfileListing.NotListed(ListObstacle.Offline, failed.Text),
            _ => await AskAsync(cli, profile, region, stop),
        };

    private async Task<ProfileListing> AskAsync(CliCheck.Usable cli, Profile profile, string region, CancellationToken stop)
    {
        var system = await RunAsync(cli, profile, region, "SYSTEM_DEFINED", stop);
        if (system.ExitCode != 0)
        {
            return ListFailure.Of(system, profile.Name, region);
        }

        if (InferenceProfilesParser.Parse(system.Output) is not { } profiles)
        {
            return new ProfileListing.NotListed(
                ListObstacle.Failed, $"The AWS CLI answered something that is no list of the inference profiles of '{region}'.");
        }

        // Not everybody may see these, and nothing depends on them.
        var own = await RunAsync(cli, profile, region, "APPLICATION", stop);
        var all = own.ExitCode == 0 ? profiles.AddRange(InferenceProfilesParser.Parse(own.Output) ?? []) : profiles;
        return new ProfileListing.Listed(new LiveProfiles(region, time.GetUtcNow(), all));
    }

    private Task<ChildEnd> RunAsync(CliCheck.Usable cli, Profile profile, string region, string type, CancellationToken stop)
    {
        ImmutableArray<string> arguments =
        [
            "bedrock", "list-inference-profiles", "--region", region, "--type-equals", type, "--output", "json", "--profile", profile.Name,
        ];
        var child = new ChildProcess(cli.Path, arguments, ChildEnvironment.Of(environment, settings), paths.Home, time)
        {
            KeptPerStream = MostOutput,
        };
        return child.RunAsync(_ => { }, stop);
    }
}
