using System.Collections.Immutable;
using TrayAgent.Act.Children;
using TrayAgent.Core.Facts;
using TrayAgent.Core.Facts.Aws;

namespace TrayAgent.Act.Sessions;

/// <summary>What to sign in to (or renew, or sign out of) and how; everything else comes from the settings.</summary>
internal sealed record SignInRequest
{
    public required SsoSession Session { get; init; }

    /// <summary>Its profiles decide what is proven afterwards and which role caches a sign-out removes.</summary>
    public required AwsConfig Config { get; init; }

    public required AwsCli AwsCli { get; init; }

    /// <summary>The profile that the person named; null when none was.</summary>
    public string? Profile { get; init; }

    /// <summary>The profile of Claude Code's own settings; used when no other was named and it draws on this session.</summary>
    public string? ClaudeProfile { get; init; }

    public SignInPage Page { get; init; } = SignInPage.Opened;

    public SignInFlow Flow { get; init; } = SignInFlow.Usual;

    public Asker Asker { get; init; } = Asker.Person;

    /// <summary>Fingerprints of tokens that AWS refused although they are unexpired: their portal session is over.</summary>
    public ImmutableHashSet<string> Refused { get; init; } = [];

    /// <summary>Whose role is asked for as proof: the profile named, else Claude's; null when neither draws on this session.</summary>
    public Profile? ProofProfile => SourceOf(Profile) ?? SourceOf(ClaudeProfile);

    /// <summary>The profile to name to the AWS CLI, which signs in to a legacy session only by one; null when there is none.</summary>
    public Profile? LegacyProfile => Directly(Profile) ?? Directly(ClaudeProfile)
        ?? Config.Profiles.FirstOrDefault(profile => IsDirect(profile) && ChildArgument.IsSafe(profile.Name));

    public static SignInRequest From(Snapshot snapshot, SsoSession session) => new()
    {
        Session = session,
        Config = snapshot.Config,
        AwsCli = snapshot.AwsCli,
        ClaudeProfile = snapshot.Claude.UsedProfile,
        Refused = snapshot.History.GetValueOrDefault(session.Name) is { } history
            ? history.Refused.Except(history.PerhapsSpent)
            : [],
    };

    /// <summary>A role chain ends at the profile that has the session's account and role.</summary>
    private Profile? SourceOf(string? name)
    {
        var profile = name is null ? null : Config.Profile(name);
        var source = profile is { Kind: ProfileKind.RoleChain, Chain.Length: > 0 } ? Config.Profile(profile.Chain[^1]) : profile;
        return source is { AccountId.Length: > 0, RoleName.Length: > 0 } && source.Session == Session.Name ? source : null;
    }

    private Profile? Directly(string? name) =>
        name is not null && Config.Profile(name) is { } profile && IsDirect(profile) ? profile : null;

    private bool IsDirect(Profile profile) => profile.Kind == ProfileKind.LegacySso && profile.Session == Session.Name;
}
