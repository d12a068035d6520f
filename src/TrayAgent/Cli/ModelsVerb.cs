using System.CommandLine;
using TrayAgent.Act.Aws;
using TrayAgent.Act.Broker;
using TrayAgent.Act.Models;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Models;
using TrayAgent.Core.Show;
using TrayAgent.Hosting;

namespace TrayAgent.Cli;

/// <summary><c>trayagent models</c>: which inference profiles can be called from a region, and which ID to write.</summary>
internal static class ModelsVerb
{
    private static readonly Option<string?> Region = new("--region")
    {
        Description = "From where Bedrock is called; default: Claude Code's region, else the profile's, else 'us-east-1' as Claude Code has it",
        HelpName = "name",
    };

    private static readonly Option<string?> Profile = new("--profile")
    {
        Description = "Who asks AWS; default: Claude Code's profile",
        HelpName = "name",
    };

    private static readonly Option<bool> Json = new("--json")
    {
        Description = "For programs: one JSON object, see docs/models.md",
    };

    public static Command Create(Streams streams)
    {
        var verb = new Command(
            "models",
            "Shows which Claude models can be called on Bedrock from a region, and which ID to write into Claude Code's settings.\n"
            + "AWS is asked if the AWS CLI can do that and the session is good; no browser is opened. See docs/models.md.")
        {
            Region,
            Profile,
            Json,
        };
        verb.SetAction((parsed, stop) => RunAsync(
            Machine.Open(Files.ProcessEnvironment.Current, TimeProvider.System, NoLog.Instance),
            parsed.GetValue(Region),
            parsed.GetValue(Profile),
            parsed.GetValue(Json) ? StatusForm.Json : StatusForm.Text,
            streams,
            stop));
        return verb;
    }

    private static async Task<int> RunAsync(
        Machine machine, string? region, string? profile, StatusForm form, Streams streams, CancellationToken stop)
    {
        try
        {
            var snapshot = await machine.Inspector.InspectSettledAsync(stop);
            var named = profile is null ? null : snapshot.Config.Profile(profile);
            if (profile is not null && named is null)
            {
                await streams.Error.WriteLineAsync($"There is no profile '{Visible.Of(profile)}' in '{Visible.Of(snapshot.Config.ConfigFile)}'.");
                return ExitCode.Usage;
            }

            var asker = named ?? ModelsAsker.In(snapshot);
            switch (ModelsRegion.Find(snapshot, region, named, asker))
            {
                case ModelsRegion.Found(var found, var why):
                    if (why is not null)
                    {
                        await streams.Error.WriteLineAsync(why);
                    }

                    var view = View(snapshot, found, await AskAsync(machine, snapshot, asker, found, stop));
                    await streams.Out.WriteLineAsync(form == StatusForm.Json
                        ? ModelsJson.Of(view)
                        : ModelsText.Of(view, streams.Style).TrimEnd('\n'));
                    return ExitCode.Fine;

                case ModelsRegion.NotFound(var message):
                    await streams.Error.WriteLineAsync(message);
                    return ExitCode.Usage;

                default:
                    throw new System.Diagnostics.UnreachableException();
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await streams.Error.WriteLineAsync("Cancelled.");
            return ExitCode.Cancelled;
        }
    }

    private static async Task<ProfileListing> AskAsync(
        Machine machine, Snapshot snapshot, Profile? asker, string region, CancellationToken stop)
    {
        if (asker is null)
        {
            return new ProfileListing.NotListed(
                ListObstacle.NoProfile, snapshot.ConfigElsewhere is { } elsewhere
                    ? $"AWS was not asked: Claude Code reads its profiles from '{elsewhere.ConfigFile}'. '--profile' asks with one of yours."
                    : "AWS was not asked: neither AWS_PROFILE nor Claude Code's settings name a profile that exists.");
        }

        var settings = machine.Settings.Current;
        var session = asker.Session is { } name ? snapshot.Config.Session(name) : null;
        var token = session is null
            ? null
            : new SilentToken(
                machine.Aws,
                new Endpoints(machine.Environment, settings),
                session,
                new SessionLook(machine, session).JudgeAsync,
                machine.State,
                machine.Time);
        var listing = await new ProfileLister(machine.Aws, machine.Environment, settings, machine.Time)
            .ListAsync(snapshot.AwsCli, asker, token, region, stop);
        Remember(machine, listing);
        return listing;
    }

    private static void Remember(Machine machine, ProfileListing listing)
    {
        try
        {
            if (listing is ProfileListing.Listed(var profiles))
            {
                machine.LiveProfiles.Remember(profiles);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What AWS said is shown all the same, and next time it is asked again.
        }
    }

    private static ModelsView View(Snapshot snapshot, string region, ProfileListing listing)
    {
        var list = listing is ProfileListing.Listed(var now) ? now : snapshot.Live(region);
        var pins = ModelPins.Of(snapshot.Claude);
        return new ModelsView(
            snapshot.Now, snapshot.Zone, ModelOffers.In(region, list), pins, (listing as ProfileListing.NotListed)?.Text)
        {
            Own = list is null ? [] : [.. list.Profiles.Where(profile => profile.Kind == InferenceProfileKind.Application)],
            Residency = ModelPicking.Residency(snapshot.Claude),
            Permitted = PermittedModels.Of(snapshot.Claude),
        };
    }
}
