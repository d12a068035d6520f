using System.Collections.Immutable;
using TrayAgent.Act.Aws;
using TrayAgent.Act.Broker;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Act.Roles;

/// <summary>The credentials of one profile, directly or through its role chain; never with a person's help.</summary>
/// <param name="endpoints">Who gives them.</param>
/// <param name="silent">The session's token.</param>
/// <param name="session">What the profile draws on.</param>
/// <param name="links">The profiles of the chain, the one that is wanted first, the one with account and role last.</param>
/// <param name="time">The clock.</param>
internal sealed class RoleSource(
    Endpoints endpoints, SilentToken silent, SsoSession session, ImmutableArray<Profile> links, TimeProvider time)
{
    public async Task<RoleAnswer> GetAsync(CancellationToken stop)
    {
        for (var link = 0; link < links.Length - 1; link++)
        {
            if (AssumedRole.ObstacleOf(links[link]) is { } obstacle)
            {
                return new RoleAnswer.NotGiven(obstacle);
            }

            if (!RegionNames.Is(Region(link)))
            {
                return new RoleAnswer.NotGiven(
                    $"'{Sentence.Neutral(Region(link) ?? "")}' is no AWS region. Correct 'region' of profile '{links[link].Name}' "
                    + $"in '{links[link].File}', section in line {links[link].Line}.");
            }
        }

        var answer = await FromPortalAsync(stop);
        for (var link = links.Length - 2; link >= 0 && answer is RoleAnswer.Given(var keys); link--)
        {
            answer = await new AssumedRole(endpoints, links[link], Region(link)!, time).AssumeAsync(keys, stop);
        }

        return answer;
    }

    /// <summary>Its own, else that of the next one that has one, at last the session's.</summary>
    private string? Region(int link) =>
        links.Skip(link).Select(profile => profile.Region).FirstOrDefault(region => !string.IsNullOrEmpty(region)) ?? session.Region;

    /// <summary>A token that turns out to be dead is exchanged, if that is possible, and then asked with once more.</summary>
    private async Task<RoleAnswer> FromPortalAsync(CancellationToken stop)
    {
        var role = new PortalRole(endpoints, session, links[^1], time);
        var standing = await silent.GetAsync(stop);
        for (var attempt = 1; ; attempt++)
        {
            if (standing is not TokenStanding.Good(var token, _))
            {
                return NotGiven(standing);
            }

            var answer = await role.GetAsync(token, stop);
            if (answer is RoleAnswer.Given)
            {
                await silent.RememberUseAsync();
            }

            if (answer is not RoleAnswer.TokenRefused)
            {
                return answer;
            }

            if (attempt == 2)
            {
                return new RoleAnswer.NotGiven(
                    $"AWS does not accept the token of '{session.Name}' (401), not even a new one. Check 'sso_region' in "
                    + $"'{session.File}', section in line {session.Line}.");
            }

            standing = await silent.AfterRefusalAsync(token.Fingerprint, stop);
        }
    }

    private static RoleAnswer.NotGiven NotGiven(TokenStanding standing) => standing switch
    {
        TokenStanding.NeedsPerson(var text, _) => new RoleAnswer.NotGiven(text, RoleRefusal.SignInNeeded),
        TokenStanding.Failed(var text) => new RoleAnswer.NotGiven(text),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
