using TrayAgent.Act.Broker;
using TrayAgent.Act.Models;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Models;
using TrayAgent.Core.Facts.Online;

namespace TrayAgent.Act.Doctor;

/// <summary>May the profile see the inference profiles of the region? "Denied" is told from "expired": the token was asked about before.</summary>
internal sealed class ModelQuestion(ProfileLister lister, AwsCli cli, Profile profile, SilentToken? silent, string region)
{
    /// <summary>The list too, when there is one: it overrules the built-in one from then on.</summary>
    public async Task<(OnlineAnswer Answer, LiveProfiles? List)> AskAsync(CancellationToken stop) =>
        await lister.ListAsync(cli, profile, silent, region, stop) switch
        {
            ProfileListing.Listed(var list) => (
                Answer(OnlineResult.Fine, $"{list.Profiles.Length} inference profiles of Claude models can be called from '{region}'."), list),
            ProfileListing.NotListed(var obstacle, var text) => (Answer(Result(obstacle), text), null),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private OnlineAnswer Answer(OnlineResult result, string text) => new(OnlineCheckNames.Models, result, SubjectOf(result), text);

    private string SubjectOf(OnlineResult result) => result switch
    {
        OnlineResult.SignInNeeded => profile.Session ?? profile.Name,
        OnlineResult.Unreachable => region,
        _ => profile.Name,
    };

    private static OnlineResult Result(ListObstacle obstacle) => obstacle switch
    {
        ListObstacle.Denied => OnlineResult.NotPermitted,
        ListObstacle.Forbidden => OnlineResult.Forbidden,
        ListObstacle.SignInNeeded => OnlineResult.SignInNeeded,
        ListObstacle.Offline or ListObstacle.NotInRegion => OnlineResult.Unreachable,
        _ => OnlineResult.Skipped,
    };
}
