using TrayAgent.Act.Aws;
using TrayAgent.Act.Broker;
using TrayAgent.Core.Facts.Aws;
using TrayAgent.Core.Facts.Online;

namespace TrayAgent.Act.Doctor;

/// <summary>Does AWS take the token of a session? One that has expired is refreshed first, without a person; no browser opens.</summary>
internal sealed class TokenQuestion(Endpoints endpoints, SsoSession session, SilentToken silent)
{
    public async Task<OnlineAnswer> AskAsync(CancellationToken stop)
    {
        var standing = await silent.GetAsync(stop);
        for (var attempt = 1; standing is TokenStanding.Good(var token, _); attempt++)
        {
            var region = token.Region ?? session.Region;
            if (Endpoints.ObstacleOf(region, session.Name) is { } obstacle)
            {
                return Answer(OnlineResult.Skipped, obstacle);
            }

            using var portal = new Portal(endpoints, region!, token);
            var fault = (await portal.ListAccountsAsync(maximum: 1, stop)).Fault;
            if (fault == ServiceFault.None)
            {
                await silent.RememberUseAsync();
                return Answer(OnlineResult.Fine, $"AWS accepts the token of '{session.Name}'.");
            }

            if (fault != ServiceFault.Refused || attempt == 2)
            {
                return Answer(OnlineResult.Skipped, $"Whether AWS accepts the token of '{session.Name}' is not known, because {ServiceAnswer.Reason(fault)}.");
            }

            standing = await silent.AfterRefusalAsync(token.Fingerprint, stop);
        }

        return standing switch
        {
            TokenStanding.NeedsPerson(var text, _) => Answer(OnlineResult.SignInNeeded, text),
            TokenStanding.Failed(var text) => Answer(OnlineResult.Skipped, text),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private OnlineAnswer Answer(OnlineResult result, string text) => new(OnlineCheckNames.Token, result, session.Name, text);
}
