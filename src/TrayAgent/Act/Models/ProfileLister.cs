using TrayAgent.Act.Broker;
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
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    private readonly BedrockCli _cli = new(paths, environment, settings, time);

    /// <param name="known">The AWS CLI, as far as files tell.</param>
    /// <param name="profile">Who asks.</param>
    /// <param name="token">Of its session; null when it has none.</param>
    /// <param name="region">From where it is to be called.</param>
    /// <param name="stop">Cancels.</param>
    public async Task<ProfileListing> ListAsync(
        AwsCli known, Profile profile, SilentToken? token, string region, CancellationToken stop)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
        try
        {
            return await _cli.OpenAsync(known, profile, token, CliNeed.List, either.Token) switch
            {
                BedrockDoor.Open door => await AskAsync(door, region, either.Token),
                BedrockDoor.Shut(var obstacle, var text) => new ProfileListing.NotListed(obstacle, text),
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

    private async Task<ProfileListing> AskAsync(BedrockDoor.Open door, string region, CancellationToken stop)
    {
        var system = await RunAsync(door, region, "SYSTEM_DEFINED", stop);
        if (system.ExitCode != 0)
        {
            return ListFailure.Of(system, door.Profile, region);
        }

        if (InferenceProfilesParser.Parse(system.Output) is not { } profiles)
        {
            return new ProfileListing.NotListed(
                ListObstacle.Failed, $"The AWS CLI answered something that is no list of the inference profiles of '{region}'.");
        }

        if (profiles.IsEmpty)
        {
            return new ProfileListing.NotListed(
                ListObstacle.Failed, $"AWS listed no inference profile for '{region}', which does not say that there is none to be called.");
        }

        // Not everybody may see these, and nothing depends on them.
        var own = await RunAsync(door, region, "APPLICATION", stop);
        var all = own.ExitCode == 0 ? profiles.AddRange(InferenceProfilesParser.Parse(own.Output) ?? []) : profiles;
        return new ProfileListing.Listed(new LiveProfiles(region, time.GetUtcNow(), all));
    }

    private Task<ChildEnd> RunAsync(BedrockDoor.Open door, string region, string type, CancellationToken stop) =>
        _cli.RunAsync(door, region, "list-inference-profiles", ["--type-equals", type], stop);
}
