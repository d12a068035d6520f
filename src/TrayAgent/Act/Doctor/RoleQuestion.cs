using System.Collections.Immutable;
using Amazon.Runtime;
using Amazon.SecurityToken.Model;
using TrayAgent.Act.Aws;
using TrayAgent.Act.Roles;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Online;
using TrayAgent.Core.Show;

namespace TrayAgent.Act.Doctor;

/// <summary>Does a profile get credentials, and whose are they? They are kept only until that is known.</summary>
internal sealed class RoleQuestion(Endpoints endpoints, RoleSource source, Profile profile, string region)
{
    private const int LongestArn = 300;

    public async Task<ImmutableArray<OnlineAnswer>> AskAsync(CancellationToken stop) => await source.GetAsync(stop) switch
    {
        RoleAnswer.Given(var keys) =>
        [
            new OnlineAnswer(OnlineCheckNames.Role, OnlineResult.Fine, profile.Name, $"The profile '{profile.Name}' gets credentials."),
            await IdentityAsync(keys, stop),
        ],
        RoleAnswer.NotGiven(var text, var reason) =>
        [
            new OnlineAnswer(OnlineCheckNames.Role, Result(reason), SubjectOf(reason), text),
            Identity(OnlineResult.Skipped, $"The profile '{profile.Name}' gets no credentials."),
        ],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private async Task<OnlineAnswer> IdentityAsync(RoleKeys keys, CancellationToken stop)
    {
        using var sts = endpoints.Sts(region, new SessionAWSCredentials(keys.AccessKeyId, keys.SecretAccessKey, keys.SessionToken));
        var answer = await ServiceAnswer.AskAsync(
            cancel => sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), cancel), stop);
        return answer.Value switch
        {
            null => Identity(OnlineResult.Skipped, $"AWS STS could not say whose the credentials are: {ServiceAnswer.Reason(answer.Fault)}."),
            var identity when keys.AccountId is { } account && identity.Account != account => Identity(
                OnlineResult.Mismatch,
                $"The credentials of profile '{profile.Name}' belong to account '{Visible.Of(identity.Account ?? "")}', and it names '{account}'."),
            var identity => Identity(OnlineResult.Fine, $"The profile '{profile.Name}' is {Visible.Of(identity.Arn ?? "somebody", LongestArn)}."),
        };
    }

    private OnlineAnswer Identity(OnlineResult result, string text) => new(OnlineCheckNames.Identity, result, profile.Name, text);

    private string SubjectOf(RoleRefusal reason) =>
        reason == RoleRefusal.SignInNeeded && profile.Session is { } session ? session : profile.Name;

    private static OnlineResult Result(RoleRefusal reason) => reason switch
    {
        RoleRefusal.NotPermitted => OnlineResult.NotPermitted,
        RoleRefusal.SignInNeeded => OnlineResult.SignInNeeded,
        _ => OnlineResult.Skipped,
    };
}
